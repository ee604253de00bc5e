public import Parameters

/// A kind of thing that `carecast list` lists and `carecast show` shows. A new kind is one more value
/// of `all`, in a file of its own.
public struct ListedKind: Sendable {
  /// The word for many, such as `levers`.
  public let id: String
  /// The word for one.
  public let singular: String
  /// One sentence for help.
  public let sentence: String
  /// The columns of the list; the first holds the ids.
  let columns: [String]
  /// A row for each, in order.
  let rows: @Sendable (DataLibrary) throws -> [[String]]
  /// What there is to say of one; `nil` where there is none of that id.
  let card: @Sendable (String, DataLibrary) throws -> Card?

  /// Every kind.
  public static let all: [ListedKind] = [
    .levers, .parameters, .placements, .scenarios, .tables, .areas, .sources, .series,
    .questions, .methods,
  ]

  /// The kind of that word, for one or for many.
  ///
  /// - Parameter place: Where it was asked for.
  /// - Throws: `InputError` with the nearest word.
  public static func named(_ word: String, at place: Place) throws -> ListedKind {
    guard let kind = all.first(where: { $0.id == word || $0.singular == word }) else {
      throw InputError(
        InputFault.unknownName(of: "kind", found: word, among: all.map(\.id)), at: place)
    }
    return kind
  }

  /// All things of the kind.
  ///
  /// - Throws: `InputError` where a file is wrong.
  public func list(_ library: DataLibrary) throws -> TextTable {
    var table = TextTable(columns: columns.map { .text($0) })
    for row in try rows(library) { table.add(row) }
    return table
  }

  /// One thing of the kind.
  ///
  /// - Throws: `InputError` with the nearest id where there is none of that id, or where a file is
  ///   wrong.
  public func show(_ id: String, of library: DataLibrary) throws -> Card {
    guard let card = try card(id, library) else {
      throw InputError(
        InputFault.unknownName(of: singular, found: id, among: try rows(library).map { $0[0] }),
        at: Place(file: self.id))
    }
    return card
  }
}
