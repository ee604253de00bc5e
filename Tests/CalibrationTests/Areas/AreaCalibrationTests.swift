import CareModel
import Datasets
import Parameters
import Testing

@testable import Calibration

/// The fit of what authorities differ in, over the data that ship.
@Suite struct AreaCalibrationTests {
  static let data = Result { try DataFolder(Datasets.folder, everySeries: false) }
  static let effects = Result {
    try AreaCalibration(data: data.get(), through: 2024).effects()
  }

  /// Every effect is observed, once.
  @Test func everyEffectIsFitted() throws {
    #expect(ObservedEffect.all.map(\.effect) == AreaEffect.all)
    let codes = try Set(Self.data.get().areas().authorities.map(\.code))
    for effect in AreaEffect.all {
      let fitted = try #require(try Self.effects.get()[effect])
      #expect(Set(fitted.estimates.keys) == codes)
      for estimate in fitted.estimates.values {
        #expect(estimate.value.isFinite && estimate.deviation > 0)
        #expect((0...1).contains(estimate.ownShare))
      }
    }
  }

  /// What ships is what the fit gives.
  @Test func theKeptFitIsTheFit() throws {
    #expect(try Self.data.get().areaEffects() == Self.effects.get())
  }

  /// Large authorities speak for themselves, small ones less, and one of which nothing is published not
  /// at all: it has the mean of its region.
  @Test func shrinkageFollowsTheData() throws {
    let areas = try Self.data.get().areas()
    func own(_ name: String, _ effect: AreaEffect) throws -> Double {
      let code = try areas.named(name).code
      return try #require(try Self.effects.get()[effect]?.estimates[code]).ownShare
    }
    for effect in AreaEffect.all {
      let large = try own("Birmingham", effect), small = try own("Rutland", effect)
      let nothing = try own("Isles of Scilly", effect)
      #expect(large > small && small > nothing, "\(effect.id): \(large), \(small), \(nothing)")
      #expect(large > 0.6 && nothing < 0.35)
    }
  }

  /// A year that may not be read changes nothing.
  @Test func laterYearsAreNotRead() throws {
    let early = try AreaCalibration(data: Self.data.get(), through: 2022).effects()
    #expect(try early != Self.effects.get())
    let history = try AreaHistory(from: Self.data.get(), through: 2022)
    #expect(history.years.upperBound == 2022)
  }

  /// Authorities that another has been divided into have its history; where several were joined there
  /// is none.
  @Test func historiesOfAuthoritiesThatCameBefore() throws {
    let data = try Self.data.get()
    let areas = try data.areas()
    let history = try AreaHistory(from: data, through: 2024)
    let (cumberland, westmorland) = (
      try areas.named("Cumberland"), try areas.named("Westmorland and Furness")
    )
    let starts = history.starts(cumberland, in: 2021)
    #expect(starts.0.number != nil && starts.of == 2)
    #expect(history.starts(westmorland, in: 2021).0 == starts.0)
    #expect(history.starts(cumberland, in: 2024).of == 1)
    let joined = try areas.named("Bournemouth, Christchurch and Poole")
    #expect(history.starts(joined, in: 2018).0 == .missing)
  }
}
