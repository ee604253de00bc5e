import Foundation
import Sensitivity
import Testing

@testable import Report

/// A folder as `carecast sensitivity` writes it, with invented figures.
enum SensitivityFixture {
  static func write(to folder: URL, digest: String = "0123") throws {
    let manifest = """
      {"program": "carecast", "version": "test", "arguments": ["sensitivity", "--method", "sobol"],
      "scenarios": [], "data": "\(digest)", "seed": "1", "platform": "linux x86_64"}
      """
    let rows = """
      scenario,indicator,unit,year,measure,input,other_input,value,lower,upper,note
      baseline,gap,£m,2034,total-order,entries.rate,,0.2,0.1,0.3,
      baseline,gap,£m,2034,first-order,entries.rate,,0.9,0.8,1.0,
      baseline,gap,£m,2034,total-order,price.damping,,0.7,0.6,0.8,unreliable: 64 base runs
      baseline,gap,£m,2034,total-order,(dummy),,0.9,0.8,1.0,
      baseline,gap,£m,2034,total-order,a,,0.05,0.05,0.05,
      baseline,gap,£m,2034,total-order,b,,0.04,,,
      baseline,gap,£m,2034,total-order,c,,0.03,,,
      baseline,gap,£m,2034,total-order,d,,0.02,,,
      baseline,neet_share,%,2034,total-order,a,,,,,not defined
      baseline,neet_share,%,2034,total-order,b,,-0.5,-0.6,-0.4,

      """.replacing("\n\n", with: "\n")
    for (name, text) in [("run.json", manifest), ("sensitivity.csv", rows)] {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
  }
}

/// What matters most is ranked by the method's own measure.
@Suite struct SensitivityFindingsTests {
  @Test func inputsAreRanked() throws {
    try withFolder { folder in
      try SensitivityFixture.write(to: folder)
      let findings = try SensitivityFindings(folder.path)
      #expect(findings.method.id == "sobol")
      #expect(findings.figures.map(\.indicator) == ["gap", "neet_share"])
      #expect(
        findings.figures[0].inputs.map(\.name)
          == ["price.damping", "entries.rate", "a", "b", "c"])
      #expect(findings.figures[0].inputs[0].note == "unreliable: 64 base runs")
      #expect(findings.figures[0].inputs[1].range == 0.1...0.3)
      #expect(findings.figures[0].inputs[2].range == nil)
      #expect(findings.figures[1].inputs.map(\.name) == ["b"])
    }
  }
}
