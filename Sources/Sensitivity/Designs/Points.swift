import LinearAlgebra
import Statistics

/// Points of the unit cube by index, any of them at once and none of them held: scrambled Sobol points
/// in replicates, or independent ones.
///
/// The first N are the same whatever comes after: a sample can be extended.
struct Points: Sendable {
  let dimensions: Int
  private let designs: [SobolDesign]
  private let seed: UInt64

  /// The points of some settings.
  ///
  /// - Throws: `StatisticsError.tooManyDimensions`.
  init(dimensions: Int, _ settings: Settings) throws {
    self.dimensions = dimensions
    seed = settings.seed
    switch settings.sampling {
    case .quasiRandom(let replicates):
      designs = try (0..<replicates).map {
        try SobolDesign(
          dimensions: dimensions, seed: settings.seed,
          purpose: RandomPurpose.scrambles.rawValue + UInt32($0))
      }
    case .monteCarlo: designs = []
    }
  }

  /// Neighbouring points, one row each, all coordinates between 0 and 1.
  func rows(_ units: Range<Int>) -> Matrix {
    if designs.isEmpty {
      let numbers = RandomStream(
        seed: seed, purpose: RandomPurpose.points.rawValue, draw: 0
      ).uniforms(units.count * dimensions, from: UInt64(units.lowerBound * dimensions))
      return Matrix(rows: units.count, columns: dimensions, elements: numbers)
    }
    var elements = [Double](repeating: 0, count: units.count * dimensions)
    // Base run k is row k / R of replicate k mod R.
    let count = designs.count
    for (replicate, design) in designs.enumerated() {
      let low = (units.lowerBound - replicate + count - 1) / count
      let high = (units.upperBound - replicate + count - 1) / count
      guard low < high else { continue }
      design.rows(low..<high).elements.withUnsafeBufferPointer { rows in
        for row in low..<high {
          let start = (row * count + replicate - units.lowerBound) * dimensions
          let from = (row - low) * dimensions
          for d in 0..<dimensions { elements[start + d] = rows[from + d] }
        }
      }
    }
    return Matrix(rows: units.count, columns: dimensions, elements: elements)
  }
}

extension Problem {
  /// Writes the values of all inputs at some points of the unit cube, input by input.
  ///
  /// - Parameters:
  ///   - values: A row of values begins every `stride` numbers.
  ///   - stride: From one row of values to the next.
  ///   - points: One row a point.
  ///   - start: The column of the first input's coordinate.
  func fill(
    _ values: UnsafeMutableBufferPointer<Double>, stride: Int, from points: Matrix, at start: Int
  ) {
    func fill(_ distribution: some Distribution, _ d: Int) {
      points.elements.withUnsafeBufferPointer { points in
        for row in 0..<rows {
          values[row * stride + d] = distribution.value(uniform: points[row * columns + start + d])
        }
      }
    }
    let (rows, columns) = (points.rows, points.columns)
    for (d, input) in inputs.enumerated() where input.part == nil { fill(input.distribution, d) }
    for row in self.rows {
      for k in 0..<rows {
        let from = k * columns + start + row.members.lowerBound
        let shares = row.shares { points.elements[from + $0] }
        for (i, share) in shares.enumerated() {
          values[k * stride + row.members.lowerBound + i] = share
        }
      }
    }
  }
}
