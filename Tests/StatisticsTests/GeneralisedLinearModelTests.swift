import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

@Suite struct GeneralisedLinearModelTests {
  private let counts: [Double] = [18, 17, 15, 20, 10, 20, 25, 13, 12]
  /// Intercept, outcomes 2 and 3, treatments 2 and 3.
  private let outcomesAndTreatments = Matrix(
    (0..<9).map { i in
      [
        1, i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0, i / 3 == 1 ? 1 : 0, i / 3 == 2 ? 1 : 0,
      ]
    })

  /// Dobson's counts, the example of R's `glm` (R 4.2.2; its standard errors are those before its last
  /// step).
  @Test func dobson() throws {
    let fit = try GeneralisedLinearModel(
      .poisson, design: outcomesAndTreatments, response: counts)
    expectClose(
      fit.coefficients, [3.04452243772, -0.454255272278, -0.292987124681, 0, 0], relative: 1e-11,
      absolute: 1e-14)
    expectClose(
      fit.standardErrors, [0.170898651504, 0.202170756683, 0.192742343532, 0.2, 0.2],
      relative: 1e-7)
    expectClose(fit.deviance, 5.129141077, relative: 1e-10)
    expectClose(fit.akaike, 56.761318402, relative: 1e-10)
  }

  /// `Tests/Oracles/offset_models.py`.
  @Test func offsets() throws {
    let offsets = (1...9).map { log(Double($0)) }
    let cases: [(family: ResponseFamily, coefficients: [Double], errors: [Double], fit: [Double])] =
      [
        (
          .poisson,
          [2.76267928378, -0.78872300386, -0.877653931992, -1.02161292076, -1.5163007492],
          [0.181956459988, 0.20309056554, 0.195073365152, 0.201506408621, 0.20223631819],
          [5.25889101645, -23.4455341707]
        ),
        (
          .negativeBinomial(size: 3),
          [2.78694461626, -0.805767612232, -0.86421076756, -1.03119054067, -1.54554305626],
          [0.466781444866, 0.513475816318, 0.509770212414, 0.512803004891, 0.51377951609],
          [0.825285817615, -29.7836246537]
        ),
        (
          .gaussian,
          [20.7144372824, -8.01660737483, -5.91846394169, -0.998577424518, -1.47693893295],
          [3.32982885397, 3.6476447519, 3.6476447519, 3.6476447519, 3.6476447519],
          [79.8318734163, -22.5925889851]
        ),
      ]
    for (family, coefficients, errors, fit) in cases {
      let model = try GeneralisedLinearModel(
        family, design: outcomesAndTreatments, response: counts, offsets: offsets)
      expectClose(model.coefficients, coefficients, relative: 1e-9, family.name)
      // The peer's weights are those before its last step.
      expectClose(model.standardErrors, errors, relative: 1e-7, family.name)
      expectClose([model.deviance, model.logLikelihood], fit, relative: 1e-10, family.name)
    }
  }

  @Test func spector() throws {
    let design = Matrix(RegressionData.spector.map { [1] + $0.prefix(3) })
    let fit = try GeneralisedLinearModel(
      .binomial, design: design, response: RegressionData.spector.map { $0[3] })
    expectClose(
      fit.coefficients, [-13.0213468581, 2.8261125949, 0.0951576613, 2.3786876551], relative: 1e-9)
    expectClose(
      fit.standardErrors, [4.9313242136, 1.26294107563, 0.141554205674, 1.0645642545],
      relative: 1e-9)
    expectClose(fit.logLikelihood, -12.8896342221, relative: 1e-10)
  }

  /// R's `infert ~ spontaneous + induced`, a woman a row; counted by cell with trials as weights the
  /// estimates are the same.
  @Test func infert() throws {
    var (rows, response) = ([[Double]](), [Double]())
    for cell in RegressionData.infert {
      for k in 0..<cell.cases + cell.others {
        rows.append([1, cell.spontaneous, cell.induced])
        response.append(k < cell.cases ? 1 : 0)
      }
    }
    let single = try GeneralisedLinearModel(.binomial, design: Matrix(rows), response: response)
    let expected = [-1.707860071360, 1.197205035293, 0.418129395048]
    expectClose(single.coefficients, expected, relative: 1e-11)
    expectClose(single.deviance, 279.611978834, relative: 1e-11)
    let trials = RegressionData.infert.map { Double($0.cases + $0.others) }
    let counted = try GeneralisedLinearModel(
      .binomial,
      design: Matrix(RegressionData.infert.map { [1, $0.spontaneous, $0.induced] }),
      response: zip(RegressionData.infert, trials).map { Double($0.cases) / $1 }, weights: trials)
    expectClose(counted.coefficients, expected, relative: 1e-11)
    expectClose(counted.standardErrors, single.standardErrors, relative: 1e-8)
  }

