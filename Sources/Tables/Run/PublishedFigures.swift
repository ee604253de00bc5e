public import CareModel
public import Parameters
import Statistics

/// Published figures of the year in which projections open, for the rows of outturn: each as
/// published, or the marker that was published in its place.
public struct PublishedFigures: Sendable {
  /// The reporting year.
  public let year: Int
  /// Children who started to be looked after in the year by age: `children-starting`.
  public let starts: [AgeGroup: IndicatorValue]
  /// The same in all.
  public let startsTotal: IndicatorValue
  /// Children who ceased to be looked after before 18 by age: `children-ceasing`.
  public let ceased: [ExitAgeGroup: IndicatorValue]
  /// Those who ceased at 18 or later.
  public let ceasedAtEighteen: IndicatorValue
  /// All who ceased.
  public let ceasedTotal: IndicatorValue
  /// Those who ceased before 18 for a reason with a rate of its own, from `children-ceasing-by-reason`:
  /// the sum of its published reasons, and under ``ExitReason/otherReason`` what remains.
  public let ceasedFor: [ExitReason: IndicatorValue]
  /// Those whose care another authority took over.
  public let transfers: IndicatorValue
  /// Children on 31 March with 1, 2 and 3 or more placements in the year:
  /// `placement-stability-by-group`.
  public let placementsSoFar: [IndicatorValue]
  /// The same in all, of that release.
  public let placementsSoFarTotal: IndicatorValue
  /// Share in per cent with the same carer for two years: `same-carer-two-years`.
  public let sameCarer: IndicatorValue
  /// Children on 31 March by ``DistanceBand``: `placement-locality-and-distance`.
  public let distance: [String: IndicatorValue]
  /// The same in all.
  public let distanceTotal: IndicatorValue
  /// Care leavers of a group by activity: `care-leavers-activity`.
  public let activity: [CareLeaverAgeGroup: [CareLeaverActivityGroup: IndicatorValue]]
  /// Care leavers of an age by accommodation: `care-leavers-accommodation`. A sum with a suppressed
  /// part is suppressed.
  public let accommodation: [CareLeaverAge: [CareLeaverAccommodation: IndicatorValue]]
  /// Care leavers of an age in all, of that release.
  public let accommodationTotal: [CareLeaverAge: IndicatorValue]
  /// Published GDP deflator and its official forecast.
  public let deflator: Series

