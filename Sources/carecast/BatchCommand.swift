import ArgumentParser
import Foundation
import Tables

/// A command that makes a batch of runs.
protocol BatchCommand: ParsableCommand, Reproducible {
  /// The batch.
  ///
  /// - Parameter dataDigest: The digest of the data that it rests on.
  func batch(dataDigest: String) throws -> any Batch
}

extension BatchCommand {
  func files(dataDigest: String, spool: URL) throws -> OutputFolder {
    try BatchRun(batch(dataDigest: dataDigest)).output(spool: spool).folder
  }
}
