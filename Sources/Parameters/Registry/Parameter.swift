/// One assumption of the model: what it is, its unit, and its dated values.
public struct Parameter: Sendable {
  /// What becomes of the last dated value after the financial year in which it starts.
  public enum AfterLast: Equatable, Sendable {
    /// It stays as it is.
    case hold
    /// It grows from that financial year on as a series without dimensions does.
    case index(Series)
    /// Asking for it is an error.
    case error
  }

  /// The id, in parts joined by `.`, such as `entries.rate`.
  public let id: String
  /// The label for tables.
  public let label: String
  /// The unit of every value.
  public let unit: MeasurementUnit
  /// The prices of pounds; `nil` for other units.
  public let prices: PriceBasis?
  /// The names of the dimensions; none for a single number.
  public let dimensions: [String]
  /// The range outside which a value is wrong.
  public let valid: ClosedRange<Double>
  /// What becomes of the last value.
  public let afterLast: AfterLast
  /// A remark.
  public let note: String?
  /// The values in the order of their dates; at least one.
  public let values: [DatedValue]
  /// Where it was read. Not part of equality.
  public let place: Place
  /// The changes that lie over the values, by date; none in a baseline.
  public internal(set) var adjustments: [Adjustment] = []

  /// A checked parameter.
  ///
  /// - Parameters:
  ///   - values: By date, all with the same categories, inside `valid`.
  ///   - place: What messages name; the id if not read from a file.
  /// - Throws: `InputError` with everything that is wrong.
  public init(
    id: String, label: String, unit: MeasurementUnit, prices: PriceBasis? = nil,
    by dimensions: [String] = [], valid: ClosedRange<Double>, afterLast: AfterLast,
    note: String? = nil, values: [DatedValue], place: Place? = nil
  ) throws {
    self.init(
      id: id, label: label, unit: unit, prices: prices, dimensions: dimensions, valid: valid,
      afterLast: afterLast, note: note, values: values, place: place ?? Place(file: id))
    let faults = FaultCollector(file: self.place.file)
    if !isIdentifier(id) {
      faults.report(InputFault.invalidIdentifier(found: id), line: self.place.line)
    }
    if unit.isMoney, prices == nil {
      faults.report(InputFault.missingPrices(unit: unit.id), line: self.place.line)
    }
    if !unit.isMoney, prices != nil {
      faults.report(InputFault.pricesWithoutMoney(unit: unit.id), line: self.place.line)
    }
    checkValues(lines: nil, reportingTo: faults)
    try faults.throwIfAny()
  }

  /// An unchecked parameter.
  init(
    id: String, label: String, unit: MeasurementUnit, prices: PriceBasis?, dimensions: [String],
    valid: ClosedRange<Double>, afterLast: AfterLast, note: String?, values: [DatedValue],
    place: Place
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.prices = prices
    self.dimensions = dimensions
    self.valid = valid
    self.afterLast = afterLast
    self.note = note
    self.values = values
    self.place = place
  }

  /// The combinations of categories that have values; one empty combination for a single number.
  public var keys: [[String]] { values[0].table.keys }
}

extension Parameter: Equatable {
  /// Equal in everything but the place it was read from.
  public static func == (a: Parameter, b: Parameter) -> Bool {
    a.id == b.id && a.label == b.label && a.unit == b.unit && a.prices == b.prices
      && a.dimensions == b.dimensions && a.valid == b.valid && a.afterLast == b.afterLast
      && a.note == b.note && a.values == b.values && a.adjustments == b.adjustments
  }
}
