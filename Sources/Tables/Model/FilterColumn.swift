/// What is said about a filter besides its items: header, metadata and documentation read it.
public struct FilterHeading: Sendable, Hashable {
  /// Name of the column in the file, snake_case.
  public let id: String
  /// Name of the column for a reader.
  public let label: String
  /// One line under the label that helps to choose; blank for none.
  public let hint: String
  /// The item shown before the reader chooses; has to occur among the rows.
  public let defaultItem: String
}

/// A column that says which part of the whole a row of type `Row` is about.
public struct FilterColumn<Row>: Sendable {
  /// Name, label, hint and default item.
  public let heading: FilterHeading
  let item: @Sendable (Row) -> String

  /// A filter.
  ///
  /// - Parameters:
  ///   - id: snake_case, at most 50 characters.
  ///   - label: Not blank, unique in the table, at most 100 characters.
  ///   - hint: Blank for none.
  ///   - defaultItem: An item of the column. Other than `Total` it is named in the metadata.
  ///   - item: What a row has in this column: not blank, no spaces at the ends, at most 120
  ///     characters.
  public init(
    id: String, label: String, hint: String = "", defaultItem: String = "Total",
    item: @escaping @Sendable (Row) -> String
  ) {
    heading = FilterHeading(id: id, label: label, hint: hint, defaultItem: defaultItem)
    self.item = item
  }
}
