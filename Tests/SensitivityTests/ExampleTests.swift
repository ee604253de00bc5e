import Foundation
import Sensitivity
import Statistics
import TestSupport
import Testing

/// The ten lines that show the library: they stand in the README and in the documentation of `Study`,
/// and are run here.
@Suite struct ExampleTests {
  @Test func ishigami() throws {
    var printed: [(String, String, Double, ClosedRange<Double>)] = []
    func print(_ kind: String, _ input: String, _ value: Double, _ interval: ClosedRange<Double>) {
      printed.append((kind, input, value, interval))
    }
    // Example
    let side = try UniformDistribution(minimum: -.pi, maximum: .pi)
    let problem = try Problem(["x1", "x2", "x3"].map { Input($0, side) })
    var study = try Study(.named("sobol"), of: problem)
    try study.extend(to: 4096) { x in
      [sin(x[0]) + 7 * pow(sin(x[1]), 2) + 0.1 * pow(x[2], 4) * sin(x[0])]
    }
    for measure in try study.result().measures {
      guard let index = measure.estimate else { continue }
      print(measure.kind, measure.input, index.value, index.interval)
    }
    // End of the example
    let total = try #require(printed.first { $0.0 == "total-order" && $0.1 == "x1" })
    expectClose(total.2, 0.557588855209959, relative: 0, absolute: 0.02)
    #expect(total.3.contains(total.2) && printed.count == 7)
  }

  /// The code above is the code shown.
  @Test func theExampleIsTheOneShown() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n").map {
        $0.trimmingCharacters(in: .whitespaces)
          .replacing(/^\/\/\/ ?/, with: "").trimmingCharacters(in: .whitespaces)
      }
    }
    let own = lines(try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8))
    let first = try #require(own.firstIndex(of: "// Example"))
    let last = try #require(own.firstIndex(of: "// End of the example"))
    let example = Array(own[(first + 1)..<last])
    #expect(example.count == 10)
    for file in ["README.md", "Sources/Sensitivity/Study/Study.swift"] {
      let shown = lines(
        try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8))
      #expect(shown.ranges(of: example).count == 1, "\(file)")
    }
  }
}
