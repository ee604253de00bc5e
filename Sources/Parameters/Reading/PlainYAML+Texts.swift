// Texts and brackets.
extension PlainYAML {
  /// A text on one line, or what stands in brackets.
  mutating func value(inBrackets: Bool) throws(NotPlain) -> YAMLNode {
    switch bytes[position] {
    case .quote: try quotedText()
    case .leftBracket: try bracketedList()
    case .leftBrace: try bracketedRecord()
    default: try plainText(inBrackets: inBrackets)
    }
  }

  /// A text without quotation marks, to the colon, bracket or line end that follows it.
  ///
  /// - Parameter inBrackets: Whether commas and brackets end it.
  mutating func plainText(inBrackets: Bool) throws(NotPlain) -> YAMLNode {
    let start = position
    var end = start
    guard startsPlainText else { throw NotPlain() }
    scan: while true {
      let byte = bytes[position]
      switch byte {
      case .newline: break scan
      case .space:
        position += 1
        guard bytes[position] != .hash else { throw NotPlain() }
        continue scan
      case .colon:
        let isEnd = bytes[position + 1] == .space || bytes[position + 1] == .newline
        if isEnd { break scan }
        if inBrackets { throw NotPlain() }
      case .comma, .rightBracket, .rightBrace: if inBrackets { break scan }
      case .leftBracket, .leftBrace, .question: if inBrackets { throw NotPlain() }
      default: break
      }
      position += 1
      end = position
    }
    return YAMLNode(content: .text(string(start..<end), isPlain: true), line: line)
  }

  /// A text in double quotation marks on one line.
  mutating func quotedText() throws(NotPlain) -> YAMLNode {
    position += 1
    let start = position
    var unescaped: [UInt8] = []
    var copied = start
    while bytes[position] != .quote {
      guard bytes[position] != .newline else { throw NotPlain() }
      if bytes[position] == .backslash {
        unescaped += bytes[copied..<position]
        position += 1
        // `\"` and `\\` stand for their second byte.
        guard bytes[position] == .quote || bytes[position] == .backslash else { throw NotPlain() }
        copied = position
      }
      position += 1
    }
    let text =
      unescaped.isEmpty
      ? string(start..<position)
      : String(decoding: unescaped + bytes[copied..<position], as: UTF8.self)
    position += 1
    return YAMLNode(content: .text(text, isPlain: false), line: line)
  }

  /// The lines under `|`, `|-` or `>-`.
  ///
  /// - Parameter indentation: That of the record or list it is in; the lines stand farther in.
  mutating func lines(under indentation: Int) throws(NotPlain) -> YAMLNode {
    let (start, isFolded) = (line, bytes[position] == .greater)
    position += 1
    let isStripped = bytes[position] == .dash
    if isStripped { position += 1 }
    guard isStripped || !isFolded else { throw NotPlain() }
    try endLine()
    let inner = bytes[position...].prefix { $0 == .space }.count
    guard inner > indentation else { throw NotPlain() }
    var lines: [String] = []
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: .newline)!
      let spaces = bytes[position..<end].prefix { $0 == .space }.count
      if position + spaces == end {
        // An empty line; one at the end is none. Spaces beyond the others belong to the text.
        guard spaces <= inner, !lines.isEmpty else { throw NotPlain() }
        lines.append("")
      } else {
        if spaces < inner { break }
        guard spaces == inner || !isFolded else { throw NotPlain() }
        lines.append(string((position + inner)..<end))
      }
      position = end
      try endLine()
    }
    while lines.last == "" { lines.removeLast() }
    guard !isFolded || !lines.contains("") else { throw NotPlain() }
    let text = lines.joined(separator: isFolded ? " " : "\n") + (isStripped ? "" : "\n")
    return YAMLNode(content: .text(text, isPlain: false), line: start)
  }

  private mutating func bracketedList() throws(NotPlain) -> YAMLNode {
    let start = line
    var items: [YAMLNode] = []
    try brackets(closing: .rightBracket) { (reader) throws(NotPlain) in
      items.append(try reader.value(inBrackets: true))
    }
    return YAMLNode(content: .list(items), line: start)
  }

  private mutating func bracketedRecord() throws(NotPlain) -> YAMLNode {
    let start = line
    var pairs: [YAMLNode.Pair] = []
    try brackets(closing: .rightBrace) { (reader) throws(NotPlain) in
      let key = try reader.value(inBrackets: true)
      guard let text = key.text, !pairs.contains(where: { $0.key.text == text }),
        reader.bytes[reader.position] == .colon, reader.bytes[reader.position + 1] == .space
      else { throw NotPlain() }
      reader.position += 1
      reader.skipSpaces()
      pairs.append(YAMLNode.Pair(key: key, value: try reader.value(inBrackets: true)))
    }
    return YAMLNode(content: .record(pairs), line: start)
  }

  /// What stands between brackets, separated by commas.
  private mutating func brackets(
    closing bracket: UInt8, _ item: (inout PlainYAML) throws(NotPlain) -> Void
  ) throws(NotPlain) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw NotPlain() }
    position += 1
    try skipSpacesAndLines()
    if bytes[position] == bracket {
      position += 1
      return
    }
    while true {
      try item(&self)
      try skipSpacesAndLines()
      let byte = bytes[position]
      position += 1
      if byte == bracket { return }
      guard byte == .comma else { throw NotPlain() }
      try skipSpacesAndLines()
    }
  }
}
