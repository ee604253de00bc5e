public import Parameters

/// A schedule of discount rates that fall with the years from now, as the Green Book states them.
///
/// `factor(t) = 1 / Π (1 + r(u)), u = 1 … t`, with `factor(0) = 1`. It falls from year to year as
/// long as every rate is above 0.
///
/// - SeeAlso: [GreenBook2026].
public struct DiscountSchedule: Sendable, Equatable {
  /// Bands of years: the last year of each, `nil` for the last band, and its rate.
  private let bands: [(last: Int?, rate: Double)]

  /// The bands of years and their categories in the parameter `discount.rate`.
  private static let categories: [(id: String, last: Int?)] = [
    ("0-30", 30), ("31-75", 75), ("76-125", 125), ("126-200", 200), ("201-300", 300),
    ("301-on", nil),
  ]

  /// Reads a schedule.
  ///
  /// - Parameters:
  ///   - id: `standard`, `health` or `sensitivity`.
  ///   - day: The day of the appraisal.
  ///   - parameters: Holds `discount.rate`.
  /// - Throws: `InputError` where there is no such schedule.
  public init(_ id: String, on day: Day, from parameters: ParameterSet) throws {
    let parameter = try parameters.parameter("discount.rate")
    bands = try Self.categories.map { category in
      (last: category.last, rate: try parameter.value(on: day, [id, category.id]))
    }
  }

  /// The rate of a year, per year.
  ///
  /// - Parameter year: Years from now, ≥ 0.
  public func rate(inYear year: Int) -> Double {
    precondition(year >= 0, "year \(year) is before the first")
    return bands.first { $0.last.map { year <= $0 } ?? true }!.rate
  }

  /// What a pound of a year is worth now, above 0 and at most 1.
  ///
  /// - Parameter year: Years from now, ≥ 0.
  public func factor(inYear year: Int) -> Double {
    precondition(year >= 0, "year \(year) is before the first")
    return (0..<year).reduce(1) { $0 / (1 + rate(inYear: $1 + 1)) }
  }

  /// The present value of amounts in real terms, the first of which is not discounted.
  public func presentValue(_ amounts: [Double]) -> Double {
    amounts.enumerated().reduce(0) { $0 + $1.element * factor(inYear: $1.offset) }
  }

  /// Whether both have the same rates in the same years.
  public static func == (a: DiscountSchedule, b: DiscountSchedule) -> Bool {
    a.bands.elementsEqual(b.bands) { $0.last == $1.last && $0.rate == $1.rate }
  }
}