  /// Reads the figures of a year.
  ///
  /// - Throws: `InputError` where a series is missing or has no row for the year.
  public init(year: Int = CareModelInputs.openingYear, from data: DataFolder) throws {
    func figure(_ id: String, _ categories: [String]) throws -> IndicatorValue {
      let series = try data.series(id)
      guard let entry = series.entry(year: year, categories) else {
        throw InputError(
          InputFault.missingFigure(series: id, year: year, categories: categories, status: nil),
          at: Place(file: "series/\(id)/data.csv"))
      }
      if let value = entry.value { return .number(Uncertain(value)) }
      return .marker(entry.status.flatMap { Marker(rawValue: $0.rawValue) } ?? .notAvailable)
    }
    func figures<Category: Hashable>(
      _ categories: [Category], _ figure: (Category) throws -> IndicatorValue
    ) rethrows -> [Category: IndicatorValue] {
      try categories.reduce(into: [:]) { $0[$1] = try figure($1) }
    }
    func sum(_ values: [IndicatorValue]) -> IndicatorValue {
      values.dropFirst().reduce(values[0]) { $0.plus($1) }
    }
    self.year = year
    starts = try figures(AgeGroup.allCases) { try figure("children-starting", [$0.rawValue]) }
    startsTotal = try figure("children-starting", ["Total"])
    ceased = try figures(ExitAgeGroup.allCases) { try figure("children-ceasing", [$0.rawValue]) }
    ceasedAtEighteen = try figure("children-ceasing", ["18-and-over"])
    ceasedTotal = try figure("children-ceasing", ["Total"])
    transfers = try figure("children-ceasing-by-reason", ["other-local-authority"])
    var byReason = try figures(ExitReason.allCases.filter { !$0.publishedReasons.isEmpty }) {
      sum(try $0.publishedReasons.map { try figure("children-ceasing-by-reason", [$0]) })
    }
    let rest = ExitReason.allCases.first { $0.publishedReasons.isEmpty }!
    byReason[rest] = sum(
      [ceasedTotal]
        + ([ceasedAtEighteen, transfers]
        + byReason.sorted { $0.key.index < $1.key.index }
        .map(\.value)).map(\.negated))
    ceasedFor = byReason
    placementsSoFar = try ["1", "2", "3-or-more"].map {
      try figure("placement-stability-by-group", ["all", $0])
    }
    sameCarer = try figure("same-carer-two-years", ["same-carer-two-years"])
      .percent(of: figure("same-carer-two-years", ["Total"]))
    let distances = "placement-locality-and-distance"
    distanceTotal = try figure(distances, ["Total"])
    distance = try DistanceBand.all.reduce(into: [:]) { result, distance in
      let parts = try distance.published.map { try figure(distances, [$0]) }
      result[distance.id] = parts.dropFirst().reduce(parts[0]) { $0.plus($1) }
    }
    placementsSoFarTotal = try figure("placement-stability-by-group", ["all", "Total"])
    activity = try CareLeaverAgeGroup.allCases.reduce(into: [:]) { groups, age in
      groups[age] = try figures(CareLeaverActivityGroup.all) {
        try figure("care-leavers-activity", [age.rawValue, $0.category])
      }
    }
    let accommodation = { (age: CareLeaverAge, categories: [String]) in
      sum(
        try age.publishedAges.flatMap { single in
          try categories.map { try figure("care-leavers-accommodation", [single, $0]) }
        })
    }
    self.accommodation = try CareLeaverAge.allCases.reduce(into: [:]) { ages, age in
      ages[age] = try figures(CareLeaverAccommodation.allCases) {
        try accommodation(age, $0.publishedTypes)
      }
    }
    accommodationTotal = try figures(CareLeaverAge.allCases) { try accommodation($0, ["Total"]) }
    deflator = try data.series("gdp-deflator")
  }
}

extension PublishedFigures {
  private init(
    _ other: PublishedFigures, _ change: (IndicatorValue) -> IndicatorValue
  ) {
    year = other.year
    starts = other.starts.mapValues(change)
    startsTotal = change(other.startsTotal)
    ceased = other.ceased.mapValues(change)
    ceasedAtEighteen = change(other.ceasedAtEighteen)
    ceasedTotal = change(other.ceasedTotal)
    ceasedFor = other.ceasedFor.mapValues(change)
    transfers = change(other.transfers)
    placementsSoFar = other.placementsSoFar.map(change)
    placementsSoFarTotal = change(other.placementsSoFarTotal)
    sameCarer = change(other.sameCarer)
    distance = other.distance.mapValues(change)
    distanceTotal = change(other.distanceTotal)
    activity = other.activity.mapValues { $0.mapValues(change) }
    accommodation = other.accommodation.mapValues { $0.mapValues(change) }
    accommodationTotal = other.accommodationTotal.mapValues(change)
    deflator = other.deflator
  }

  /// The same figures with each of them changed.
  func mapped(_ change: (IndicatorValue) -> IndicatorValue) -> PublishedFigures {
    PublishedFigures(self, change)
  }
}

extension IndicatorValue {
  /// The sum of two figures; a marker if one of them is.
  func plus(_ other: IndicatorValue) -> IndicatorValue {
    switch (self, other) {
    case (.number(let a), .number(let b)): .number(a + b)
    case (.marker, _): self
    case (_, .marker): other
    }
  }

  /// The figure below 0, or the marker.
  var negated: IndicatorValue {
    if case .number(let number) = self { .number(-number) } else { self }
  }

  /// The figure in per cent of a whole; a marker if one of them is.
  func percent(of whole: IndicatorValue) -> IndicatorValue {
    switch (self, whole) {
    case (.number(let part), .number(let all)): .percent(part, of: all)
    case (.marker, _): self
    case (_, .marker): whole
    }
  }
}
