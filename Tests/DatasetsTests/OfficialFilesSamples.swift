/// Which cells are looked up: a sample of each main series, over releases, headings and markers.
extension OfficialTable {
  static let all: [OfficialTable] =
    newestRelease + release2024 + release2023 + stability + history
}

extension OfficialTable {
  private static let newestRelease: [OfficialTable] = [
    OfficialTable(
      path: "dfe_cla/la_cla_on_31_march_by_characteristics_rebuilt.csv",
      keys: ["characteristic", "breakdown"], value: "children_count",
      samples: [
        Sample("children-looked-after", "2024,Total", "Age group|Total"),
        Sample("children-looked-after", "2024,0", "Age group|Under 1 year"),
        Sample("children-looked-after", "2023,16-17", "Age group|16 years and over"),
        Sample("children-looked-after", "2021,10-15", "Age group|10 to 15 years"),
        Sample("children-looked-after-by-placement", "2024,other", "Placement|Other placements"),
        Sample("children-looked-after-by-placement", "2022,foster", "Placement|Foster placements"),
        Sample(
          "children-looked-after-by-placement", "2024,supported-accommodation",
          "Placement|Independent and semi-independent living arrangements/supported accommodation"),
        Sample(
          "children-looked-after-asylum-seeking", "2024,asylum-seeking",
          "Unaccompanied asylum-seeking children|UASC"),
        Sample("placement-provider", "2024,private", "Place providers|Private provision"),
        Sample("placement-provider", "2021,own", "Place providers|Own provision (by the LA)"),
        Sample(
          "placement-locality-and-distance", "2024,outside-not-known",
          "Distance between home and placement and locality of placement|"
            + "6. Placed outside the LA boundary, distance not known or not recorded"),
      ]),
    OfficialTable(
      path: "dfe_cla/la_children_who_started_to_be_looked_after_rebuilt.csv",
      keys: ["characteristic", "breakdown"], value: "children_count",
      samples: [
        Sample("children-starting", "2024,Total", "Age on starting|Total"),
        Sample("children-starting", "2022,16-17", "Age on starting|16 years and over"),
        Sample("children-starting", "2021,0", "Age on starting|Under 1 year"),
        Sample(
          "children-starting-asylum-seeking", "2024,asylum-seeking",
          "Unaccompanied asylum-seeking children|Unaccompanied asylum-seeking children"),
      ]),
    OfficialTable(
      path: "dfe_cla/la_children_who_ceased_during_the_year_rebuilt.csv",
      keys: ["characteristic", "breakdown"], value: "children_count",
      samples: [
        Sample("children-ceasing", "2024,Total", "Age on ceasing|Total"),
        Sample("children-ceasing", "2024,18-and-over", "Age on ceasing|18 years and over"),
        Sample("children-ceasing", "2022,17", "Age on ceasing|17 years"),
        Sample("children-ceasing-by-reason", "2024,adopted", "Reason episode ceased|Adopted"),
        Sample(
          "children-ceasing-by-reason", "2023,special-guardianship",
          "Reason episode ceased|Special guardianship order"),
        Sample(
          "children-ceasing-by-reason", "2021,aged-18-remained-with-carers",
          "Reason episode ceased|Aged 18 (or over) and remained with current carers"),
        Sample(
          "children-ceasing-asylum-seeking", "2024,asylum-seeking",
          "Unaccompanied asylum-seeking children|Unaccompanied asylum-seeking children"),
      ]),
    OfficialTable(
      path: "dfe_cla/la_cla_during_year_new_placements.csv",
      keys: ["characteristic", "breakdown"], value: "children_count",
      samples: [
        Sample(
          "placement-changes-by-reason", "2024,Total",
          "Reason for placement change during the year|Total placements changing"),
        Sample(
          "placement-changes-by-reason", "2024,status-only",
          "Reason for placement change during the year|Change in the status of a placement only"),
        Sample(
          "placement-changes-by-reason", "2021,carer-request-behaviour",
          "Reason for placement change during the year|"
            + "Carer requests placement ends due to child's behaviour"),
        Sample(
          "new-placements-by-distance", "2024,Total",
          "Location of new placements during the year|Total new placements"),
        Sample(
          "new-placements-by-distance", "2022,outside-over-20-miles",
          "Location of new placements during the year|"
            + "Placed outside LA boundary more than 20 miles from home"),
      ]),
    OfficialTable(
      path: "dfe_cla/la_cla_placement_stability.csv",
      keys: ["cla_group", "placement_stability"], value: "children_count",
      samples: [
        Sample("placement-stability-newest", "2024,Total", "CLA on 31 March|Total children"),
        Sample(
          "placement-stability-newest", "2024,3-or-more",
          "CLA on 31 March|With 3 or more placements during the year"),
        Sample(
          "placement-stability-newest", "2021,3-or-more",
          "CLA on 31 March|With 3 or more placements during the year"),
      ]),
  ]

  private static let history: [OfficialTable] = [
    OfficialTable(
      path: "dfe_cla_2024_release/cla_time_series_1994_2024.csv",
      keys: ["population_count"], value: "number",
      samples: [
        Sample("cla-history", "1994,stock", "Children looked after at 31 March"),
        Sample(
          "cla-history", "2010,starting", "Children starting to be looked after during the year"),
        Sample(
          "cla-history", "2024,ceasing", "Children ceasing to be looked after during the year"),
        Sample(
          "cla-history", "1994,stock-asylum-seeking",
          "Children looked after at 31 March who were unaccompanied asylum-seeking children"),
      ]),
    OfficialTable(
      path: "las/population_0_17_mid_2012_to_2024.csv",
      keys: ["age_group"], value: "population_estimate",
      samples: ["2012", "2019", "2024"].map {
        Sample("population-mid-year-estimate", $0, "Children aged 0 to 17 years")
      }),
  ]
}
