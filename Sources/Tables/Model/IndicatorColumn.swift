import Statistics

/// What is said about an indicator besides its values: header, metadata and documentation read it.
public struct IndicatorHeading: Sendable, Hashable {
  /// Name of the column in the file, `{title}_{data type}`: `children_count`.
  public let id: String
  /// Name of the column for a reader.
  public let label: String
  /// What it is measured in.
  public let unit: IndicatorUnit
  /// Decimals shown to a reader.
  public let decimals: Int
  /// Decimals written to the file.
  public let writtenDecimals: Int
}

/// A column of figures about rows of type `Row`; all of one unit.
public struct IndicatorColumn<Row>: Sendable {
  /// Name, label, unit and decimals.
  public let heading: IndicatorHeading
  let value: @Sendable (Row) -> IndicatorValue

  /// An indicator.
  ///
  /// - Parameters:
  ///   - id: snake_case, at most 50 characters, without any of `ColumnName.forbiddenInIndicators`
  ///     even inside other words.
  ///   - label: Not blank, unique in the table, at most 100 characters.
  ///   - unit: What it is measured in.
  ///   - decimals: Decimals a reader is shown (`indicator_dp`), 0 to 15.
  ///   - writtenDecimals: Decimals in the file, `decimals` to 15; the same if not given.
  ///   - value: What a row has in this column; a number has to be finite.
  public init(
    id: String, label: String, unit: IndicatorUnit = .none, decimals: Int,
    writtenDecimals: Int? = nil, value: @escaping @Sendable (Row) -> IndicatorValue
  ) {
    let written = writtenDecimals ?? decimals
    precondition(
      0 <= decimals && decimals <= written && written <= FixedDecimal.mostDecimals,
      "\(id): \(decimals) decimals shown, \(written) written, of 0...\(FixedDecimal.mostDecimals)")
    heading = IndicatorHeading(
      id: id, label: label, unit: unit, decimals: decimals, writtenDecimals: written)
    self.value = value
  }

  /// Decimals of figures that add up over areas: the sum of 153 rounded figures then lies within a
  /// ten-thousandth of the rounded sum.
  static var addingDecimals: Int { 6 }

  /// The same column with enough decimals in the file to add it up over areas, if it can be.
  func writtenToAddUp() -> IndicatorColumn {
    guard heading.unit != .percent && heading.unit != .percentagePoints else { return self }
    return IndicatorColumn(
      id: heading.id, label: heading.label, unit: heading.unit, decimals: heading.decimals,
      writtenDecimals: max(heading.writtenDecimals, Self.addingDecimals), value: value)
  }

  /// The same column with known numbers in some rows: those of the central run.
  func known(in isKnown: @escaping @Sendable (Row) -> Bool) -> IndicatorColumn {
    IndicatorColumn(
      id: heading.id, label: heading.label, unit: heading.unit, decimals: heading.decimals,
      writtenDecimals: heading.writtenDecimals
    ) { row in
      let value = value(row)
      guard isKnown(row), case .number(let number) = value else { return value }
      return .number(.known(number.central))
    }
  }
}