  /// MASS's example: `Days ~ Sex/(Age + Eth*Lrn)`.
  @Test func quine() throws {
    var (rows, days) = ([[Double]](), [Double]())
    for (group, values) in RegressionData.quine {
      let facts = group.split(separator: " ")
      let within = [
        1, facts[2] == "F1" ? 1 : 0, facts[2] == "F2" ? 1 : 0, facts[2] == "F3" ? 1 : 0,
        facts[0] == "N" ? 1 : 0, facts[3] == "SL" ? 1 : 0,
        facts[0] == "N" && facts[3] == "SL" ? 1.0 : 0,
      ]
      let none = [Double](repeating: 0, count: 7)
      rows += Array(repeating: facts[1] == "F" ? within + none : none + within, count: values.count)
      days += values
    }
    let fit = try NegativeBinomialModel(design: Matrix(rows), response: days)
    expectClose(fit.size, 1.59799073316, relative: 1e-6)
    expectClose(fit.sizeStandardError, 0.212865444233, relative: 1e-4)
    expectClose(fit.model.logLikelihood, -531.512511208, relative: 1e-10)
    expectClose(fit.akaike, 2 * (15 + 531.512511208), relative: 1e-10)
  }

  /// A gaussian fit is least squares; the score is orthogonal to every column in every family.
  @Test(arguments: 1...4) func laws(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let design = Matrix(
      (0..<40).map { _ in
        [1, .random(in: -1...1, using: &random), .random(in: 0...2, using: &random)]
      })
    let y = (0..<40).map { _ in Double(Int.random(in: 0...9, using: &random)) }
    let weights = (0..<40).map { _ in Double(Int.random(in: 1...4, using: &random)) }
    let gaussian = try GeneralisedLinearModel(.gaussian, design: design, response: y)
    let direct = try LeastSquares(design: design, target: y)
    expectClose(gaussian.coefficients, direct.solution, relative: 1e-12, "seed \(seed)")
    expectClose(gaussian.deviance, direct.residualSumOfSquares, relative: 1e-12)
    for (family, response) in [
      (ResponseFamily.gaussian, y), (.poisson, y), (.binomial, y.map { $0 / 9 }),
      (.negativeBinomial(size: 2.5), y),
    ] {
      let fit = try GeneralisedLinearModel(
        family, design: design, response: response, weights: weights)
      // w (y − μ) μ′ / V: μ′ / V is 1 but for the negative binomial, where it is θ / (θ + μ).
      let isNegativeBinomial = family.name == "negative binomial"
      let scores = (0..<40).map { (i: Int) -> Double in
        let residual: Double = weights[i] * (response[i] - fit.fitted[i])
        return isNegativeBinomial ? residual * 2.5 / (2.5 + fit.fitted[i]) : residual
      }
      expectClose(
        rowVector(scores, times: design), [0, 0, 0], relative: 0, absolute: 1e-6, family.name)
    }
  }

  /// Coefficients without bound are named, with few steps or many, alone or beside others that hold.
  @Test(arguments: [8, 100]) func separation(steps: Int) {
    let slope = Matrix([[1, -1], [1, -2], [1, 1], [1, 2]])
    let expected = StatisticsError.separated(family: "binomial", coefficients: [1])
    #expect(throws: expected) {
      try GeneralisedLinearModel(
        .binomial, design: slope, response: [0, 0, 1, 1], maximumIterations: steps)
    }
    #expect(expected.description.contains("along coefficients [1] (from 0)"))
    // A group without any count.
    #expect(throws: StatisticsError.separated(family: "Poisson", coefficients: [1])) {
      try GeneralisedLinearModel(
        .poisson, design: Matrix([[1, 0], [1, 0], [1, 1], [1, 1]]), response: [3, 4, 0, 0],
        maximumIterations: steps)
    }
    // The second group has successes alone; the third column has a coefficient all the same.
    let mixed = Matrix(
      (0..<12).map { [1, $0 >= 8 ? 1 : 0, Double($0 * 5 % 7)] })
    let response = [0, 1, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1].map(Double.init)
    #expect(throws: StatisticsError.separated(family: "binomial", coefficients: [1])) {
      try GeneralisedLinearModel(
        .binomial, design: mixed, response: response, maximumIterations: steps == 8 ? 25 : steps)
    }
  }

  @Test func refusals() {
    let ones = Matrix([[1], [1], [1]])
    let expected = StatisticsError.response(
      family: "Poisson", index: 1, value: -1, allowed: "0 or more")
    #expect(throws: expected) {
      try GeneralisedLinearModel(.poisson, design: ones, response: [1, -1, 2])
    }
    #expect(expected.description.contains("response 1 (from 0) of a Poisson model is -1.0"))
    #expect(throws: LinearAlgebraError.self) {
      try GeneralisedLinearModel(
        .poisson, design: Matrix([[1, 2], [1, 2], [1, 2]]), response: [1, 2, 3])
    }
    let error = #expect(throws: StatisticsError.self) {
      try GeneralisedLinearModel(
        .poisson, design: outcomesAndTreatments, response: counts, maximumIterations: 1)
    }
    guard case .likelihoodNotMaximised(family: "Poisson", iterations: 1, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error!.description.contains("after 1 iterations"))
    let even = #expect(throws: StatisticsError.self) {
      try NegativeBinomialModel(
        design: Matrix(rows: 8, columns: 1, repeating: 1), response: [5, 5, 6, 5, 4, 5, 5, 5])
    }
    guard case .notOverdispersed = even else {
      Issue.record("\(String(describing: even))")
      return
    }
    #expect(even!.description.contains("no more than Poisson's"))
  }
}
