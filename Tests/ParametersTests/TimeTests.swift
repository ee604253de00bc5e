import Parameters
import Testing

@Suite struct TimeTests {
  @Test(arguments: ["2024-02-29", "2023-02-28", "2000-02-29", "2024-12-31", "1000-01-01"])
  func daysReadBack(_ text: String) {
    #expect(Day(text)?.description == text)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-01-00", "2024-04-31", "2024-4-1",
    "24-04-01", "2024/04/01", "", "2024-04-01 ", "+024-04-01", "2024-04", "٢٠٢٤-04-01",
  ])
  func otherTextIsNoDay(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func daysAreOrdered() {
    let days = ["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-01"].map(day)
    #expect(days.shuffled().sorted() == days)
  }

  @Test func aDayLiesInItsFinancialYear() {
    for year in FinancialYear(startingIn: 1998)...FinancialYear(startingIn: 2002) {
      #expect(year.start.financialYear == year)
      #expect(year.end.financialYear == year)
      #expect(year.endingIn == year.end.year)
    }
    #expect(day("2024-03-31").financialYear.label == "2023-24")
    #expect(day("2024-04-01").financialYear.label == "2024-25")
  }

  @Test func labelsAndCodesReadBack() {
    for start in [1998, 1999, 2000, 2008, 2009, 2024, 2098, 2099] {
      let year = FinancialYear(startingIn: start)
      #expect(FinancialYear(year.label) == year)
      #expect(FinancialYear(String(year.code)) == year)
      #expect(FinancialYear(code: year.code) == year)
    }
    #expect(FinancialYear(startingIn: 1999).label == "1999-00")
    #expect(FinancialYear(startingIn: 1999).code == 199900)
    #expect(FinancialYear(startingIn: 2024).start == day("2024-04-01"))
    #expect(FinancialYear(startingIn: 2024).end == day("2025-03-31"))
  }

  @Test(arguments: ["2024-26", "2024", "202426", "2024-2025", "20-2425", "2024–25", "", "-202425"])
  func otherTextIsNoFinancialYear(_ text: String) {
    #expect(FinancialYear(text) == nil)
  }

  @Test func financialYearsCount() {
    let first = FinancialYear(startingIn: 2024)
    let last = FinancialYear(startingIn: 2033)
    #expect((first...last).count == 10)
    #expect(first.distance(to: last) == 9)
    #expect(last.advanced(by: -9) == first)
    #expect(first < last)
  }
}

@Suite struct UnitTests {
  @Test func everyUnitIsFoundByItsID() {
    let ids = MeasurementUnit.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for unit in MeasurementUnit.all {
      #expect(MeasurementUnit(id: unit.id) == unit)
      #expect(unit.isMoney == unit.id.hasPrefix("GBP"))
      #expect(unit.sentence.hasSuffix("."))
    }
    #expect(MeasurementUnit(id: "gbp") == nil)
  }

  @Test(arguments: ["cash", "not-stated", "2024-25"])
  func pricesReadBack(_ text: String) {
    #expect(PriceBasis(text)?.description == text)
  }

  @Test(arguments: ["real", "202425", "2024-26", ""])
  func otherTextIsNoPriceBasis(_ text: String) {
    #expect(PriceBasis(text) == nil)
  }
}
