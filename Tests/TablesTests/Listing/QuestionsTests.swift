import Datasets
import Foundation
import Parameters
import Tables
import Testing

/// The questions that are shown are those that README answers, in its words.
@Suite struct QuestionsTests {
  @Test func theReadmeGivesTheSameAnswers() throws {
    let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")
    let words = try String(contentsOf: readme, encoding: .utf8).split(
      whereSeparator: \.isWhitespace
    )
    .joined(separator: " ")
    let rows = try ListedKind.named("questions", at: Place(file: "test"))
      .list(DataLibrary(Datasets.folder)).rows
    #expect(rows.count >= 7)
    for row in rows { #expect(words.contains("- **\(row[1])** \(row[2])"), "\(row[0])") }
  }
}
