import Foundation
import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct TornadoTests {
  /// `a b²` about (2, 3), a from 1 to 3, b from 2 to 4: quartiles at a half and three halves.
  @Test func lowHighAndElasticities() throws {
    let problem = try Problem([
      Input("a", try UniformDistribution(minimum: 1, maximum: 3)),
      Input("b", try UniformDistribution(minimum: 2, maximum: 4)),
      Input("c", try NormalDistribution(mean: 0, standardDeviation: 1)),
    ])
    var study = try Study(.tornado, of: problem, settings: .with { $0.tail = 0.25 })
    try study.extend(to: 10) { [$0[0] * $0[1] * $0[1]] }
    #expect(study.runs == 7)
    let result = try study.result()
    func value(_ kind: String, _ input: String) throws -> Double {
      let estimate = try #require(result.estimate(kind, of: input))
      #expect(estimate.interval == estimate.value...estimate.value)
      return estimate.value
    }
    #expect(try value("base", Measure.allName) == 18)
    #expect(try [value("low", "a"), value("high", "a"), value("swing", "a")] == [13.5, 22.5, 9])
    #expect(try [value("low", "b"), value("high", "b")] == [12.5, 24.5])
    expectClose(try value("elasticity", "a"), 1, relative: 1e-14)
    expectClose(try value("elasticity", "b"), 12.0 / 18 / (1.0 / 3), relative: 1e-14)
    #expect(try value("swing", "c") == 0)
    let still = result.measures.first { $0.kind == "elasticity" && $0.input == "c" }
    #expect(still?.estimate == nil && still?.note?.contains("base") == true)
  }

  /// The members of a group move together; the base is the one given, else the median.
  @Test func groupsAndBases() throws {
    let side = try UniformDistribution(minimum: 0, maximum: 10)
    let problem = try Problem(
      [Input("a", side, base: 4), Input("b", side)], groups: ["both": ["a", "b"]])
    var study = try Study(.tornado, of: problem)
    try study.extend(to: 1) { [$0[0] + $0[1]] }
    let result = try study.result()
    #expect(result.estimate("base", of: Measure.allName)?.value == 9)
    #expect(result.estimate("swing", of: "both")?.value == 16)
    #expect(result.estimate("elasticity", of: "both") == nil)
  }
}
