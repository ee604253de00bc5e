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
    var elements = [Double](repeating: 0, count: units.count * dimensions)
    if designs.isEmpty {
      for unit in units {
        let row = RandomStream(
          seed: seed, purpose: RandomPurpose.points.rawValue, draw: UInt32(unit)
        ).uniforms(dimensions)
        let start = (unit - units.lowerBound) * dimensions
        for d in 0..<dimensions { elements[start + d] = row[d] }
      }
    } else {
      // Base run k is row k / R of replicate k mod R.
      let count = designs.count
      for (replicate, design) in designs.enumerated() {
        let low = (units.lowerBound - replicate + count - 1) / count
        let high = (units.upperBound - replicate + count - 1) / count
        guard low < high else { continue }
        let rows = design.rows(low..<high)
        for row in low..<high {
          let start = (row * count + replicate - units.lowerBound) * dimensions
          let from = (row - low) * dimensions
          rows.elements.withUnsafeBufferPointer { source in
            for d in 0..<dimensions { elements[start + d] = source[from + d] }
          }
        }
      }
    }
    return Matrix(rows: units.count, columns: dimensions, elements: elements)
  }
}

extension Problem {
  /// The values of the inputs at a point of the unit cube, from a place in its coordinates.
  ///
  /// - Parameters:
  ///   - point: Coordinates, each between 0 and 1.
  ///   - start: Place of the first input's.
  ///   - values: One for each input, written.
  func fill(
    _ values: UnsafeMutableBufferPointer<Double>, from point: UnsafeBufferPointer<Double>,
    at start: Int
  ) {
    for (d, input) in inputs.enumerated() {
      values[d] = input.distribution.value(uniform: point[start + d])
    }
  }
}
