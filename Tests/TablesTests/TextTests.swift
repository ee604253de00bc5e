import Tables
import Testing

@Suite struct TextTests {
  @Test func goldenJSON() {
    let value: JSONValue = [
      "b": 1, "a": [true, nil, 0.1, "tab\t\"quote\" \\ £ \u{1}"], "none": [], "empty": [:],
    ]
    #expect(
      value.text == #"""
        {
          "b": 1,
          "a": [
            true,
            null,
            0.1,
            "tab\t\"quote\" \\ £ \u0001"
          ],
          "none": [],
          "empty": {}
        }

        """#)
  }

  @Test func goldenManifest() {
    let manifest = RunManifest(
      version: "0.1.0", arguments: ["project", "--out", "run"],
      scenarios: [.init(id: "baseline", text: "id: baseline\n")], dataDigest: "sha256:00",
      seed: .max, platform: "linux x86_64", additions: [.init("draws", 2)])
    #expect(manifest.file.path == "run.json")
    #expect(
      manifest.file.text == #"""
        {
          "program": "carecast",
          "version": "0.1.0",
          "arguments": [
            "project",
            "--out",
            "run"
          ],
          "scenarios": [
            {
              "id": "baseline",
              "text": "id: baseline\n"
            }
          ],
          "data": "sha256:00",
          "seed": "18446744073709551615",
          "platform": "linux x86_64",
          "draws": 2
        }

        """#)
  }

  @Test func goldenTextTable() {
    var table = TextTable(columns: [.text("Setting"), .number("2024"), .number("2025")])
    table.add(["Foster care", "56,390", "1.5"])
    table.add(["Other", "7", ""])
    #expect(
      table.text() == """
        Setting        2024  2025
        -----------  ------  ----
        Foster care  56,390   1.5
        Other             7

        """)
  }

  @Test func wideTextIsBrokenBetweenWordsAndNumbersAreNot() {
    var table = TextTable(columns: [.text("What"), .number("Figure")])
    table.add([String(repeating: "word ", count: 40) + "end", "123,456,789"])
    let lines = table.text().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 80 && !$0.hasSuffix(" ") })
    #expect(lines.filter { $0.contains("123,456,789") }.count == 1)
    #expect(lines.joined(separator: " ").split(separator: " ").filter { $0 == "word" }.count == 40)
  }
}
