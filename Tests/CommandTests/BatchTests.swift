import Foundation
import Testing

/// `carecast sensitivity`, `sweep`, `merge` and `solve`, as a person would run them.
@Suite(.serialized)
struct BatchTests {
  /// Three blocks of runs of one projected year.
  static let options = [
    "sensitivity", "--method", "src", "--inputs", "exits.return-home.rate", "entries.rate",
    "--runs",
    "10000", "--indicators", "gap", "children", "--years", "2025",
  ]

  private func same(_ a: URL, _ b: URL) throws -> Bool {
    let files = try FileManager.default.subpathsOfDirectory(atPath: a.path).sorted()
    #expect(try files == FileManager.default.subpathsOfDirectory(atPath: b.path).sorted())
    return files.allSatisfy {
      FileManager.default.contentsEqual(
        atPath: a.appendingPathComponent($0).path, andPath: b.appendingPathComponent($0).path)
    }
  }

  private func succeed(_ arguments: [String]) throws {
    let command = try Command(arguments)
    #expect(command.status == 0, Comment(rawValue: command.errors))
  }

  /// Begins the command, and kills it as soon as it has finished a block.
  private func kill(_ arguments: [String], work: URL) throws {
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: CommandLine.arguments.first { $0.contains("PackageTests") }
        ?? CommandLine.arguments[0]
    ).deletingLastPathComponent().appendingPathComponent("carecast")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: work.path)) ?? []
      if files.contains(where: { $0.hasPrefix("block-") }) { break }
      usleep(2000)
    }
    #expect(process.isRunning, "it ended before it could be killed")
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  @Test func killedThenResumedShardedAndReproducedItIsTheSame() throws {
    try withScratchFolder { scratch in
      let folder = { (name: String) in scratch.appendingPathComponent(name) }
      try succeed(Self.options + ["--output", folder("1").path, "--threads", "1"])
      for threads in ["2", "3", "8"] {
        try succeed(Self.options + ["--output", folder(threads).path, "--threads", threads])
        #expect(try same(folder("1"), folder(threads)), "\(threads) threads")
      }
      let killed = Self.options + ["--output", folder("killed").path]
      try kill(killed, work: folder("killed.work"))
      #expect(!FileManager.default.fileExists(atPath: folder("killed").path))
      let refused = try Command(killed)
      #expect(refused.status == 65 && refused.errors.contains("--resume"))
      try succeed(killed + ["--resume"])
      #expect(try same(folder("1"), folder("killed")))
      for part in ["1/2", "2/2"] {
        try succeed(
          Self.options + ["--shard", part, "--output", folder("part-\(part.prefix(1))").path])
      }
      let half = try Command("merge", folder("part-1").path, "--output", folder("merged").path)
      #expect(half.status == 65 && half.errors.contains("blocks are missing"))
      try succeed([
        "merge", folder("part-2").path, folder("part-1").path, "--output", folder("merged").path,
      ])
      #expect(try same(folder("1"), folder("merged")))
      try succeed(["reproduce", folder("1").path])
    }
  }

  @Test func aSweepIsCountedRunAndMerged() throws {
    try withScratchFolder { scratch in
      let folder = { (name: String) in scratch.appendingPathComponent(name).path }
      try Data(
        """
        years: [2025]
        indicators: [children]
        vary:
          - {path: entries.rate, scale: {from: 0.8, to: 1.2, steps: 100}}
          - {path: trend.damping, set: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]}
        """.utf8
      ).write(to: URL(fileURLWithPath: folder("sweep.yaml")))
      let dry = try Command("sweep", folder("sweep.yaml"), "--dry-run")
      #expect(dry.output.contains("1000 runs: 1 × 100 × 10. About"))
      try succeed(["sweep", folder("sweep.yaml"), "--output", folder("run")])
      let text = try String(contentsOfFile: folder("run/sweep.csv"), encoding: .utf8)
      #expect(text.split(separator: "\n").count == 1001)
      for part in ["1/2", "2/2"] {
        try succeed([
          "sweep", folder("sweep.yaml"), "--shard", part, "--output", folder("p\(part.prefix(1))"),
        ])
      }
      try succeed(["merge", folder("p1"), folder("p2"), "--output", folder("merged")])
      #expect(
        try same(URL(fileURLWithPath: folder("run")), URL(fileURLWithPath: folder("merged"))))
      try succeed(["reproduce", folder("run")])
    }
  }

  @Test func aSwitchingValueIsFound() throws {
    let command = try Command(
      "solve", "children=83000", "--vary", "entries.rate", "--year", "2026", "--draws", "40")
    #expect(command.status == 0, Comment(rawValue: command.errors))
    #expect(command.output.contains("central run: "))
    #expect(command.output.contains("of 40 draws"))
    #expect(command.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func aRangeMayBeginBelowZero() throws {
    let command = try Command(
      "solve", "gap=0", "--vary", "funding.spending-power-growth", "--by", "add", "--from", "-0.1",
      "--to", "0.1", "--year", "2026")
    #expect(command.status == 0, Comment(rawValue: command.errors))
  }

  @Test(arguments: [
    ["sensitivity", "--runs", "0"], ["sensitivity", "--resume"],
    ["sensitivity", "--years", "2024"],
    ["sensitivity", "--shard", "1/2"], ["sensitivity", "--threads", "0"], ["sweep"], ["merge"],
    ["solve", "gap=0"], ["solve", "gap=0", "--vary", "x", "--year", "2060"],
    ["sensitivity", "--indicators", "gap", "gap"],
    ["sensitivity", "--until", "total-order", "0.1", "0.1", "--shard", "1/2", "--output", "x"],
  ])
  func whatCannotBeParsedEndsWith64(_ arguments: [String]) throws {
    let command = try Command(arguments)
    #expect(command.status == 64, Comment(rawValue: command.errors))
  }

  @Test(arguments: [
    (["sensitivity", "--method", "sobel"], "sobol"),
    (["sensitivity", "--inputs", "entries.rat"], "entries.rate"),
    (["sensitivity", "--indicators", "childrn"], "children"),
    (["sensitivity", "--estimator", "jansn"], "jansen"),
    (["sensitivity", "--until", "total-order"], "total-order 0.05 0.02"),
    (["sensitivity", "--method", "prim", "--cases", "worst", "0.1"], "highest 0.1"),
    (["sensitivity", "--method", "prim", "--cases", "highest", "2"], "between 0 and 1"),
    (["sensitivity", "--method", "cart", "--tree", "value"], "values"),
    (["sensitivity", "--shard", "3", "--output", "x"], "3/16"),
    (["solve", "gap", "--vary", "entries.rate"], "gap=0"),
    (["solve", "gap=0", "--vary", "entries.rte"], "entries.rate"),
    (["solve", "gap=0", "--vary", "entries.rate", "--by", "scaled"], "scale"),
    (["sweep", "no-such.yaml"], "no-such.yaml"),
    (["merge", "no-such", "--output", "x"], "--shard"),
  ])
  func whatIsWrongEndsWith65AndSaysWhatIsRight(_ arguments: [String], _ words: String) throws {
    let command = try Command(arguments)
    #expect(command.status == 65)
    #expect(command.errors.contains(words), Comment(rawValue: command.errors))
  }
}
