import Datasets
import Foundation
import Parameters
import Scenarios
import Tables
import Testing

/// What differs is said, and nothing else.
@Suite struct DifferencesTests {
  private func assumptions(_ id: String, _ folder: ScenarioFolder) throws -> ScenarioAssumptions {
    try folder.scenario(named: id).assumptions(from: folder)
  }

  @Test func aScenarioDoesNotDifferFromItself() throws {
    let folder = try ScenarioFolder(CatalogueSample.data.get())
    let base = try assumptions("baseline", folder)
    let same = Differences(between: base, and: base, in: folder)
    #expect(same.isEmpty)
    #expect(same.text() == "Nothing differs.\n")
  }

  /// The Review's first strand years are in one programme only, and Family Help lowers entries.
  @Test func aReformDiffersInParametersAndProgramme() throws {
    let folder = try ScenarioFolder(CatalogueSample.data.get())
    let found = Differences(
      between: try assumptions("baseline", folder), and: try assumptions("review-in-full", folder),
      in: folder)
    #expect(found.sections.map(\.heading) == ["Parameters", "Programme, £m"])
    let entries = found.sections[0].table.rows.filter { $0[0] == "entries.rate.0" }
    #expect(entries.first?[1] == "2024-04-01")
    #expect(entries.allSatisfy { Double($0[3])! < Double($0[2])! })
    #expect(found.sections[1].table.rows.allSatisfy { $0[2] == "0.0" && $0[3] != "0.0" })
  }

  @Test func foldersDifferInFilesAndCells() throws {
    try withFolder { base in
      let texts = [
        ["a.csv": "x,y\n1,2\n3,4\n", "only.txt": "here"], ["a.csv": "x,y\n1,2\n3,5.5\n"],
      ]
      for (name, files) in zip(["one", "two"], texts) {
        try FileManager.default.createDirectory(
          atPath: "\(base)/\(name)", withIntermediateDirectories: true)
        for (path, text) in files {
          try Data(text.utf8).write(to: URL(fileURLWithPath: "\(base)/\(name)/\(path)"))
        }
      }
      let found = try Differences(betweenFolders: base + "/one", and: base + "/two")
      #expect(found.sections[0].table.rows == [["only.txt", base + "/one"]])
      #expect(found.sections[1].table.rows == [["a.csv", "1", "row 3, y: 4, 5.5", "1.500"]])
      #expect(try Differences(betweenFolders: base + "/one", and: base + "/one").isEmpty)
    }
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    #expect(throws: TableError.self) {
      try Differences(betweenFolders: "/nowhere/at/all", and: "/nowhere/else")
    }
  }

  @Test func theFirstDifferentLineIsFound() {
    let found = FirstDifference(between: Array("a\nb\nc".utf8), and: Array("a\nB\nc".utf8))
    #expect(found.line == 2 && found.first == "b" && found.second == "B")
    let longer = FirstDifference(between: Array("a".utf8), and: Array("a\nb".utf8))
    #expect(longer.line == 2 && longer.first.isEmpty && longer.second == "b")
  }
}
