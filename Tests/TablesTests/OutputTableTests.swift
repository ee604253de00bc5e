import Parameters
import Tables
import Statistics
import Testing

@Suite struct OutputTableTests {
  @Test func goldenPair() throws {
    let rows = [
      Sample(
        year: 2025, area: .england, scenario: "Baseline", placement: "Total", children: .number(84)),
      Sample(
        year: 2024, area: .england, scenario: "Baseline", placement: "Foster, \"own\"",
        children: .marker(.confidential)),
      Sample(
        year: 2024, area: .england, scenario: "Baseline", placement: "Total",
        children: .number(83.5)),
    ]
    let files = try Sample.definition().table(of: rows, absent: .notApplicable).files()
    #expect(files.map(\.path) == ["cs_sample.csv", "cs_sample.meta.csv"])
    #expect(
      files[0].text == """
        time_period,time_identifier,geographic_level,country_code,country_name,region_code,\
        region_name,old_la_code,new_la_code,la_name,scenario,placement,children_count,children_percent
        2024,Reporting year,National,E92000001,England,,,,,,Baseline,Total,84,5.219
        2024,Reporting year,National,E92000001,England,,,,,,Baseline,"Foster, \"\"own\"\"",c,c
        2025,Reporting year,National,E92000001,England,,,,,,Baseline,Total,84,5.250
        2025,Reporting year,National,E92000001,England,,,,,,Baseline,"Foster, \"\"own\"\"",z,z

        """)
    #expect(
      files[1].text == """
        col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,\
        filter_grouping_column
        placement,Filter,Placement,,,,Filter by placement,
        children_count,Indicator,Number of children,,,0,,
        children_percent,Indicator,Share of children,,%,1,,

        """)
  }

  @Test func namesTheDefaultThatIsNotTotal() throws {
    let files = try Sample.definition().table(of: Sample.rows).files()
    #expect(
      files[1].text == """
        col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,\
        filter_grouping_column,filter_default
        scenario,Filter,Scenario,,,,,,Baseline
        placement,Filter,Placement,,,,Filter by placement,,
        children_count,Indicator,Number of children,,,0,,,
        children_percent,Indicator,Share of children,,%,1,,,

        """)
  }

  @Test func placesAreWrittenInTheirColumns() throws {
    #expect(Area.england.cells == ["National", "E92000001", "England", "", "", "", "", ""])
    #expect(
      Area.region(Sample.northEast).cells == [
        "Regional", "E92000001", "England", "E12000001", "North East", "", "", "",
      ])
    #expect(
      Sample.hartlepool.cells == [
        "Local authority", "E92000001", "England", "E12000001", "North East", "805", "E06000001",
        "Hartlepool",
      ])
  }

  @Test func aTableWithoutFiltersHasARowForEachPeriodAndPlace() throws {
    let rows = Sample.rows.filter { $0.scenario == "Reform" && $0.placement == "Total" }
    let table = try Sample.definition(filters: []).table(of: rows)
    #expect(table.rows.count == 6)
    #expect(table.header.suffix(2) == ["children_count", "children_percent"])
  }

  @Test func orderOfRowsDoesNotDependOnThePeriodsOrder() throws {
    let later = Sample.rows.suffix(12) + Sample.rows.prefix(12)
    let definition = Sample.definition()
    #expect(try definition.table(of: Array(later)) == definition.table(of: Sample.rows))
  }

  @Test func periodsHaveTheirForms() {
    #expect(TimeIdentifier.financialYear.allows(202627))
    #expect(TimeIdentifier.financialYear.allows(199900))
    #expect(!TimeIdentifier.financialYear.allows(202628))
    #expect(!TimeIdentifier.financialYear.allows(2026))
    #expect(TimeIdentifier.reportingYear.allows(2027))
    #expect(!TimeIdentifier.calendarYear.allows(202627))
  }

  @Test func documentationNamesEveryColumn() throws {
    let table = try Sample.definition().table(of: Sample.rows)
    for name in ["scenario", "placement", "children_count", "children_percent"] {
      #expect(table.documentation.contains("| `\(name)` |"))
    }
    #expect(table.documentation.contains("Baseline; Reform"))
    #expect(table.documentation.contains("%, 3 decimals"))
  }

  @Test func theCatalogueForgetsTheTypeOfRows() throws {
    let entry = CatalogueTable<Int>(Sample.definition()) { year in
      Sample.rows.filter { $0.year == year }
    }
    #expect(entry.stem == "cs_sample")
    #expect(try entry.table(of: 2025).rows.count == 12)
  }
}
