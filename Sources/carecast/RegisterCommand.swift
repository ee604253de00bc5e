import ArgumentParser
import Datasets
import Foundation
import Parameters
import Tables

/// Keeps projections, and scores them when their years have been published.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Keep projections, and score them when their years have been published.",
    discussion: """
      Examples:
        carecast register add run --register kept
        carecast register score --register kept --published later.csv
      """,
    subcommands: [Add.self, Score.self])

  /// Keeps a projection.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Keep a projection.",
      discussion: """
        Its manifest, headline figures, and children looked after, starting and ceasing are copied \
        to a folder of the register, named after what is in it.
        """)

    @Argument(
      help: ArgumentHelp("A folder that carecast project --output wrote.", valueName: "run"))
    var folder: String

    @Option(help: ArgumentHelp("Folder of what is kept; made if missing.", valueName: "folder"))
    var register: String

    func run() throws {
      let (id, isNew) = try Register(URL(fileURLWithPath: register)).add(
        URL(fileURLWithPath: folder))
      print("\(isNew ? "Kept" : "Kept already"): \(id)")
    }
  }

  /// Scores all that is kept.
  struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "score", abstract: "Set all kept projections beside what was published since.",
      discussion: """
        Projected children looked after are set beside the shipped series and the figures of \
        --published, and the miss is divided into the opening stock, entries, exits and the rest: \
        what starts and ceasings, counted once a year and with transfers, leave open.
        """)

    @Option(help: ArgumentHelp("Folder of what is kept.", valueName: "folder"))
    var register: String

    @Option(
      help: ArgumentHelp(
        "Later figures, a CSV file year,area,figure,value: the year to 31 March; name, code or "
          + "number of an area; stock, entries or exits; a whole number.", valueName: "file"))
    var published: String?

    @Flag(help: "Print the scores as CSV.")
    var csv = false

    func run() throws {
      let data = try DataFolder(Datasets.folder, everySeries: false)
      let scores = try RegisterScores(
        of: Register(URL(fileURLWithPath: register)),
        against: PublishedSince(data, later: published.map { URL(fileURLWithPath: $0) }))
      print(
        csv ? String(decoding: try scores.csv.bytes, as: UTF8.self) : scores.text(), terminator: "")
    }
  }
}
