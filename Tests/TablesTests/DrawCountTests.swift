import Datasets
import Parameters
import Statistics
import Testing

@testable import Tables

/// What the note on intervals counts.
@Suite struct DrawCountTests {
  /// As many parameters as have a number that differs between draws, one by one.
  @Test func thoseCountedAreThoseThatVary() throws {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let fit = try data.fittedDistribution()
    let drawn = DrawnParameters(
      data.parameters,
      drawn: try DrawnValues(
        of: data.parameters, in: ParameterDraws(seed: 4, draws: 0..<3), fit: fit))
    let varying = try data.parameters.all.count { parameter in
      try parameter.keys.contains { keys in
        let value = try drawn.value(of: parameter.id, on: parameter.values[0].from, keys)
        return value[0] != value[1] || value[0] != value[2]
      }
    }
    let count = try DrawCount(of: data.parameters, fit: fit)
    #expect(count.together + count.alone.values.reduce(0, +) == varying)
    #expect(count.together > 16 && (count.alone[.assumed] ?? 0) > 0)
  }

  @Test func itSaysWhatTheDrawsRestOn() throws {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let none = FittedDistribution(
      parameters: [], factor: [], strengthSlopes: [], loadings: [:])
    let text = try DrawCount(of: data.parameters, fit: none).text
    #expect(text.hasPrefix("0 parameters are drawn together as the fits tie them, "))
    #expect(text.contains(" assumed, "))
  }
}
