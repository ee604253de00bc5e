/// A picture of figures, with what stands beside it for those who do not see it.
struct Picture: Sendable {
  /// Unique on a page; part of the names of its files.
  let id: String
  /// What is shown.
  let title: String
  /// Of what kind the picture is, and its figures in words.
  let description: String
  /// What its numbers are measured in.
  let unit: String
  let script: PlotScript
  /// The figures that it draws.
  let table: PageTable

  /// The pictures of a page by the part of it that they stand in.
  struct Kind: Sendable {
    let part: Part
    let pictures: @Sendable (Comparison) -> [Picture]
  }

  /// A part of a page.
  enum Part: String, Sendable {
    case people, money, gap
  }

  /// Every kind, in the order of the page.
  static let kinds = [
    Kind(part: .people, pictures: children), Kind(part: .people, pictures: neet),
    Kind(part: .money, pictures: money), Kind(part: .gap, pictures: waterfalls),
  ]
}
