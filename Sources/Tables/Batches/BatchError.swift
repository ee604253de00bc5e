public import Parameters
public import Scenarios
public import Sensitivity

/// What can go wrong with a batch.
public enum BatchError: Error, Equatable {
  /// An input without a distribution, or one that no draw reaches.
  case noSpread(input: String, isUndrawn: Bool)
  /// A number that two inputs hold.
  case inputTwice(path: String, first: String, second: String)
  /// An indicator has no number in a year.
  case noFigure(indicator: String, scenario: String, year: Int, years: [Int])
  /// Plans to choose between are not one figure of several scenarios.
  case noPlans(figures: Int)
  /// A rule to stop by that is not one.
  case rule(String, kinds: [String])
  /// Cases for scenario discovery are not written as a word and a number.
  case cases(String, words: [String])
  /// What is to be solved is not written as an indicator and a target.
  case question(String)
  /// No range in which to look for a value, or an empty one.
  case range(of: String, verb: OverrideVerb, low: Double?, high: Double?)
  /// A part of a batch that is not written as one.
  case shard(String)
  /// A folder that holds no part of a batch.
  case notAShard(String)
  /// Blocks of an unfinished batch lie where the blocks of this one are to be kept.
  case unfinished(work: String)
  /// Blocks are of another batch.
  case otherPlan(folder: String, line: FirstDifference)
  /// A block's file is not as it was written.
  case brokenBlock(String)
  /// Parts of a batch lack blocks.
  case missingBlocks(count: Int, of: Int, shards: [BatchShard])
  /// Runs failed: how many, why and where; a list of them, and where it was put.
  case refused(report: String, list: [UInt8], file: String?)
}

extension BatchError {
  /// The cases without their facts; tests go through `allCases` to find one without a fixture.
  public enum Kind: String, Sendable, CaseIterable {
    case noSpread, inputTwice, noFigure, noPlans, rule, cases, question, range, shard, notAShard,
      unfinished, otherPlan
    case brokenBlock, missingBlocks, refused
  }

  /// Which case this is.
  public var kind: Kind {
    switch self {
    case .noSpread: .noSpread
    case .inputTwice: .inputTwice
    case .noFigure: .noFigure
    case .noPlans: .noPlans
    case .rule: .rule
    case .cases: .cases
    case .question: .question
    case .range: .range
    case .shard: .shard
    case .notAShard: .notAShard
    case .unfinished: .unfinished
    case .otherPlan: .otherPlan
    case .brokenBlock: .brokenBlock
    case .missingBlocks: .missingBlocks
    case .refused: .refused
    }
  }
}

extension BatchError: CausedByInput {
  /// Where, what, what is allowed, and what to do.
  public var description: String {
    switch self {
    case .noSpread(let input, isUndrawn: false):
      "--inputs: '\(input)' does not vary: all its numbers are 0 or have a fixed spread. Leave it "
        + "out; carecast show parameter says what spread it has."
    case .noSpread(let input, isUndrawn: true):
      "--inputs: '\(input)' is not drawn: effects and amounts of levers never are. Leave it out."
    case .inputTwice(let path, let first, let second):
      "--inputs: '\(path)' is in '\(first)' and in '\(second)'. A number has one input."
    case .noFigure(let indicator, let scenario, let year, let years):
      "'\(indicator)' has no number in \(year) under \(scenario); it has one in "
        + (years.isEmpty ? "no year" : "\(years[0]) to \(years[years.count - 1])")
        + ". Choose another year or indicator."
    case .noPlans(let figures):
      "the method chooses between plans: name several scenarios, one indicator and one year, not "
        + "\(figures) figure\(figures == 1 ? "" : "s") in all."
    case .rule(let text, let kinds):
      "--until: '\(text)' is no rule. Write a kind of figure, a size and a half-width, such as "
        + "total-order 0.05 0.02; the method's kinds are \(kinds.joined(separator: ", "))."
    case .cases(let text, let words):
      "--cases: '\(text)' names no runs. Write one of \(words.joined(separator: ", ")) and a number: an "
        + "indicator's value for above and below, a share of the runs for highest and lowest, such as "
        + "highest 0.1."
    case .question(let text):
      "'\(text)' is no question. Write an indicator, = and a number, such as gap=0."
    case .range(let name, let verb, let low, let high):
      "--vary: no range to look in for '\(name)' (\(verb.rawValue)): from "
        + "\(low.map(shortestText) ?? "nothing") to \(high.map(shortestText) ?? "nothing"). Give "
        + "--from and --to, the first below the second."
    case .shard(let text):
      "--shard: '\(text)' is no part. Write a number and how many parts there are, such as 3/16."
    case .notAShard(let folder):
      "\(folder) holds no part of a batch. Name folders that --shard wrote."
    case .unfinished(let work):
      "\(work) holds blocks of a batch that was not finished. Go on with it by --resume, or remove "
        + "the folder."
    case .otherPlan(let folder, let line):
      "\(folder) holds blocks of another batch: its plan has \(line.first) where this one has "
        + "\(line.second). Use the same arguments, version and data, or another folder."
    case .brokenBlock(let file):
      "\(file) is not as it was written. Remove it, and go on by --resume."
    case .missingBlocks(let count, let all, let shards):
      "\(count) of \(all) blocks are missing: only "
        + shards.map(\.description).joined(separator: ", ") + " are given. Name every part."
    case .refused(let report, _, let file):
      report + (file.map { " The failed runs are listed in \($0)." } ?? "")
        + " Narrow the inputs, or drop what they are part of by --drop-failed."
    }
  }
}

extension SensitivityError: CausedByInput {}
