public import Parameters
import Statistics

extension Deflator {
  /// The series `gdp-deflator`, and after its last year `deflator.growth-after-forecast`.
  ///
  /// - Throws: `InputError` where the series or the parameter is missing.
  public init(from data: DataFolder, _ parameters: DrawnParameters) throws {
    try self.init(data.series("gdp-deflator"), parameters)
  }

  /// Published levels, and after the last of them `deflator.growth-after-forecast`.
  ///
  /// - Parameters:
  ///   - series: Levels by financial year, any base, without gaps.
  ///   - parameters: Parameters, with the changes of a scenario.
  /// - Throws: `InputError` where a level or the parameter is missing.
  public init(_ series: Series, _ parameters: DrawnParameters) throws {
    let years = try series.years.map { code in
      guard let year = FinancialYear(code: code) else {
        throw InputError(
          InputFault.wrongType(
            of: "a year of \(series.id)", expected: "a financial year", found: "\(code)"),
          at: Place(file: "series/\(series.id)"))
      }
      return year
    }
    let growth = try parameters.value(
      of: "deflator.growth-after-forecast", on: years[years.count - 1].advanced(by: 1).start)
    self.init(
      first: years[0], levels: try series.years.map { Uncertain(try series.required(year: $0)) },
      growthAfter: growth)
  }
}
