import CareModel
public import Parameters

extension PublishedCareYear {
  /// Reads one year of the published series.
  ///
  /// Where the newest release has no split, the shares of the 2024 release are applied to its
  /// counts: own, agency and relative foster care, own and private children's homes, secure homes.
  ///
  /// - Parameters:
  ///   - year: The reporting year.
  ///   - series: The series by id.
  public init(year: Int, series: DataFolder) throws {
    func figure(_ id: String, _ categories: String...) throws -> Double {
      try series.series(id).required(year: year, categories)
    }
    func headings(_ id: String, _ keep: [String]) throws -> [String: Double] {
      let found = try series.series(id)
      return keep.reduce(into: [:]) { result, heading in
        if let count = found.value(year: year, [heading]), count > 0 { result[heading] = count }
      }
    }
    self.init(
      year: year,
      stock: try AgeGroup.allCases.map { try figure("children-looked-after", $0.rawValue) },
      stockTotal: try figure("children-looked-after", "Total"),
      stockByPlacement: try Self.stockByPlacement(year: year, series: series),
      asylumStock: try figure("children-looked-after-asylum-seeking", "asylum-seeking"),
      asylumUnderSixteen: try figure("children-looked-after-asylum-seeking-by-age", "under-16")
        / figure("children-looked-after-asylum-seeking-by-age", "Total"),
      asylumByPlacement: try Self.asylumByPlacement(year: year, series: series),
      starts: try AgeGroup.allCases.map { try figure("children-starting", $0.rawValue) },
      asylumStarts: try figure("children-starting-asylum-seeking", "asylum-seeking"),
      startsByPlacement: Self.acrossTheBreak(
        try headings("children-starting-by-placement", Self.splitHeadings)),
      ceased: try ExitAgeGroup.allCases.map { try figure("children-ceasing", $0.rawValue) },
      ceasedAtEighteen: try figure("children-ceasing", "18-and-over"),
      ceasedTotal: try figure("children-ceasing", "Total"),
      ceasedByReason: try ExitReason.allCases.filter { !$0.publishedReasons.isEmpty }
        .map { reason in
          ExitReasonCount(
            reason: reason,
            children: try reason.publishedReasons.reduce(0) {
              $0 + (try figure("children-ceasing-by-reason", $1))
            })
        },
      ceasedAsylum: try series.series("children-ceasing-asylum-seeking")
        .value(year: year, ["asylum-seeking"]),
      ceasedByPlacement: Self.acrossTheBreak(
        try headings("children-ceasing-by-placement", Self.splitHeadings)),
      transfers: try figure("children-ceasing-by-reason", "other-local-authority"),
      newPlacements: Self.withoutReheading(
        try headings("new-placements", Self.headings), year: year),
      placementsSoFar: try ["whole-year", "under-12-months"].map { group in
        try ["1", "2", "3-or-more"].map { count in
          try figure("placement-stability-by-group", group, count)
        }
      })
  }

  /// The series that hold what is read of a year.
  static let series = [
    "children-ceasing", "children-ceasing-asylum-seeking", "children-ceasing-by-placement",
    "children-ceasing-by-reason", "children-looked-after", "children-looked-after-asylum-seeking",
    "children-looked-after-asylum-seeking-by-age",
    "children-looked-after-asylum-seeking-by-placement", "children-looked-after-by-placement",
    "children-starting", "children-starting-asylum-seeking", "children-starting-by-placement",
    "foster-by-carer", "foster-by-provider", "new-placements", "placement-provider-by-type",
    "placement-stability-by-group", "secure-and-childrens-homes",
  ]

  /// Headings of a series by placement group.
  private static let headings = [
    "foster", "placed-for-adoption", "with-parents", "secure-and-childrens-homes",
    "supported-accommodation", "residential-school", "other-residential", "other",
  ]

  /// Headings of a series that divides foster care by carer.
  private static let splitHeadings =
    ["foster-relative-or-friend", "foster-other-carer"] + headings.dropFirst()

