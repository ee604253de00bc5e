import Testing

/// A page as its tags, for tests: whether they close, and what they hold.
struct PageText {
  /// A tag with its attributes as they are written.
  struct Tag {
    let name: String
    let attributes: String
    /// The names of the tags that it lies in, the outermost first.
    let inside: [String]
  }

  let tags: [Tag]
  /// Where tags do not close in order.
  let faults: [String]

  private static let empty: Set = [
    "meta", "br", "rect", "path", "polygon", "circle", "line", "use", "hr", "link", "img",
  ]

  init(_ text: String) {
    var (tags, faults, open) = ([Tag](), [String](), [String]())
    for match in text.matches(of: #/<(\/?)([a-zA-Z0-9]+)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/#) {
      let (closes, name, attributes) = (
        !match.1.isEmpty, String(match.2), String(match.3)
      )
      if closes {
        if open.last != name { faults.append("</\(name)> in \(open.suffix(3))") }
        if open.last == name { open.removeLast() }
        continue
      }
      tags.append(Tag(name: name, attributes: attributes, inside: open))
      if !Self.empty.contains(name), !attributes.hasSuffix("/") { open.append(name) }
    }
    self.tags = tags
    self.faults = faults + open.map { "<\($0)> is not closed" }
  }

  func all(_ name: String) -> [Tag] { tags.filter { $0.name == name } }
}
