import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

@Suite struct RankCorrelationTests {
  /// R 4.2.2, `cars`: speed and stopping distance, with ties.
  @Test func cars() {
    let speed: [Double] = [
      4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15,
      15, 16, 16, 17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24,
      24, 25,
    ]
    let distance: [Double] = [
      2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20,
      26, 54, 32, 40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92,
      93, 120, 85,
    ]
    expectClose(rankCorrelation(of: speed, and: distance), 0.830356838833, relative: 1e-11)
    expectClose(concordance(of: speed, and: distance), 0.668990149986, relative: 1e-11)
  }

  @Test func byHand() {
    #expect(ranks(of: [3, 1, 3, 2, 3]) == [4, 1, 4, 2, 4])
    #expect(ranks(of: []) == [])
    expectClose(correlation(of: [1, 2, 3], and: [1, 3, 2]), 0.5, relative: 1e-15)
    expectClose(correlation(of: [1, 2, 4], and: [-1, -2, -4]), -1, relative: 1e-15)
    expectClose(rankCorrelation(of: [1, 2, 4], and: [0, 1, 100]), 1, relative: 1e-15)
    expectClose(concordance(of: [1, 2, 3], and: [1, 3, 2]), 1.0 / 3, relative: 1e-15)
  }
}

@Suite struct GaussianCopulaTests {
  private let wanted = Matrix([[1, 0.7, -0.3], [0.7, 1, 0.2], [-0.3, 0.2, 1]])

  private func normals(_ n: Int, seed: UInt64) -> Matrix {
    Matrix(
      rows: n, columns: 3,
      elements: RandomStream(seed: seed, purpose: 0, draw: 0).normals(3 * n))
  }

  /// Correlations of normals and rank correlations of uniforms within five standard errors.
  @Test(arguments: (1...4) as ClosedRange<UInt64>) func correlations(seed: UInt64) throws {
    let n = 20_000
    let copula = GaussianCopula(try CorrelationMatrix(wanted))
    let (z, u) = (copula.normals(normals(n, seed: seed)), copula.uniforms(normals(n, seed: seed)))
    let error = 5 / Double(n).squareRoot()
    for i in 0..<3 {
      expectClose(variance(of: z.column(i)), 1, relative: 1.5 * error)
      for j in 0..<i {
        expectClose(
          correlation(of: z.column(i), and: z.column(j)), wanted[i, j], relative: 0, absolute: error
        )
        expectClose(
          rankCorrelation(of: u.column(i), and: u.column(j)),
          rankCorrelation(ofNormal: wanted[i, j]), relative: 0, absolute: error)
      }
    }
    #expect(u.elements.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test func ranksAndBack() throws {
    for rank in [-1, -0.5, 0, 0.25, 1] {
      expectClose(rankCorrelation(ofNormal: normalCorrelation(ofRank: rank)), rank, relative: 1e-15)
    }
    let fromRanks = try CorrelationMatrix(rankCorrelations: wanted)
    expectClose(fromRanks.matrix[0, 1], 2 * sin(.pi * 0.7 / 6), relative: 1e-15)
    let extreme = GaussianCopula(try CorrelationMatrix(.identity(1))).uniforms(Matrix([[40]]))
    #expect(extreme[0, 0] < 1)
  }

  /// Higham 2002, section 4: a tridiagonal matrix of ones.
  @Test func nearest() throws {
    let given = Matrix([[1, 1, 0], [1, 1, 1], [0, 1, 1]])
    let error = #expect(throws: StatisticsError.self) { try CorrelationMatrix(given) }
    guard case .correlationsContradict(let least) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    expectClose(least, 1 - 2.0.squareRoot(), relative: 1e-13)
    #expect(error!.description.contains("contradict each other"))
    let nearest = try CorrelationMatrix(nearestTo: given).matrix
    expectClose(
      nearest, Matrix([[1, 0.7607, 0.1573], [0.7607, 1, 0.7607], [0.1573, 0.7607, 1]]), relative: 0,
      absolute: 5e-5)
    // One that is a correlation matrix stays.
    expectClose(try CorrelationMatrix(nearestTo: wanted).matrix, wanted, relative: 1e-13)
    let short = #expect(throws: StatisticsError.self) {
      try CorrelationMatrix(nearestTo: given, maximumIterations: 2)
    }
    guard case .nearestNotConverged(iterations: 2, let change) = short else {
      Issue.record("\(String(describing: short))")
      return
    }
    #expect(change > 1e-10 && short!.description.contains("after 2 iterations"))
  }

  @Test func notCorrelations() {
    let expected = StatisticsError.correlation(row: 0, column: 1, value: 1.5)
    #expect(throws: expected) { try CorrelationMatrix(Matrix([[1, 1.5], [1.5, 1]])) }
    #expect(expected.description.contains("(0, 1) (from 0) is 1.5"))
    #expect(throws: StatisticsError.correlation(row: 1, column: 1, value: 2)) {
      try CorrelationMatrix(Matrix([[1, 0.5], [0.5, 2]]))
    }
    #expect(throws: StatisticsError.correlation(row: 0, column: 1, value: 0.5)) {
      try CorrelationMatrix(Matrix([[1, 0.5], [0.4, 1]]))
    }
  }

  /// Iman and Conover: each column keeps its values; ranks are correlated as wanted, closer than the
  /// 1 / √n of chance.
  @Test(arguments: (1...3) as ClosedRange<UInt64>) func reordering(seed: UInt64) throws {
    let n = 2000
    let sample = Matrix(
      rows: n, columns: 3,
      elements: RandomStream(seed: seed, purpose: 1, draw: 0).normals(3 * n).map { exp($0) })
    let correlations = try CorrelationMatrix(rankCorrelations: wanted)
    let result = try reordered(
      sample, to: correlations, shuffledBy: RandomStream(seed: seed, purpose: 2, draw: 0))
    for i in 0..<3 {
      #expect(result.column(i).sorted() == sample.column(i).sorted())
      for j in 0..<i {
        expectClose(
          rankCorrelation(of: result.column(i), and: result.column(j)), wanted[i, j], relative: 0,
          absolute: 0.02, "seed \(seed)")
      }
    }
    #expect(throws: StatisticsError.self) {
      try reordered(
        Matrix([[1, 2, 3], [2, 3, 4]]), to: correlations,
        shuffledBy: RandomStream(seed: seed, purpose: 2, draw: 0))
    }
  }
}