  /// Supported accommodation and other placements as one heading, because about 2,800 children were
  /// moved from the one to the other in 2023-24.
  private static func acrossTheBreak(
    _ headings: [String: Double]
  ) -> [String: Double] {
    guard let supported = headings["supported-accommodation"],
      let other = headings["other"]
    else { return headings }
    var result = headings
    result["supported-accommodation"] = nil
    result["other"] = nil
    result["supported-and-other"] = supported + other
    return result
  }

  /// The year in which supported accommodation had to register and the headings changed.
  private static let breakYear = 2024

  /// New placements without those under supported accommodation and other of the break's year,
  /// thousands of which were a change of status in the same place.
  private static func withoutReheading(
    _ headings: [String: Double], year: Int
  ) -> [String: Double] {
    var result = acrossTheBreak(headings)
    if year == breakYear { result["supported-and-other"] = nil }
    return result
  }

  private static func asylumByPlacement(
    year: Int, series: DataFolder
  ) throws -> [String: Double] {
    let found = try series.series("children-looked-after-asylum-seeking-by-placement")
    func figure(_ heading: String) throws -> Double {
      try found.required(year: year, [heading])
    }
    // "All other" holds, since 2024, those whose supported accommodation is not registered.
    return [
      "foster": try figure("foster"),
      "secure-and-childrens-homes": try figure("secure-and-childrens-homes"),
      "supported-and-other": try figure("supported-accommodation") + figure("all-other"),
    ]
  }

  private static func stockByPlacement(
    year: Int, series: DataFolder
  ) throws -> [String: Double] {
    var result = try headings.reduce(into: [String: Double]()) {
      $0[$1] = try series.series("children-looked-after-by-placement").required(year: year, [$1])
    }
    // Each heading is rounded alone; what they add up to beyond the total is shared equally.
    let total = try series.series("children-looked-after-by-placement")
      .required(year: year, ["Total"])
    let excess = (result.values.sorted().reduce(0, +) - total) / Double(result.count)
    result = result.mapValues { $0 - excess }
    if year < breakYear { result = acrossTheBreak(result) }
    let foster = result.removeValue(forKey: "foster")!
    for (id, share) in try fosterShares(year: year, series: series) { result[id] = share * foster }
    let homes = result.removeValue(forKey: "secure-and-childrens-homes")!
    for (id, share) in try homeShares(year: year, series: series) { result[id] = share * homes }
    return result
  }

  /// Shares of foster care: relatives or friends by carer; the rest own where the provider is a
  /// council or another public body, agency where it is private or voluntary.
  private static func fosterShares(year: Int, series: DataFolder) throws -> [String: Double] {
    let carers = try series.series("foster-by-carer")
    let providers = try series.series("foster-by-provider")
    let total = try carers.required(year: year, ["Total"])
    let relative = try carers.required(year: year, ["relative-or-friend"])
    let agency = try ["private", "voluntary"].reduce(0) {
      $0 + (try providers.required(year: year, [$1]))
    }
    return [
      "relative-foster": relative / total,
      "agency-foster": agency / total,
      "own-foster": 1 - (relative + agency) / total,
    ]
  }

  /// Shares of secure and children's homes: secure homes by kind; the rest own or private by
  /// provider, secure homes being nearly all run by councils.
  private static func homeShares(year: Int, series: DataFolder) throws -> [String: Double] {
    let kinds = try series.series("secure-and-childrens-homes")
    let providers = try series.series("placement-provider-by-type")
    let secure = try kinds.total(year: year, "secure-home")
    let homes = try secure + kinds.total(year: year, "childrens-home")
    let group = "secure-and-childrens-homes"
    // Providers of 2019 were published with semi-independent living among the homes.
    let split = max(year, providers.years[0])
    let total = try providers.required(year: split, [group, "Total"])
    let bought = try ["private", "voluntary"].reduce(0) {
      $0 + (try providers.required(year: split, [group, $1]))
    }
    return [
      "secure": secure / homes,
      "childrens-home-private": bought / total,
      "childrens-home-own": 1 - secure / homes - bought / total,
    ]
  }
}

extension Series {
  /// Homes of a kind, inside and outside the boundary of the responsible authority.
  fileprivate func total(year: Int, _ kind: String) throws -> Double {
    try ["inside", "outside"].reduce(0) { $0 + (try required(year: year, [kind, $1])) }
  }
}
