import ArgumentParser
import Datasets
import Parameters
import Tables

/// Puts the parts of a batch together.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the parts of a batch together that --shard computed, on one machine or many.",
    discussion: """
      The output has the same bytes as that of one run without --shard. The parts are left as they \
      are.

      Examples:
        carecast sensitivity --method src --shard 1/2 --output part-1
        carecast sensitivity --method src --shard 2/2 --output part-2
        carecast merge part-1 part-2 --output run
      """)

  @Argument(
    help: ArgumentHelp("Folders that --shard wrote, all of one batch.", valueName: "folder"))
  var parts: [String]

  @Option(help: ArgumentHelp("Folder to write, which must not exist yet.", valueName: "folder"))
  var output: String

  @Flag(help: "Leave out every base run with a run that failed, instead of refusing.")
  var dropFailed = false

  @Flag(help: "Replace the run that --output holds.")
  var replace = false

  func validate() throws {
    guard !parts.isEmpty else { throw ValidationError("merge needs at least one part.") }
  }

  func run() throws {
    let arguments = try ShardRecord(parts[0]).arguments + (dropFailed ? ["--drop-failed"] : [])
    guard let command = try Carecast.parseAsRoot(arguments) as? any BatchCommand else {
      throw BatchError.notAShard(parts[0])
    }
    let batch = try command.batch(dataDigest: DataFolder.digest(of: Datasets.folder))
    let progress = RunProgress("blocks")
    let run = BatchRun(batch) { progress.report($0, of: $1) }
    print(try run.merge(parts, to: output, replace: replace), terminator: "")
    print("\nFiles: \(output)")
  }
}
