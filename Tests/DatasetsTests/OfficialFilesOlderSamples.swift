/// Samples from the tables of the 2024 and 2023 releases.
extension OfficialTable {
  private static let supported =
    "Independent and semi-independent living arrangements/ supported accommodation"

  private static func carerCells(inside: String, outside: String, carer: String) -> (
    String, String
  ) {
    (
      "\(inside) Total foster placements inside council boundary with \(carer)",
      "\(outside) Total foster placements outside council boundary with \(carer)"
    )
  }

  private static let relative = carerCells(
    inside: "1a.1", outside: "1b.1", carer: "relative or friend")

  static let release2024: [OfficialTable] = [
    OfficialTable(
      path: "dfe_cla_2024_release/national_cla_on_31_march_by_characteristics.csv",
      keys: ["cla_group", "characteristic"], value: "number",
      samples: [
        Sample("children-looked-after", "2020,Total", "Age group|Total children"),
        Sample(
          "children-looked-after-by-placement", "2020,supported-accommodation",
          "Placement|5. Total independent and semi-independent living arrangements/ "
            + "supported accommodation"),
        Sample("foster-by-carer", "2024,Total", "Placement|1. Total foster placements"),
        Sample(
          "foster-by-carer", "2024,relative-or-friend", "Placement|\(relative.0)",
          "Placement|\(relative.1)"),
        Sample(
          "secure-and-childrens-homes", "2024,secure-home,outside",
          "Placement|4b Secure home placement outside the council boundary"),
        Sample(
          "secure-and-childrens-homes", "2021,childrens-home,inside",
          "Placement|4c.1 Children's home placement inside the council boundary"),
      ]),
    OfficialTable(
      path: "dfe_cla_2024_release/national_cla_started_to_be_looked_after.csv",
      keys: ["cla_group", "characteristic"], value: "number",
      samples: [
        Sample("children-starting", "2020,10-15", "Age on starting|10 to 15 years"),
        Sample(
          "children-starting-by-placement", "2024,foster-relative-or-friend",
          "Placement group|\(relative.0)", "Placement group|\(relative.1)"),
        Sample(
          "children-starting-by-placement", "2024,other",
          "Placement group|8. Total other placements"),
        Sample(
          "children-starting-by-placement", "2020,placed-for-adoption",
          "Placement group|2. Total placed for adoption"),
      ]),
    OfficialTable(
      path:
        "dfe_cla_2024_release/national_children_who_ceased_to_be_looked_after_during_the_year.csv",
      keys: ["cla_group", "characteristic"], value: "number",
      samples: [
        Sample(
          "children-ceasing-on-18th-birthday", "2024", "Age on ceasing|Ceased on 18th birthday"),
        Sample(
          "children-ceasing-on-18th-birthday", "2020", "Age on ceasing|Ceased on 18th birthday"),
        Sample(
          "children-ceasing-by-placement", "2024,with-parents",
          "Placement group|3. Total placed with parents or other person "
            + "with parental responsibility"),
        Sample(
          "children-ceasing-by-reason", "2020,aged-18-remained-with-carers",
          "Reason episode ceased|Aged 18 (or over) and remained with current carers"),
      ]),
    OfficialTable(
      path: "dfe_cla_2024_release/"
        + "national_cla_on_31_march_by_placement_provider_placement_type_and_locality.csv",
      keys: ["placement_type", "placement_provider"], value: "number",
      samples: [
        Sample(
          "placement-provider-by-type", "2024,foster,own",
          "2a. Foster placements|Own provision (by the LA)",
          "3a. Foster placements|Own provision (by the LA)"),
        Sample(
          "placement-provider-by-type", "2024,secure-and-childrens-homes,private",
          "2b. Secure homes and children's homes|Private provision",
          "3b. Secure homes and children's homes|Private provision"),
        Sample(
          "placement-provider-by-type-and-locality",
          "2024,outside,secure-and-childrens-homes,own",
          "3b. Secure homes and children's homes|Own provision (by the LA)"),
        Sample(
          "placement-provider-by-type-and-locality", "2022,inside,Total,private",
          "2. All children placed inside council boundary|Private provision"),
        Sample(
          "foster-by-provider", "2020,voluntary",
          "2a. Foster placements|Voluntary/third sector provision",
          "3a. Foster placements|Voluntary/third sector provision"),
      ]),
    OfficialTable(
      path: "dfe_cla_2024_release/"
        + "national_cla_on_31_march_by_placement_distance_and_placement_locality.csv",
      keys: ["cla_group", "characteristic"], value: "number",
      samples: [
        Sample("placement-distance", "2024,Total,Total", "All children|Total"),
        Sample(
          "placement-distance", "2022,foster,outside-over-20-miles",
          "Foster placements|2.ii Over 20 miles outside LA boundary"),
        Sample(
          "placement-distance", "2024,supported-accommodation,not-known",
          "\(supported)|Distance not known or not recorded"),
      ]),
    OfficialTable(
      path: "dfe_cla_2024_release/"
        + "national_duration_of_placements_by_type_ceasing_during_the_year.csv",
      keys: ["placement_group", "placement_duration"], value: "number",
      samples: [
        Sample(
          "placement-duration-ceasing", "2023,foster,1-7-days", "Foster placements|1 to 7 days"),
        Sample(
          "placement-duration-ceasing", "2024,other,Total", "Other placement|All placements"),
        Sample(
          "placement-duration-ceasing", "2020,placed-for-adoption,5-years-and-over",
          "Placed for adoption|From 5 years and over"),
      ]),
    OfficialTable(
      path: "dfe_cla_2024_release/"
        + "national_cla_during_year_by_placement_type_and_locality_of_placement.csv",
      keys: ["cla_group", "characteristic"], value: "number",
      samples: [
        Sample("new-placements", "2024,Total", "All new placements|Total"),
        Sample("new-placements", "2021,foster", "Foster placements|Total"),
        Sample("new-placements", "2024,supported-accommodation", "\(supported)|Total"),
      ]),
  ]

