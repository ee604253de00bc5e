/// A text in double quotation marks on one line, as YAML reads it back.
///
/// Control characters and the line breaks that YAML would fold are escaped, so that any text comes
/// back as it was.
public func quotedYAML(_ text: String) -> String {
  let escaped = text.unicodeScalars.map { scalar in
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    default:
      mustBeEscaped(scalar) ? "\\U" + hexadecimal(scalar.value) : String(scalar)
    }
  }
  return "\"\(escaped.joined())\""
}

/// Control characters and the line breaks that YAML would fold.
private func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory == .control
    || ["\u{2028}", "\u{2029}", "\u{FEFF}"].contains(scalar)
}

/// Eight digits.
private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}
