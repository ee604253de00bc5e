import CareModel
import Datasets
import Parameters
import Testing

/// Factors printed for the Green Book's schedules by an independent computation to 50 digits.
@Suite struct DiscountScheduleTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let year: Int
    let standard: Double
    let health: Double
    let sensitivity: Double

    var testDescription: String { "year \(year)" }
  }

  static let rows = [
    Row(year: 0, standard: 1, health: 1, sensitivity: 1),
    Row(year: 1, standard: 0.9661835749, health: 0.9852216749, sensitivity: 0.9708737864),
    Row(year: 2, standard: 0.9335107004, health: 0.9706617486, sensitivity: 0.9425959091),
    Row(year: 5, standard: 0.8419731669, health: 0.9282603254, sensitivity: 0.8626087844),
    Row(year: 10, standard: 0.7089188137, health: 0.8616672317, sensitivity: 0.7440939149),
    Row(year: 30, standard: 0.3562784106, health: 0.6397624299, sensitivity: 0.4119867595),
    Row(year: 31, standard: 0.3459013695, health: 0.6316146015, sensitivity: 0.4016639948),
    Row(year: 75, standard: 0.09421377258, health: 0.3593544536, sensitivity: 0.1315125687),
    Row(year: 76, standard: 0.09191587568, health: 0.3555500678, sensitivity: 0.1287571654),
    Row(year: 125, standard: 0.02741076302, health: 0.2110618529, sensitivity: 0.04562202778),
    Row(year: 126, standard: 0.02687329707, health: 0.2092621980, sensitivity: 0.04485500716),
    Row(year: 200, standard: 0.006207378716, health: 0.1110420471, sensitivity: 0.01279088255),
  ]

  private let parameters: ParameterSet
  private let day = FinancialYear(startingIn: 2024).start

  init() throws { parameters = try DataFolder(Datasets.folder).parameters }

  private func schedule(_ id: String) throws -> DiscountSchedule {
    try DiscountSchedule(id, on: day, from: parameters)
  }

  @Test("Factors are the printed ones to their ten digits", arguments: rows)
  func factors(row: Row) throws {
    for (id, printed) in [
      ("standard", row.standard), ("health", row.health), ("sensitivity", row.sensitivity),
    ] {
      let factor = try schedule(id).factor(inYear: row.year)
      #expect(abs(factor / printed - 1) < 1e-9, "\(id): \(factor), printed \(printed)")
    }
  }

  @Test("A pound a year for three years is the sum of the first three factors")
  func presentValue() throws {
    let standard = try schedule("standard")
    #expect(abs(standard.presentValue([1, 1, 1]) - (1 + 0.9661835749 + 0.9335107004)) < 1e-9)
    #expect(standard.presentValue([]) == 0)
  }

  @Test("An unknown schedule is named with those there are")
  func unknownSchedule() {
    #expect(throws: InputError.self) { try schedule("standrd") }
  }
}
