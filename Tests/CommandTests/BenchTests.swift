import Foundation
import Testing

@Suite("carecast bench")
struct BenchTests {
  @Test func measuresAndKeepsTheFileAskedFor() throws {
    try withScratchFolder { scratch in
      let file = scratch.appendingPathComponent("rows.csv")
      let command = try Command(
        "bench", "csv", "--rows", "1000", "--repetitions", "2", "--threads", "2", "--output",
        file.path, "--json")
      #expect(command.status == 0, Comment(rawValue: command.errors))
      let json = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
      let measurements = try #require(json as? [[String: Any]])
      #expect(measurements.map { $0["name"] as? String } == ["csv.write", "csv.read"])
      for one in measurements {
        let rate = try #require(one["rate"] as? Double)
        let best = try #require(one["best"] as? Double)
        #expect(abs(rate * best / 1000 - 1) < 1e-9 && one["repetitions"] as? Int == 2)
      }
      #expect(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count == 1001)
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
      #expect(names == ["rows.csv"])
    }
  }

  @Test func theCohortModelComesToItsKnownChecksum() throws {
    let command = try Command("bench", "cohort", "--runs", "64", "--repetitions", "1", "--json")
    #expect(command.status == 0, Comment(rawValue: command.errors))
    #expect(command.output.contains("2831927751.266"), Comment(rawValue: command.output))
  }

  @Test(arguments: [["machine"], ["ensemble", "--draws", "40"]])
  func ratesAreAboveZero(_ arguments: [String]) throws {
    let command = try Command(["bench"] + arguments + ["--repetitions", "1", "--json"])
    #expect(command.status == 0, Comment(rawValue: command.errors))
    #expect(command.output.contains("\"rate\"") && !command.output.contains("\"rate\": 0,"))
  }

  @Test func printsATable() throws {
    let command = try Command("bench", "csv", "--rows", "10", "--repetitions", "1")
    #expect(command.status == 0 && command.output.contains("csv.write"))
    #expect(command.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func wrongNamesAndNumbersSayWhatIsAllowed() throws {
    let name = try Command("bench", "cvs")
    #expect(name.status == 65 && name.errors.contains("csv"))
    let rows = try Command("bench", "csv", "--rows", "0")
    #expect(rows.status == 64 && rows.errors.contains("--rows is 0"))
  }
}
