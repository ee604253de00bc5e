import CareModel
import Foundation
import Parameters
import Statistics

/// How far an authority's published counts of a year are from England's, on the scale of an effect.
struct AreaObservation: Sendable, Equatable {
  /// What the distance lies between; one number where the counts are published.
  let range: ClosedRange<Double>
  /// Its variance were children independent of each other; > 0.
  let variance: Double

  /// What a filter is told.
  ///
  /// - Parameter dispersion: Variance over that of independent children.
  func observation(dispersion: Double) -> LevelFilter.Observation {
    range.lowerBound == range.upperBound
      ? .value(range.lowerBound, variance: dispersion * variance)
      : .between(range.lowerBound, range.upperBound, variance: dispersion * variance)
  }
}

/// An effect and how it is seen in the published counts.
struct ObservedEffect: Sendable {
  let effect: AreaEffect
  /// The authorities of a year, in their order; `nil` where nothing is known.
  let observe: @Sendable (AreaHistory, _ year: Int) -> [AreaObservation?]

  /// Every effect of ``AreaEffect/all``, in its order.
  static let all =
    [
      ObservedEffect(effect: .turnover) { history, year in
        flows(history, year) { starts, ceased in
          ((starts.lowerBound + ceased.lowerBound) / 2)...((starts.upperBound + ceased.upperBound)
            / 2)
        } variance: {
          ($0 + $1) / 4
        }
      },
      ObservedEffect(effect: .balance) { history, year in
        flows(history, year) { starts, ceased in
          (starts.lowerBound - ceased.upperBound)...(starts.upperBound - ceased.lowerBound)
        } variance: {
          $0 + $1
        }
      },
      ObservedEffect(effect: .threeOrMore) { history, year in
        shares(history) { history.threeOrMore($0, in: year) }
      },
    ]
    + CareLeaverAgeGroup.allCases.map { group in
      ObservedEffect(effect: .neet(group)) { history, year in
        shares(history) { history.neet(group, $0, in: year) }
      }
    }
}

/// Distances of starts and of ceasings per child looked after, put together.
///
/// A child looked after is the mean of both ends of the year, as far as they are published. England's
/// rates are those of the authorities all of whose numbers are.
private func flows(
  _ history: AreaHistory, _ year: Int,
  _ combined: (ClosedRange<Double>, ClosedRange<Double>) -> ClosedRange<Double>,
  variance: (Double, Double) -> Double
) -> [AreaObservation?] {
  let areas = history.areas.authorities
  let stocks = areas.map { area -> Double? in
    let ends = [year - 1, year].compactMap { history.stock(area, in: $0).number }
    return ends.isEmpty ? nil : ends.reduce(0, +) / Double(ends.count)
  }
  let starts = areas.map { history.starts($0, in: year) }
  let ceased = areas.map { history.ceased($0, in: year) }
  let whole = areas.indices.filter {
    stocks[$0] != nil && starts[$0].0.number != nil && ceased[$0].0.number != nil
  }
  let children = whole.reduce(0) { $0 + stocks[$1]! }
  guard children > 0 else { return areas.map { _ in nil } }
  let startRate = whole.reduce(0) { $0 + starts[$1].0.number! } / children
  let ceasedRate = whole.reduce(0) { $0 + ceased[$1].0.number! } / children
  return areas.indices.map { index in
    guard let stock = stocks[index], stock > 0, let started = starts[index].0.range,
      let left = ceased[index].0.range
    else { return nil }
    let expected = (starts: startRate * stock, ceased: ceasedRate * stock)
    func distance(_ count: ClosedRange<Double>, _ expected: Double) -> ClosedRange<Double> {
      let expected = expected + AreaEffect.half
      return log(
        (count.lowerBound + AreaEffect.half) / expected)...log(
          (count.upperBound + AreaEffect.half) / expected)
    }
    return AreaObservation(
      range: combined(distance(started, expected.starts), distance(left, expected.ceased)),
      variance: Double(starts[index].of)
        * variance(
          AreaEffect.chance(ofCount: expected.starts),
          AreaEffect.chance(ofCount: expected.ceased)))
  }
}

/// Distances of a share's logarithm of odds.
private func shares(
  _ history: AreaHistory,
  _ counts: (Area) -> (part: (AreaCount, of: Int), whole: AreaCount)
) -> [AreaObservation?] {
  let found = history.areas.authorities.map(counts)
  let known = found.filter { $0.part.0.number != nil && $0.whole.number != nil }
  let whole = known.reduce(0) { $0 + $1.whole.number! }
  guard whole > 0 else { return found.map { _ in nil } }
  let share = known.reduce(0) { $0 + $1.part.0.number! } / whole
  let england = log(share / (1 - share))
  return found.map { area in
    guard let part = area.part.0.range, let all = area.whole.number, all > part.upperBound else {
      return nil
    }
    func distance(_ count: Double) -> Double {
      log((count + AreaEffect.half) / (all - count + AreaEffect.half)) - england
    }
    return AreaObservation(
      range: distance(part.lowerBound)...distance(part.upperBound),
      variance: Double(area.part.of) * AreaEffect.chance(ofShare: share, of: all))
  }
}
