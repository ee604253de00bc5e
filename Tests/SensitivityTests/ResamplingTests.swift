import LinearAlgebra
import Statistics
import TestSupport
import Testing

@testable import Sensitivity

@Suite struct ResamplingTests {
  /// Counts have mean, variance and third central moment 1, 1 and 0.98, within five standard errors of
  /// 300,000.
  @Test func momentsOfCounts() {
    let resampling = Resampling(sampling: .monteCarlo(resamples: 100), seed: 3)
    let weights = resampling.matrix(resampling.counts(ofGroups: Array(0..<3000)))
    #expect(weights.rows == 3000 && weights.columns == 101)
    #expect((0..<3000).allSatisfy { weights[$0, 0] == 1 })
    let counts = (0..<3000).flatMap { weights.row($0).dropFirst() }
    #expect(counts.allSatisfy { $0 >= 0 && $0 <= 5 && $0 == $0.rounded() })
    let n = Double(counts.count)
    let third = counts.reduce(0) { $0 + ($1 - 1) * ($1 - 1) * ($1 - 1) } / n
    expectClose(mean(of: counts), 1, relative: 0, absolute: 5 / n.squareRoot())
    expectClose(variance(of: counts), 1, relative: 0, absolute: 5 * 2 / n.squareRoot())
    expectClose(third, 0.984375, relative: 0, absolute: 0.08)
  }

  /// Groups of 1, 2, 4 … base runs, rising, and each count that of its group.
  @Test func groups() {
    let resampling = Resampling(sampling: .monteCarlo(resamples: 33), seed: 1)
    let groups = (0..<16_384).map(resampling.group)
    #expect(Array(groups[..<1024]) == Array(0..<1024))
    #expect(groups[1024] == 1024 && groups[1025] == 1024 && groups[1026] == 1025)
    #expect(groups[2048] == 1536 && groups[2051] == 1536 && groups[2052] == 1537)
    #expect(zip(groups, groups.dropFirst()).allSatisfy { $1 == $0 || $1 == $0 + 1 })
    #expect(groups[16_383] == 1024 + 4 * 512 - 1)
    let units = [0, 5, 1024, 1025, 9000, 9001]
    let (counts, stride) = (resampling.counts(of: units), resampling.stride)
    for (place, unit) in units.enumerated() {
      let own = resampling.counts(ofGroups: [resampling.group(of: unit)])
      #expect(counts[place * stride..<(place + 1) * stride].elementsEqual(own.map { UInt16($0) }))
    }
    #expect(
      stride == 48 && counts[2 * stride..<3 * stride].elementsEqual(counts[3 * stride..<4 * stride])
    )
  }

  /// Sums of resamples against sums run by run, in blocks of any size, both ways of sampling.
  @Test(arguments: [Sampling.monteCarlo(resamples: 30), .quasiRandom(replicates: 8)])
  func sums(sampling: Sampling) {
    let resampling = Resampling(sampling: sampling, seed: 9)
    let values = RandomStream(seed: 2, purpose: 5, draw: 0).uniforms(3000)
    var sums = ResampledSums(resampling, columns: 2)
    for start in stride(from: 0, to: 3000, by: 700) {
      let kept = (0..<min(700, 3000 - start)).filter { ($0 + start) % 10 != 3 }
      sums.add(kept, first: start) { unit, cells in
        (cells[0], cells[1]) = (1, values[start + unit])
      }
    }
    let totals = sums.totals
    let units = (0..<3000).filter { $0 % 10 != 3 }
    let counts = resampling.matrix(resampling.counts(of: units))
    for r in 0...resampling.count {
      let weights = counts.column(r)
      expectClose(totals[r, 0], weights.reduce(0, +), relative: 1e-12)
      let whole = zip(weights, units).reduce(0) { $0 + $1.0 * values[$1.1] }
      expectClose(totals[r, 1], whole, relative: 1e-12)
    }
    #expect(sums.units == units.count)
  }

  /// The jackknife of a mean over replicates is the standard error of their mean.
  @Test func jackknifeOfAMean() throws {
    let replicates = [3.0, 5, 4, 8, 6, 7, 1, 2]
    let total = replicates.reduce(0, +)
    let figures = [total / 8] + replicates.map { (total - $0) / 7 }
    let resampling = Resampling(sampling: .quasiRandom(replicates: 8), seed: 0)
    let found = try #require(resampling.estimate(figures, units: 800))
    expectClose(found.value, 4.5, relative: 1e-14)
    let error = (variance(of: replicates) / 8).squareRoot()
    expectClose(found.standardError, error, relative: 1e-12)
    // t with 7 degrees of freedom: 2.364624251592784 (tables).
    expectClose(found.halfWidth, 2.364624251592784 * error, relative: 1e-9)
    #expect(resampling.estimate([1, .nan] + figures.dropFirst(2), units: 800) == nil)
    #expect(resampling.doubt(about: nil, units: 800)?.contains("not defined") == true)
    #expect(resampling.doubt(about: found, units: 20)?.contains("fewer than 64") == true)
    #expect(resampling.doubt(about: found, units: 800) == nil)
    let one = resampling.estimate([1, 1, 1, 1, 1, 1, 1, 1, 2], units: 800)
    #expect(resampling.doubt(about: one, units: 800)?.contains("one replicate") == true)
  }

  /// One heavy run in a sample makes its bootstrap skewed, and the figure says so.
  @Test func skewedResamples() throws {
    let resampling = Resampling(sampling: .monteCarlo(resamples: 200), seed: 4)
    let weights = resampling.matrix(resampling.counts(of: Array(0..<500)))
    let values = (0..<500).map { $0 == 17 ? 1e3 : 1.0 }
    let figures = (0...200).map { r in
      let w = weights.column(r)
      return zip(w, values).reduce(0) { $0 + $1.0 * $1.1 } / w.reduce(0, +)
    }
    let found = resampling.estimate(figures, units: 500)
    #expect(resampling.doubt(about: found, units: 500)?.contains("a few runs") == true)
  }

  /// With replicates, a larger figure outranks by Student's t of the difference.
  @Test func outrankingWithReplicates() throws {
    var study = try Study(.sobol, of: TestFunction.problem(3, TestFunction.unit()))
    try study.extend(to: 1024) { [3 * $0[0] + $0[1] + $0[2]] }
    let result = try study.result()
    let p = try #require(result.probability(that: "x1", outranks: "x2", by: "total-order"))
    #expect(p > 0.999)
    let even = try #require(result.probability(that: "x2", outranks: "x3", by: "total-order"))
    let back = try #require(result.probability(that: "x3", outranks: "x2", by: "total-order"))
    #expect(even > 0.001 && even < 0.999)
    expectClose(even + back, 1, relative: 1e-9)
    #expect(result.probability(that: "x1", outranks: "x9", by: "total-order") == nil)
  }
}
