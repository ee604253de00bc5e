import LinearAlgebra
import Statistics

extension Benchmark {
  /// Points of 30 inputs. Sobol's come in blocks that stay in the second cache, and no other is kept, so
  /// that any number takes the same memory; a Latin hypercube is one matrix. The bound is writing as
  /// many bytes to that cache, or to memory.
  ///
  /// The checksum is the mean over points of `Σ_d x[d] · x[d + 1]`, the first input following the last;
  /// its expectation is 30 / 4.
  static let design = Benchmark(
    id: "design", sentence: "points of 30 inputs: Sobol's, scrambled ones, a Latin hypercube"
  ) { options in
    let (points, dimensions) = (options.points, 30)
    func bound(kilobytes: Int) -> Double {
      Machine.writing(kilobytes: kilobytes, repetitions: options.repetitions).rate
        / Double(8 * dimensions)
    }
    func measured(_ name: String, _ work: () throws -> Void) rethrows -> Measurement {
      try Measurement(
        name, amount: points, unit: "points/s", repetitions: options.repetitions, work)
    }
    let cacheBound = bound(kilobytes: 512)
    var result: [Measurement] = []
    for (name, design) in [
      ("design.sobol", try SobolDesign(dimensions: dimensions)),
      ("design.scrambled", try SobolDesign(dimensions: dimensions, seed: 1, purpose: 0)),
    ] {
      var total = 0.0
      var one = measured(name) {
        eachBlock(of: points, size: 2048) { total += design.rows($0)[0, 0] }
      }
      one.bound = cacheBound
      total = 0
      eachBlock(of: points, size: 2048) { total += sumOfNeighbours(design.rows($0)) }
      one.checksum = total / Double(points)
      result.append(one)
    }
    var hypercube = Matrix(rows: 0, columns: 0, repeating: 0)
    var latin = measured("design.latin") {
      hypercube =
        LatinHypercube(count: points, dimensions: dimensions, seed: 1, purpose: 0).points
    }
    latin.bound = bound(kilobytes: 65_536)
    latin.checksum = sumOfNeighbours(hypercube) / Double(points)
    return result + [latin]
  }

  /// The numbers below `count` in ranges of a size, in order.
  static func eachBlock(of count: Int, size: Int, _ body: (Range<Int>) -> Void) {
    for start in stride(from: 0, to: count, by: size) {
      body(start..<min(start + size, count))
    }
  }

  private static func sumOfNeighbours(_ points: Matrix) -> Double {
    let n = points.columns
    var sum = 0.0
    for start in stride(from: 0, to: points.elements.count, by: n) {
      var last = points.elements[start + n - 1]
      for place in start..<start + n {
        sum += last * points.elements[place]
        last = points.elements[place]
      }
    }
    return sum
  }
}
