public import Parameters

extension Deflator {
  /// The series `gdp-deflator`, and after its last year `deflator.growth-after-forecast`.
  ///
  /// - Throws: `InputError` where the series or the parameter is missing.
  public init(from data: DataFolder, _ parameters: ParameterSet) throws {
    let series = try data.series("gdp-deflator")
    let years = try series.years.map { code in
      guard let year = FinancialYear(code: code) else {
        throw InputError(
          InputFault.wrongType(
            of: "a year of gdp-deflator", expected: "a financial year", found: "\(code)"),
          at: Place(file: "series/gdp-deflator"))
      }
      return year
    }
    let growth = try parameters.value(
      of: "deflator.growth-after-forecast", on: years[years.count - 1].advanced(by: 1).start)
    self.init(
      first: years[0], levels: try series.years.map { try series.required(year: $0) },
      growthAfter: growth)
  }
}
