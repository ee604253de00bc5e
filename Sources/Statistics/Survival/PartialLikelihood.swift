import Foundation
import LinearAlgebra

/// The partial likelihood of ``CoxModel``, with its derivatives.
///
/// At each time of events, with w = exp(x β) added up over those at risk (S) and those with an event then
/// (D), Efron's part is `Σ x β − Σ_l log(S − (l / d) D)`, l from 0 to d − 1; Breslow's has l = 0 throughout.
struct PartialLikelihood {
  private let people: [FollowUp]
  /// Covariates about their means, row by row.
  private let rows: [[Double]]
  private let isEfron: Bool
  /// By end, the last first, and by entry likewise.
  private let byEnd: [Int]
  private let byEntry: [Int]

  init(_ people: [FollowUp], _ design: Matrix, _ ties: CoxModel.Ties) {
    self.people = people
    let means = (0..<design.columns).map { column in
      mean(of: (0..<design.rows).map { design[$0, column] })
    }
    rows = (0..<design.rows).map { row in means.indices.map { design[row, $0] - means[$0] } }
    isEfron = ties == .efron
    byEnd = people.indices.sorted { (people[$0].time, $0) > (people[$1].time, $1) }
    byEntry = people.indices.sorted { (people[$0].entry, $0) > (people[$1].entry, $1) }
  }

  /// Its logarithm, gradient and information (less the second derivatives) at coefficients.
  func derivatives(
    at beta: [Double]
  ) -> (value: Double, gradient: [Double], information: Matrix) {
    let predictors = rows.map { inner($0, beta) }
    let top = predictors.max() ?? 0
    let p = beta.count
    var value = 0.0
    var gradient = [Double](repeating: 0, count: p)
    var information = Matrix(rows: p, columns: p, repeating: 0)
    var atRisk = WeightedSums(p)
    var (come, gone) = (0, 0)
    func add(_ person: Int, _ sign: Double, to sums: inout WeightedSums) {
      sums.add(rows[person], weight: sign * exp(predictors[person] - top))
    }
    while come < byEnd.count {
      // Backwards in time: those who end now join, those who came now or later were never at risk.
      let time = people[byEnd[come]].time
      var events = WeightedSums(p)
      var count = 0
      while come < byEnd.count, people[byEnd[come]].time == time {
        let person = byEnd[come]
        add(person, 1, to: &atRisk)
        if people[person].event > 0 {
          add(person, 1, to: &events)
          count += 1
          value += predictors[person] - top
          for j in 0..<p { gradient[j] += rows[person][j] }
        }
        come += 1
      }
      guard count > 0 else { continue }
      while gone < byEntry.count, people[byEntry[gone]].entry >= time {
        add(byEntry[gone], -1, to: &atRisk)
        gone += 1
      }
      for place in 0..<count {
        let part = isEfron ? Double(place) / Double(count) : 0
        let whole = atRisk.weight - part * events.weight
        let means = (0..<p).map { (atRisk.first[$0] - part * events.first[$0]) / whole }
        value -= log(whole)
        for i in 0..<p {
          gradient[i] -= means[i]
          for j in 0..<p {
            information[i, j] +=
              (atRisk.second[i * p + j] - part * events.second[i * p + j]) / whole
              - means[i] * means[j]
          }
        }
      }
    }
    return (value, gradient, information)
  }

  /// The largest `|x β|`.
  func largestPredictor(_ beta: [Double]) -> Double {
    rows.reduce(0) { max($0, abs(inner($1, beta))) }
  }

  /// See ``CoxModel/concordance``.
  func concordance(_ beta: [Double]) -> Double? {
    let predictors = rows.map { inner($0, beta) }
    var (right, pairs) = (0.0, 0.0)
    for i in people.indices where people[i].event > 0 {
      let time = people[i].time
      for j in people.indices where people[j].entry < time {
        let isLater = people[j].time > time || (people[j].time == time && people[j].event == 0)
        guard isLater else { continue }
        pairs += 1
        right += predictors[i] > predictors[j] ? 1 : predictors[i] == predictors[j] ? 0.5 : 0
      }
    }
    return pairs > 0 ? right / pairs : nil
  }
}

/// `Σ w`, `Σ w x` and `Σ w x xᵀ`.
private struct WeightedSums {
  var weight = 0.0
  var first: [Double]
  var second: [Double]

  init(_ p: Int) {
    first = Array(repeating: 0, count: p)
    second = Array(repeating: 0, count: p * p)
  }

  mutating func add(_ x: [Double], weight w: Double) {
    weight += w
    for i in x.indices {
      first[i] += w * x[i]
      for j in x.indices { second[i * x.count + j] += w * x[i] * x[j] }
    }
  }
}
