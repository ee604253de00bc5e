import Statistics

/// A table that can be made of some input, such as the results of a run, whatever its rows are.
///
/// The catalogue is a list of these: one file for each, its name in `all`.
public struct CatalogueTable<Input>: Sendable {
  /// Name of its files without ending.
  public let stem: String
  /// What the table shows.
  public let title: String
  private let make: @Sendable (Input) throws -> OutputTable
  private let arrange: @Sendable (Input) throws -> TableLayout
  private let fill: @Sendable (Input, TableLayout) throws -> [Uncertain?]

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
    self.init(
      stem: definition.stem, title: definition.title, absent: absent,
      definition: { _, _ in definition }, rows: rows)
  }

  /// A table whose columns say something of the input, such as the default item of a filter.
  ///
  /// - Parameters:
  ///   - stem: Name of its files without ending; the definition's.
  ///   - title: What the table shows; the definition's.
  ///   - absent: What stands for combinations without a row; `nil` if there are none.
  ///   - definition: The table's columns for an input and its rows.
  ///   - rows: The rows that the input gives.
  init<Row>(
    stem: String, title: String, absent: Marker? = nil,
    definition: @escaping @Sendable (Input, [Row]) -> TableDefinition<Row>,
    rows: @escaping @Sendable (Input) throws -> [Row]
  ) {
    self.stem = stem
    self.title = title
    make = { input in
      let rows = try Self.some(rows(input), in: stem)
      return try definition(input, rows).table(of: rows, absent: absent)
    }
    arrange = { input in
      let rows = try Self.some(rows(input), in: stem)
      return try definition(input, rows).layout(of: rows, absent: absent)
    }
    fill = { input, layout in
      let rows = try rows(input)
      return try definition(input, rows).numbers(of: rows, in: layout)
    }
  }

  /// The rows, if there are any: what a table has no rows for may lack what its columns say.
  private static func some<Row>(_ rows: [Row], in stem: String) throws -> [Row] {
    guard !rows.isEmpty else { throw TableError.noRows(table: stem) }
    return rows
  }

  /// The table of an input.
  ///
  /// - Throws: `TableError`, or whatever the making of the rows throws.
  public func table(of input: Input) throws -> OutputTable {
    try make(input)
  }

  /// The table of an input, or `nil` if the input has no row for it: a split against the baseline
  /// in a run of the baseline alone.
  ///
  /// - Throws: What `table(of:)` throws, but for `noRows`.
  public func tableIfAny(of input: Input) throws -> OutputTable? {
    try unlessEmpty { try make(input) }
  }

  /// How the rows that an input gives lie in its table, or `nil` if it has none.
  ///
  /// - Throws: What `table(of:)` throws, but for `noRows`.
  func layoutIfAny(of input: Input) throws -> TableLayout? {
    try unlessEmpty { try arrange(input) }
  }

  /// The numbers of an input's table, row after row; `nil` where there is a marker.
  ///
  /// - Parameters:
  ///   - input: An input whose rows are those of the layout, with other figures.
  ///   - layout: How its rows lie in its table.
  /// - Throws: What the making of the rows throws; `TableError.notFinite`.
  func numbers(of input: Input, in layout: TableLayout) throws -> [Uncertain?] {
    try fill(input, layout)
  }

  private func unlessEmpty<Made>(_ made: () throws -> Made) throws -> Made? {
    do {
      return try made()
    } catch TableError.noRows {
      return nil
    }
  }
}
