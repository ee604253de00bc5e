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

  /// Total index and elementary effect of the strongest input of Sobol's G, within what chance allows;
  /// the total is 0.585118999524308.
  @Test func sensitivityComesToItsIndices() throws {
    let found = try measurements(of: ["sensitivity"])
    #expect(found.count == 8, "\(found.keys)")
    for resamples in [100, 1000] {
      let total = try #require(
        found["sobol.second-order-\(resamples)"]?["checksum"] as? Double)
      #expect(abs(total - 0.585118999524308) < 0.03)
    }
    #expect(try #require(found["morris.analysis"]?["checksum"] as? Double) > 1)
    let distance = try #require(found["pawn.analysis"]?["checksum"] as? Double)
    #expect(distance > 0.2 && distance < 0.5)
    let first = try #require(found["rbd-fast.analysis"]?["checksum"] as? Double)
    #expect(abs(first - 0.446825332699077) < 0.03)
    let moved = try #require(found["delta.analysis"]?["checksum"] as? Double)
    #expect(moved > 0.2 && moved < 0.4)
  }

  /// Few of what each kernel is about, and its checksum by numpy 2.4.6 and scipy 1.17.1 alone.
  static let kernels: [(arguments: [String], name: String, checksum: Double)] = [
    (["design", "--points", "3000"], "design.sobol", 7.495337796211243),
    (["exponential", "--generators", "20"], "exponential", 2555.0494262547745),
    (["quantiles", "--numbers", "5000"], "quantiles", -9.566166875471689),
    (["regression", "--equations", "500"], "regression", 863.8327253108374),
    (["chain", "--runs", "24"], "chain.1-thread", 522.6043468764691),
  ]

  @Test(arguments: kernels)
  func kernelsComeToTheirKnownChecksums(
    arguments: [String], name: String, checksum: Double
  ) throws {
    let measurements = try measurements(of: arguments)
    let found = try #require(measurements[name]?["checksum"] as? Double)
    #expect(abs(found / checksum - 1) < 1e-12, "\(found)")
    for (name, one) in measurements {
      #expect(try #require(one["rate"] as? Double) > 0, "\(name)")
      #expect(try #require(one["bound"] as? Double) > 0, "\(name)")
    }
  }

  /// Within five standard errors: of `Σ x[d] · x[d + 1]` over 30 inputs about 1.7, of a normal
  /// number's square √2.
  @Test func kernelsOfChanceComeToTheirExpectations() throws {
    let designs = try measurements(of: ["design", "--points", "3000"])
    #expect(designs.count == 3)
    for (name, one) in designs {
      let found = try #require(one["checksum"] as? Double)
      #expect(abs(found - 7.5) < 5 * 1.7 / 3000.0.squareRoot(), "\(name)")
    }
    let normals = try measurements(of: ["normals", "--numbers", "70000"])
    let square = try #require(normals["normals"]?["checksum"] as? Double)
    #expect(abs(square - 1) < 5 * (2.0 / 70_000).squareRoot())
  }

  /// What `carecast bench` measures, by name.
  private func measurements(of arguments: [String]) throws -> [String: [String: Any]] {
    let command = try Command(["bench"] + arguments + ["--repetitions", "1", "--json"])
    #expect(command.status == 0, Comment(rawValue: command.errors))
    let json = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
    let list = try #require(json as? [[String: Any]])
    return try Dictionary(
      uniqueKeysWithValues: list.map { (try #require($0["name"] as? String), $0) })
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
    let equations = try Command("bench", "regression", "--equations", "49")
    #expect(equations.status == 64 && equations.errors.contains("--equations is 49"))
  }
}
