/// A table that can be made of some input, such as a projection, whatever its rows are.
///
/// The catalogue is a list of these: one file for each, its name in `all`.
public struct CatalogueTable<Input>: Sendable {
  /// Name of its files without ending.
  public let stem: String
  /// What the table shows.
  public let title: String
  private let make: @Sendable (Input) throws -> OutputTable

  /// A table of the catalogue.
  ///
  /// - Parameters:
  ///   - definition: The table's columns.
  ///   - absent: What stands for combinations without a row; `nil` if there are none.
  ///   - rows: The rows that the input gives.
  public init<Row>(
    _ definition: TableDefinition<Row>, absent: Marker? = nil,
    rows: @escaping @Sendable (Input) throws -> [Row]
  ) {
    stem = definition.stem
    title = definition.title
    make = { try definition.table(of: rows($0), absent: absent) }
  }

  /// The table of an input.
  ///
  /// - Throws: `TableError`, or whatever the making of the rows throws.
  public func table(of input: Input) throws -> OutputTable {
    try make(input)
  }
}
