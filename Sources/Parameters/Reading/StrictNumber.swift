/// Reads a plain decimal number: `12`, `-0.5`, `1e-05`.
///
/// - Returns: A finite number, or `nil` for anything else: thousands commas, spaces, hexadecimal,
///   `nan`, `inf`, a leading or trailing point, and numbers too large for a `Double`.
public func strictNumber(_ text: String) -> Double? {
  text.utf8Span.span.withUnsafeBytes { PlainNumber($0)?.double }
}

/// The shortest decimal text that reads back as the same number; whole numbers without a point.
///
/// - Parameter number: Finite.
public func shortestText(_ number: Double) -> String {
  precondition(number.isFinite, "only finite numbers are written, found \(number)")
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
