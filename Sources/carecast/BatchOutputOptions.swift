import ArgumentParser
import Foundation
import Tables

/// Where a batch is written, and how it is carried out.
struct BatchOutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder to write, which must not exist yet.", valueName: "folder"))
  var output: String?

  @Flag(help: "Replace the run that --output holds.")
  var replace = false

  @Flag(help: "Go on with a batch that was interrupted: what it has computed lies in OUTPUT.work.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Compute one part of the runs, such as 3/16, for carecast merge.", valueName: "k/n"))
  var shard: String?

  func validate() throws {
    guard output != nil || !(replace || resume || shard != nil) else {
      throw ValidationError("--replace, --resume and --shard are about --output. Name a folder.")
    }
    guard shard == nil || !replace else {
      throw ValidationError("--shard makes a new folder; leave out --replace.")
    }
  }

  /// Carries a batch out.
  func carryOut(_ batch: any Batch, saying what: String) throws {
    let progress = RunProgress(what)
    let run = BatchRun(batch) { progress.report($0, of: $1) }
    guard let output else {
      print(try run.output(spool: FileManager.default.temporaryDirectory).text, terminator: "")
      return
    }
    if let shard {
      let part = try BatchShard(shard)
      let blocks = try run.write(part, to: output, resume: resume)
      print("Part \(part) of the batch, \(blocks) of \(batch.plan.blocks) blocks: \(output)")
      return
    }
    print(try run.write(to: output, resume: resume, replace: replace), terminator: "")
    print("\nFiles: \(output)")
  }
}
