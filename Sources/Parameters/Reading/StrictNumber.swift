/// Reads a plain decimal number: `12`, `-0.5`, `1e-05`.
///
/// - Returns: A finite number, or `nil` for anything else: thousands commas, spaces, hexadecimal,
///   `nan`, `inf`, a leading or trailing point, and numbers too large for a `Double`.
public func strictNumber(_ text: String) -> Double? {
  let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
  let bytes = text.utf8
  guard let last = bytes.last, isDigit(last),
    let first = bytes.first(where: { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }),
    isDigit(first),
    bytes.allSatisfy({ isDigit($0) || "+-.eE".utf8.contains($0) }),
    !text.contains(".e"), !text.contains(".E"),
    let number = Double(text), number.isFinite
  else { return nil }
  return number
}

/// The shortest decimal text that reads back as the same number; whole numbers without a point.
///
/// - Parameter number: Finite.
public func shortestText(_ number: Double) -> String {
  precondition(number.isFinite, "only finite numbers are written, found \(number)")
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
