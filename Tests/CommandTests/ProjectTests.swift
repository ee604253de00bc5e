import Foundation
import Testing

@Suite("carecast project")
struct ProjectTests {
  @Test func headlinesFitTheTerminal() throws {
    let command = try Command("project")
    #expect(command.status == 0)
    let lines = command.output.split(separator: "\n")
    #expect(lines.count >= 8)
    #expect(lines.allSatisfy { $0.count <= 80 })
    for figure in ["H1", "H2", "H3", "H4"] { #expect(command.output.contains(figure)) }
  }

  @Test func writesTheWholeFolder() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      let command = try Command("project", "--output", run.path)
      #expect(command.status == 0, Comment(rawValue: command.errors))
      let top = try FileManager.default.contentsOfDirectory(atPath: run.path).sorted()
      let described = ["assumptions.csv", "changes.csv", "headline.csv"]
      #expect(
        top
          == (described + described.map { $0 + "-metadata.json" } + [
            "csvw", "datapackage.json", "ees", "run.json",
          ]).sorted())
      let pairs = try FileManager.default.contentsOfDirectory(
        atPath: run.appendingPathComponent("ees").path)
      #expect(pairs.count == 26)
      #expect(
        try FileManager.default.contentsOfDirectory(
          atPath: run.appendingPathComponent("csvw").path
        ).sorted() == pairs.map { $0 + "-metadata.json" }.sorted())
      #expect(command.output.contains(" parameters: "))
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["run"])
    }
  }

  @Test func writesEveryFormatAskedFor() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      let command = try Command("project", "--output", run.path, "--format", "wide", "tidy")
      #expect(command.status == 0, Comment(rawValue: command.errors))
      let names = { (folder: String) in
        try FileManager.default.contentsOfDirectory(
          atPath: run.appendingPathComponent(folder).path)
      }
      #expect(try names("").contains("tidy.csv") && names("").contains("tidy.csv-metadata.json"))
      let tables = try names("ees").filter { !$0.hasSuffix(".meta.csv") }
      #expect(
        try names("wide").sorted() == (tables + tables.map { $0 + "-metadata.json" }).sorted())
    }
  }

  @Test func aFormatHasToExistAndNeedsAFolder() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run").path
      let unknown = try Command("project", "--output", run, "--format", "wyde")
      #expect(unknown.status == 65)
      #expect(unknown.errors.contains("wide"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
      #expect(try Command("project", "--format", "wide").status == 64)
    }
  }

  @Test func sameBytesTwice() throws {
    try withScratchFolder { scratch in
      let runs = ["one", "two"].map { scratch.appendingPathComponent($0) }
      for run in runs {
        #expect(
          try Command("project", "--output", run.path, "--format", "wide", "tidy").status == 0)
      }
      for path in try FileManager.default.subpathsOfDirectory(atPath: runs[0].path)
      where path.contains(".") {
        let bytes = try runs.map { try Data(contentsOf: $0.appendingPathComponent(path)) }
        #expect(bytes[0] == bytes[1], Comment(rawValue: path))
      }
    }
  }

  @Test func anExistingFolderIsNotTouched() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      try FileManager.default.createDirectory(at: run, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: run.appendingPathComponent("notes.txt"))
      let command = try Command("project", "--scenario", "baseline", "--output", run.path)
      #expect(command.status == 65)
      #expect(try FileManager.default.contentsOfDirectory(atPath: run.path) == ["notes.txt"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["run"])
    }
  }

  @Test func wrongNamesSayTheNearest() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run").path
      let scenario = try Command("project", "--scenario", "baselne", "--output", run)
      #expect(scenario.status == 65)
      #expect(scenario.errors.contains("baseline"))
      let path = try Command(
        "project", "--scenario", "baseline", "--set", "entries.ratee.0=0.01", "--output", run)
      #expect(path.status == 65)
      #expect(path.errors.contains("entries.rate"))
      let funding = try Command("project", "--funding", "lgaa")
      #expect(funding.status == 65)
      #expect(funding.errors.contains("lga"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }
  }

  @Test func aScenarioIsAnIdALeverAFileOrSeveralOfThem() throws {
    try withScratchFolder { scratch in
      let mine = scratch.appendingPathComponent("mine.yaml")
      let text = """
        id: mine
        title: Half of it
        question: What if half of the Review came?
        author: Me
        reference: None
        extends: review-in-full
        delivery: {share: 0.5, reason: Too few workers}
        """
      try Data(text.utf8).write(to: mine)
      let all = try Command(
        "project", "--scenario", "baseline", "family-help", "stable-homes+mockingbird", mine.path)
      #expect(all.status == 0, Comment(rawValue: all.errors))
      #expect(all.output.contains("Half of it"))
      for wrong in ["famly-help", "review-in-full+review-delayed-two-years", "none.yaml"] {
        #expect(try Command("project", "--scenario", "baseline", wrong).status == 65)
      }
    }
  }

  @Test(arguments: [
    ["project", "--years", "0"], ["project", "--years", "24"], ["project", "--years", "ten"],
    ["project", "--horizon", "10"], ["projct"], ["compare", "--scenario", "baseline"],
  ])
  func whatCannotBeParsedEndsWith64(_ arguments: [String]) throws {
    let command = try Command(arguments)
    #expect(command.status == 64, Comment(rawValue: command.errors))
  }

  @Test func anOverrideActsAndABaselineKeepsItsHistory() throws {
    try withScratchFolder { scratch in
      let plain = scratch.appendingPathComponent("plain")
      let raised = scratch.appendingPathComponent("raised")
      #expect(
        try Command("project", "--scenario", "baseline", "--output", plain.path).status == 0)
      #expect(
        try Command(
          "project", "--scenario", "baseline", "--scale", "entries.rate=1.1@2027-04-01",
          "--output", raised.path
        ).status == 0)
      let rows = try [plain, raised].map { run in
        try String(
          contentsOf: run.appendingPathComponent("ees/cs_children_looked_after.csv"),
          encoding: .utf8
        ).split(separator: "\n")
      }
      // Years before the change are the same, those after it are not.
      for (year, same) in [("2025", true), ("2027", true), ("2028", false), ("2034", false)] {
        let parts = rows.map { $0.filter { $0.hasPrefix("\(year),") } }
        #expect(!parts[0].isEmpty)
        #expect((parts[0] == parts[1]) == same, Comment(rawValue: year))
      }
    }
  }
}

@Suite("assumptions that cannot be used")
struct UnusableAssumptionTests {
  @Test func sharesMustAddUp() throws {
    let command = try Command(
      "project", "--scenario", "baseline", "--set", "asylum.entry-age.17=0.9")
    #expect(command.status == 65)
    #expect(command.errors.contains("asylum.entry-age adds up to"))
  }

  @Test func someChildrenMustBeAbleToEnter() throws {
    let command = try Command(
      "project", "--scenario", "baseline", "--scale", "entries.placement-weight=0")
    #expect(command.status == 65)
    #expect(command.errors.contains("entries.placement-weight"))
  }
}
