/// Reads a plain decimal number: `12`, `-0.5`, `1e-05`.
///
/// - Returns: A finite number, or `nil` for anything else: thousands commas, spaces, hexadecimal,
///   `nan`, `inf`, a leading or trailing point, and numbers too large for a `Double`.
public func strictNumber(_ text: String) -> Double? {
  var rest = text.utf8[...]
  func skip(_ bytes: String.UTF8View) -> Bool {
    guard let first = rest.first, bytes.contains(first) else { return false }
    rest.removeFirst()
    return true
  }
  func skipDigits() -> Bool {
    let after = rest.drop { (48...57).contains($0) }
    defer { rest = after }
    return after.startIndex != rest.startIndex
  }
  _ = skip("+-".utf8)
  guard skipDigits() else { return nil }
  if skip(".".utf8), !skipDigits() { return nil }
  if skip("eE".utf8) {
    _ = skip("+-".utf8)
    guard skipDigits() else { return nil }
  }
  guard rest.isEmpty, let number = Double(text), number.isFinite else { return nil }
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
