import Parameters
import Tables
import Statistics
import Testing

@Suite struct ExportRulesTests {
  @Test func theWritersPairHasNoFindings() throws {
    #expect(try ExportRules.findings(in: BrokenPair.good, places: .shipped) == [])
  }

  @Test func aPairWithOneScenarioAndMarkersHasNoFindings() throws {
    var rows = Sample.rows.filter { $0.scenario == "Reform" }
    for (index, marker) in Marker.allCases.enumerated() {
      rows[index].children = .marker(marker)
    }
    rows[7].children = .number(-12.5)
    #expect(
      try ExportRules.findings(in: Sample.definition().table(of: rows).files(), places: .shipped)
        == [])
  }

  @Test(arguments: BrokenPair.all.indices) func aBrokenPairIsFound(index: Int) throws {
    let broken = BrokenPair.all[index]
    let rule = try #require(ExportRules.all.first { $0.id == broken.rule })
    let findings = rule.findings(in: try ExportFolder(files: broken.files, places: .shipped))
    #expect(!findings.isEmpty, "\(broken.rule), fixture \(index)")
    for finding in findings {
      #expect(finding.severity == rule.severity && finding.allowed == rule.sentence)
      #expect(broken.files.map(\.path).contains(finding.file))
    }
  }

  @Test func everyRuleHasItsBrokenPairAndItsOwnId() {
    let ids = ExportRules.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).subtracting(BrokenPair.all.map(\.rule)).isEmpty)
    #expect(ExportRules.all.allSatisfy { $0.sentence.hasSuffix(".") })
  }

  @Test func aFindingNamesFileRowColumnAndRule() throws {
    let broken = BrokenPair("indicator-plain", data: [(",1000,", ",£1000,")])
    let findings = try ExportRules.findings(in: broken.files, places: .shipped)
    #expect(
      findings.map(\.description) == [
        "FAIL cs_sample.csv, row 2, children_count: '£1000' is no plain number and no marker "
          + "[indicator-plain]"
      ])
  }

  @Test func aRepeatedRowIsNamed() throws {
    let text = BrokenPair.good[0].text
    let third = text.split(separator: "\n")[2]
    let files = [OutputFile("cs_sample.csv", text + third + "\n"), BrokenPair.good[1]]
    let findings = try ExportRules.findings(in: files, places: .shipped)
    #expect(findings.map(\.rule) == ["duplicate-rows"])
    #expect(findings.first?.row == 26)
  }

  @Test func placesKnowTodaysAndEndedAuthorities() {
    let places = Places.shipped
    #expect(places.authorities.count == 163)
    #expect(Set(places.authorities.map(\.code)).count == 163)
    #expect(places.regions.count == 11)
    #expect(places.authorities.first?.cells == Sample.hartlepool.cells)
  }
}
