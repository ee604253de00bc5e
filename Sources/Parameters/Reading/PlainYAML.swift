/// Reads YAML files that are written plainly: records and lists by indentation or in brackets, texts
/// plain or in double quotation marks on one line, and blocks of lines under `|`, `|-` or `>-`.
///
/// It knows nothing else: no comments, anchors, tags, single quotation marks, texts over several
/// lines, tabs or empty values. In a file that has any of these, or a mistake, it gives up, and a
/// full YAML reader has the word. What it does read, it reads as that reader would.
struct PlainYAML {
  /// Something that is not plain, or wrong.
  struct NotPlain: Error {}

  /// Records, lists and brackets inside each other, at most.
  static let deepest = 64

  /// Bytes of a line before the end of its key, at most.
  static let longestKey = 1000

  let bytes: [UInt8]
  /// The next byte to be read.
  var position = 0
  /// Where the line of the position starts.
  var lineStart = 0
  /// The line of the position, from 1.
  var line = 1
  /// How many records, lists and brackets the position is in.
  var depth = 0

  /// The root of a file; `nil` where it is not plain.
  static func root(of text: String) -> YAMLNode? {
    var reader = PlainYAML(bytes: Array(text.utf8))
    guard reader.bytes.last == .newline, hasPlainCharacters(reader.bytes) else { return nil }
    return try? reader.root()
  }

  private mutating func root() throws(NotPlain) -> YAMLNode {
    guard try nextIndentation() == 0 else { throw NotPlain() }
    let root = try block()
    guard try nextIndentation() == nil else { throw NotPlain() }
    return root
  }

  /// Whether the text has neither control characters nor line breaks or marks other than LF.
  private static func hasPlainCharacters(_ bytes: [UInt8]) -> Bool {
    for (index, byte) in bytes.enumerated() where byte < 0x20 || byte >= 0x7F {
      switch byte {
      case .newline: break
      case 0x00...0x7F: return false
      // U+0080 to U+009F, U+2028 and the like, U+FEFF and the like: the text ends in a line feed.
      case 0xC2: if bytes[index + 1] < 0xA0 { return false }
      case 0xE2: if bytes[index + 1] == 0x80, bytes[index + 2] >= 0xA8 { return false }
      case 0xEF: if bytes[index + 1] >= 0xBB { return false }
      default: break
      }
    }
    return true
  }
}

// Records and lists by indentation.
extension PlainYAML {
  /// The record or list whose first key or dash is at the position.
  private mutating func block() throws(NotPlain) -> YAMLNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw NotPlain() }
    return isAtDash ? try list() : try record()
  }

  private mutating func record() throws(NotPlain) -> YAMLNode {
    let (start, indentation) = (line, position - lineStart)
    var pairs: [YAMLNode.Pair] = []
    repeat {
      guard isAtKey else { throw NotPlain() }
      let key = bytes[position] == .quote ? try quotedText() : try plainText(inBrackets: false)
      guard !pairs.contains(where: { $0.key.text == key.text }),
        position - lineStart <= Self.longestKey
      else { throw NotPlain() }
      position += 1
      let value = try blockValue(in: .record, at: indentation)
      pairs.append(YAMLNode.Pair(key: key, value: value))
    } while try goesOn(.record, at: indentation)
    return YAMLNode(content: .record(pairs), line: start)
  }

  private mutating func list() throws(NotPlain) -> YAMLNode {
    let (start, indentation) = (line, position - lineStart)
    var items: [YAMLNode] = []
    repeat {
      position += 1
      skipSpaces()
      items.append(isAtKey ? try block() : try blockValue(in: .list, at: indentation))
    } while try goesOn(.list, at: indentation)
    return YAMLNode(content: .list(items), line: start)
  }

  private enum Block { case record, list }

  /// What follows a colon or dash, to the end of its last line.
  private mutating func blockValue(
    in block: Block, at indentation: Int
  ) throws(NotPlain) -> YAMLNode {
    skipSpaces()
    switch bytes[position] {
    case .newline: break
    case .bar, .greater: return try lines(under: indentation)
    default:
      let value = try value(inBrackets: false)
      try endLine()
      return value
    }
    try endLine()
    guard let next = try nextIndentation() else { throw NotPlain() }
    position += next
    // The dashes of a list may stand under the key they belong to.
    guard next > indentation || next == indentation && block == .record && isAtDash else {
      throw NotPlain()
    }
    return try self.block()
  }

  /// Whether another line of the record or list follows; if so the position moves to its first byte.
  private mutating func goesOn(_ block: Block, at indentation: Int) throws(NotPlain) -> Bool {
    guard let next = try nextIndentation(), next >= indentation else { return false }
    guard next == indentation else { throw NotPlain() }
    position += next
    guard isAtDash != (block == .list) else { return true }
    // After a list whose dashes stand under its key, the record goes on.
    guard block == .list else { throw NotPlain() }
    position = lineStart
    return false
  }
}
