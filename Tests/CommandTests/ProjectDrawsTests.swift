import Foundation
import Testing

/// `carecast project --draws`: intervals of every number.
@Suite(.serialized)
struct ProjectDrawsTests {
  static let options = [
    "project", "--scenario", "baseline", "review-in-full", "--years", "2", "--draws", "40",
  ]

  private func run(
    in scratch: URL, _ name: String, _ more: [String] = [], environment: [String: String] = [:]
  ) throws -> URL {
    let run = scratch.appendingPathComponent(name)
    let command = try Command(
      Self.options + ["--output", run.path] + more, environment: environment)
    #expect(command.status == 0, Comment(rawValue: command.errors))
    return run
  }

  private func rows(_ run: URL, _ path: String) throws -> [[Substring]] {
    try String(contentsOf: run.appendingPathComponent(path), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  @Test func everyTableHasBounds() throws {
    try withScratchFolder { scratch in
      let drawn = try run(in: scratch, "drawn")
      let plain = scratch.appendingPathComponent("plain")
      let command = try Command(Array(Self.options.dropLast(2)) + ["--output", plain.path])
      #expect(command.status == 0)
      let tables = try FileManager.default.contentsOfDirectory(
        atPath: drawn.appendingPathComponent("ees").path)
      for table in tables where table.hasSuffix(".meta.csv") {
        let text = try String(
          contentsOf: drawn.appendingPathComponent("ees/\(table)"), encoding: .utf8)
        #expect(text.contains("lower, 95% interval"), "\(table)")
      }
      // The central run is the run without draws, in every cell.
      let (with, without) = (
        try rows(drawn, "ees/cs_funding_gap.csv"), try rows(plain, "ees/cs_funding_gap.csv")
      )
      #expect(with.count == without.count)
      let columns = without[0].map { name in with[0].firstIndex(of: name)! }
      #expect(with.map { row in columns.map { row[$0] } } == without)
      let (gap, lower, upper) = (
        with[0].firstIndex(of: "gap_sum")!, with[0].firstIndex(of: "gap_sum_lower_ci")!,
        with[0].firstIndex(of: "gap_sum_upper_ci")!
      )
      for row in with.dropFirst() {
        let ends = (try #require(Double(row[lower])), try #require(Double(row[upper])))
        #expect(ends.0 < ends.1 && Double(row[gap]) != nil)
      }
      // What was published has no interval, though the stock that the projection opens on is drawn.
      let children = try rows(drawn, "ees/cs_children_looked_after.csv")
      let end = children[0].firstIndex(of: "children_count_lower_ci")!
      let estimate = children[0].firstIndex(of: "estimate_type")!
      // Labels with a comma have more cells here.
      let outturn = children.filter {
        $0.count == children[0].count && $0[estimate] == "Outturn"
      }
      #expect(!outturn.isEmpty && outturn.allSatisfy { $0[end] == "z" })
      #expect(try Command("check", "exports", drawn.path).status == 0)
    }
  }

  @Test func theSameBytesForAnyThreadsAndKernelOfBLAS() throws {
    try withScratchFolder { scratch in
      let first = try run(in: scratch, "1", ["--threads", "1", "--keep-draws"])
      for threads in ["2", "3", "8"] {
        let other = try run(in: scratch, threads, ["--threads", threads, "--keep-draws"])
        #expect(try same(first, other), "\(threads) threads")
      }
      let haswell = try run(
        in: scratch, "haswell", ["--keep-draws"],
        environment: ["OPENBLAS_CORETYPE": "Haswell"])
      #expect(try same(first, haswell), "OPENBLAS_CORETYPE=Haswell")
      let seeded = try run(in: scratch, "seeded", ["--keep-draws", "--seed", "2"])
      #expect(try !same(first, seeded))
      #expect(try Command("reproduce", first.path).status == 0)
    }
  }

  private func same(_ a: URL, _ b: URL) throws -> Bool {
    let files = try FileManager.default.subpathsOfDirectory(atPath: a.path).sorted()
    #expect(try files == FileManager.default.subpathsOfDirectory(atPath: b.path).sorted())
    return files.allSatisfy {
      FileManager.default.contentsEqual(
        atPath: a.appendingPathComponent($0).path, andPath: b.appendingPathComponent($0).path)
    }
  }

  @Test func drawsOfTheHeadlineFiguresAreKept() throws {
    try withScratchFolder { scratch in
      let kept = try rows(try run(in: scratch, "kept", ["--keep-draws"]), "draws.csv")
      #expect(kept[0] == ["draw", "scenario", "measure", "year", "value"])
      let gaps = kept.filter { $0[1] == "baseline" && $0[2] == "gap" && $0[3] == "2025" }
      #expect(gaps.map { String($0[0]) } == (0...40).map(String.init))
      #expect(Set(gaps.map { $0[4] }).count == 41)
    }
  }

  @Test func theTerminalShowsBothEnds() throws {
    let command = try Command(Self.options)
    #expect(command.status == 0)
    for text in ["  lower", "  upper", "95% interval"] {
      #expect(command.output.contains(text))
    }
    #expect(command.errors.contains("40 draws"))
    #expect(!(command.output + command.errors).contains("llustrative"))
    #expect(command.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [
    ["--draws", "39"], ["--draws", "10001"], ["--draws", "40", "--threads", "0"],
    ["--keep-draws"], ["--draws", "many"],
  ])
  func whatCannotBeParsedEndsWith64(_ arguments: [String]) throws {
    let command = try Command(["project"] + arguments)
    #expect(command.status == 64, Comment(rawValue: command.errors))
  }
}
