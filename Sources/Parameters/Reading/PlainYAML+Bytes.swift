// Looking at bytes and moving on.
extension PlainYAML {
  /// Whether a dash with a space or line end after it, which starts an item, is at the position.
  var isAtDash: Bool {
    bytes[position] == .dash
      && (bytes[position + 1] == .space || bytes[position + 1] == .newline)
  }

  /// Whether a text with a colon after it, and then a space or line end, is at the position.
  var isAtKey: Bool {
    var next = position
    if bytes[next] == .quote {
      repeat {
        next += bytes[next] == .backslash ? 2 : 1
        if next >= bytes.count || bytes[next] == .newline { return false }
      } while bytes[next] != .quote
      next += 1
      return bytes[next] == .colon && isBlank(next + 1)
    }
    guard startsPlainText else { return false }
    while bytes[next] != .newline {
      if bytes[next] == .colon, isBlank(next + 1) { return true }
      next += 1
    }
    return false
  }

  /// Whether a text without quotation marks can start at the position.
  var startsPlainText: Bool {
    switch bytes[position] {
    case .dash: isLetterOrDigit(bytes[position + 1]) || bytes[position + 1] == .point
    case .point: bytes[position + 1] != .point
    case .newline, .space, .question, .colon, .comma, .leftBracket, .rightBracket, .leftBrace,
      .rightBrace, .hash, .quote, .bar, .greater:
      false
    // & * ! ' % @ `
    case 0x26, 0x2A, 0x21, 0x27, 0x25, 0x40, 0x60: false
    default: true
    }
  }

  /// The text of some bytes.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func skipSpaces() {
    while bytes[position] == .space { position += 1 }
  }

  /// Goes on to the next line; nothing but spaces may be left on this one.
  mutating func endLine() throws(NotPlain) {
    skipSpaces()
    guard bytes[position] == .newline else { throw NotPlain() }
    position += 1
    lineStart = position
    line += 1
  }

  /// Skips spaces and line ends between brackets; each line starts with a space.
  mutating func skipSpacesAndLines() throws(NotPlain) {
    skipSpaces()
    while bytes[position] == .newline {
      try endLine()
      guard position < bytes.count, bytes[position] == .space else { throw NotPlain() }
      skipSpaces()
    }
  }

  /// Skips empty lines, and gives the spaces before the first byte of the next line; `nil` at the
  /// end of the file. The position is at the start of a line, before and after.
  mutating func nextIndentation() throws(NotPlain) -> Int? {
    while position < bytes.count {
      let start = position
      skipSpaces()
      if bytes[position] == .newline {
        try endLine()
      } else {
        let indentation = position - start
        position = start
        return indentation
      }
    }
    return nil
  }

  private func isBlank(_ index: Int) -> Bool {
    bytes[index] == .space || bytes[index] == .newline
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let dash = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let question = UInt8(ascii: "?")
  static let hash = UInt8(ascii: "#")
  static let bar = UInt8(ascii: "|")
  static let greater = UInt8(ascii: ">")
  static let leftBracket = UInt8(ascii: "[")
  static let rightBracket = UInt8(ascii: "]")
  static let leftBrace = UInt8(ascii: "{")
  static let rightBrace = UInt8(ascii: "}")
}
