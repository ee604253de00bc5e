import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

/// Cox's regression, against R 4.2.2 (survival 3.5-3) and statsmodels 0.15.0.
@Suite struct CoxModelTests {
  private let people = LungData.days.map { FollowUp(time: abs($0), happened: $0 > 0) }
  private let design = Matrix(zip(LungData.ages, LungData.sexes).map { [$0, $1] })

  @Test func lungCancer() throws {
    let fit = try CoxModel(people, design: design)
    // R stops where the likelihood changes by 1e-9 of itself.
    expectClose(fit.coefficients, [0.0170453318454, -0.5132185171084], relative: 1e-8)
    expectClose(fit.standardErrors, [0.00922327347697, 0.16745796235577], relative: 1e-9)
    expectClose(fit.nullLogLikelihood, -749.909801390, relative: 1e-11)
    expectClose(fit.logLikelihood, -742.848245784, relative: 1e-11)
    expectClose(try #require(fit.concordance), 0.602853002898, relative: 1e-10)
    #expect(
      fit.test.freedom == 2 && fit.test.statistic == 2 * (fit.logLikelihood - fit.nullLogLikelihood)
    )
    let breslow = try CoxModel(people, design: design, ties: .breslow)
    expectClose(breslow.coefficients, [0.0170128891984, -0.5125647915187], relative: 1e-8)
  }

  /// Covariates may be shifted and stretched, time stretched; without ties both ways agree.
  @Test func laws() throws {
    let fit = try CoxModel(people, design: design)
    let moved = try CoxModel(
      people.map { FollowUp(time: sqrt($0.time), event: $0.event) },
      design: Matrix(zip(LungData.ages, LungData.sexes).map { [10 * $0 - 400, 2 - $1] }))
    expectClose(moved.coefficients[0], fit.coefficients[0] / 10, relative: 1e-9)
    expectClose(moved.coefficients[1], -fit.coefficients[1], relative: 1e-9)
    let apart = people.enumerated().map {
      FollowUp(time: $1.time + 0.001 * Double($0), event: $1.event)
    }
    let efron = try CoxModel(apart, design: design)
    let breslow = try CoxModel(apart, design: design, ties: .breslow)
    expectClose(efron.coefficients, breslow.coefficients, relative: 1e-12)
  }

  /// Two covariates, ties and late entry (statsmodels; entries half a day later there, because it has
  /// those who enter at the time of an event at risk).
  @Test func lateEntry() throws {
    let people = (0..<80).map { i in
      let entry = Double(i * 7 % 11)
      return FollowUp(
        time: entry + 1 + Double(i * 13 % 23), happened: i * 5 % 3 > 0, entry: entry)
    }
    let design = Matrix((0..<80).map { [sin(Double($0) * 1.7), Double($0 * 3 % 5)] })
    let cases: [(CoxModel.Ties, [Double], [Double], Double)] = [
      (
        .efron, [0.14226336542103096, -0.009912950266213284],
        [0.1951599010998202, 0.10099758499481798], -171.5550965443051
      ),
      (
        .breslow, [0.13692571946588025, -0.00525214294157277],
        [0.1958365197327186, 0.1009628927994453], -173.69723843553408
      ),
    ]
    for (ties, coefficients, errors, logLikelihood) in cases {
      let fit = try CoxModel(people, design: design, ties: ties)
      expectClose(fit.coefficients, coefficients, relative: 1e-7)
      expectClose(fit.standardErrors, errors, relative: 1e-7)
      expectClose(fit.logLikelihood, logLikelihood, relative: 1e-11)
    }
  }

  /// A covariate that parts those with events from the others has no greatest likelihood; covariates
  /// that follow from each other are named as such.
  @Test func brokenFits() {
    let parted = (1...8).map { FollowUp(time: Double($0), happened: $0 <= 4) }
    #expect(throws: StatisticsError.self) {
      try CoxModel(parted, design: Matrix((1...8).map { [$0 <= 4 ? 1.0 : 0] }))
    }
    #expect(throws: LinearAlgebraError.self) {
      try CoxModel(
        parted,
        design: Matrix(
          (1...8).map { (place: Int) -> [Double] in
            let value = Double(place * 3 % 7)
            return [value, 2 * value]
          }))
    }
    #expect(throws: LinearAlgebraError.self) {
      try CoxModel(
        [FollowUp(time: 1, happened: false), FollowUp(time: 2, happened: false)],
        design: Matrix([[1], [2]]))
    }
  }
}