  static let release2023: [OfficialTable] = [
    OfficialTable(
      path: "dfe_cla_2023_release/national_cla_on_31_march_by_characteristics.csv",
      keys: ["cla_group", "characteristic"], value: "number",
      samples: [
        Sample("children-looked-after", "2019,1-4", "Age group|1 to 4 years"),
        Sample(
          "children-looked-after-by-placement", "2019,supported-accommodation",
          "Placement|4a Living independently",
          "Placement|5d Semi-independent living accommodation not subject to children's homes "
            + "regulations"),
        Sample(
          "children-looked-after-by-placement", "2019,secure-and-childrens-homes",
          "Placement|5. Total secure units, children's homes and semi-independent living "
            + "accommodation",
          "-Placement|5d Semi-independent living accommodation not subject to children's homes "
            + "regulations"),
      ]),
    OfficialTable(
      path:
        "dfe_cla_2023_release/national_children_who_ceased_to_be_looked_after_during_the_year.csv",
      keys: ["cla_group", "characteristic"], value: "number",
      samples: [
        Sample(
          "children-ceasing", "2019,18-and-over", "Age on ceasing|Ceased on 18th birthday",
          "Age on ceasing|Ceased when older than 18th birthday"),
        Sample(
          "children-ceasing-by-reason", "2019,custody", "Reason episode ceased|Sentenced to custody"
        ),
      ]),
    OfficialTable(
      path: "dfe_cla_2023_release/national_cla_started_to_be_looked_after.csv",
      keys: ["cla_group", "characteristic"], value: "number",
      samples: [
        Sample("children-starting", "2019,Total", "Age on starting|Total children"),
        Sample(
          "children-starting-by-placement", "2019,supported-accommodation",
          "Placement group|4a. Living independently",
          "Placement group|5d. Semi-independent living accommodation not subject to children's "
            + "homes regulations"),
      ]),
  ]

  static let stability: [OfficialTable] = [
    OfficialTable(
      path: "dfe_cla_2024_release/national_cla_pl_count_by_characteristics.csv",
      keys: ["cla_group", "population_group", "characteristic", "placement_stability"],
      value: "number",
      samples: [
        Sample(
          "placement-stability-by-group", "2024,all,3-or-more",
          "CLA on 31 March|Age group|Total children|With 3 or more placements during the year"),
        Sample(
          "placement-stability-by-group", "2024,whole-year,1",
          "CLA 12 months on 31 March|Age group|Total children|With 1 placement during the year"),
        Sample(
          "placement-stability-by-group", "2020,under-12-months,2",
          "CLA less than 12 months on 31 March|Age group|Total children|"
            + "With 2 placements during the year"),
        Sample(
          "placement-stability-by-age", "2024,16-17,3-or-more",
          "CLA on 31 March|Age group|16 years and over|With 3 or more placements during the year"),
        Sample(
          "placement-stability-by-group-and-age", "2022,whole-year,10-15,Total",
          "CLA 12 months on 31 March|Age group|10 to 15 years|Total children"),
        Sample(
          "placement-stability-by-first-placement", "2024,supported-accommodation,2",
          "CLA on 31 March|First placement during the year|\(supported)|"
            + "With 2 placements during the year"),
        Sample(
          "placement-stability-asylum", "2023,asylum-seeking,3-or-more",
          "CLA on 31 March|Unaccompanied asylum-seeking children|"
            + "Unaccompanied asylum-seeking children|With 3 or more placements during the year"),
        Sample(
          "placement-count-distribution", "2024,7-or-more",
          "CLA on 31 March|Total children|Total children|"
            + "With 7 or more placements during the year"),
      ]),
    OfficialTable(
      path: "dfe_cla_2024_release/national_reason_for_placement_change_during_year.csv",
      keys: ["cla_group", "characteristic", "reason_for_change"], value: "number",
      samples: [
        Sample(
          "placement-changes-by-age-and-reason", "2024,16-17,status-only",
          "Age|16 years and over|Change in the status of a placement only"),
        Sample(
          "placement-changes-by-age-and-reason", "2020,0,custody", "Age|Under 1 year|Custody"),
        Sample(
          "placement-changes-by-placement-and-reason", "2024,foster,Total",
          "Placement type|Foster placements|All Placements"),
      ]),
  ]
}
