internal import Yams

/// A part of a YAML file as it was written, before anybody says what it should be.
struct YAMLNode: Equatable {
  /// What it holds.
  enum Content: Equatable {
    /// A text, and whether it stands there without quotation marks on one line.
    case text(String, isPlain: Bool)
    /// Items in order.
    case list([YAMLNode])
    /// Pairs in order; no key twice.
    case record([Pair])
  }

  /// A key and its value.
  struct Pair: Equatable {
    let key: YAMLNode
    let value: YAMLNode
  }

  let content: Content
  /// The line on which it starts, from 1.
  let line: Int?

  /// The text, or `nil` where it is a list or record.
  var text: String? { if case .text(let text, _) = content { text } else { nil } }
}

extension YAMLNode {
  /// The root of a file; `nil` where it holds nothing.
  ///
  /// Nearly every file is plain and read by ``PlainYAML``, several times as fast as Yams. What that
  /// does not know, and whatever is wrong with a file, is left to Yams.
  ///
  /// - Throws: `YamlError`
  init?(_ text: String) throws {
    if let plain = PlainYAML.root(of: text) {
      self = plain
    } else if let root = try YAMLNode(composing: text) {
      self = root
    } else {
      return nil
    }
  }

  /// The root of a file as Yams reads it; `nil` where it holds nothing.
  ///
  /// - Throws: `YamlError`
  init?(composing text: String) throws {
    // The basic resolver keeps every scalar as text, so `0` and `"0"` are one key.
    guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else { return nil }
    self.init(root)
  }

  private init(_ node: Node) {
    line = node.mark?.line
    content =
      switch node {
      case .scalar(let scalar): .text(scalar.string, isPlain: scalar.style == .plain)
      case .sequence(let items): .list(items.map { YAMLNode($0) })
      case .mapping(let pairs):
        .record(pairs.map { Pair(key: YAMLNode($0.key), value: YAMLNode($0.value)) })
      case .alias(let alias):
        preconditionFailure("Yams puts the value of *\(alias.anchor) in its place")
      }
  }
}
