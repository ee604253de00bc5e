/// How the points of a sample are chosen, and so how intervals are made.
public enum Sampling: Sendable, Equatable {
  /// Sobol's points, several times independently scrambled: base run k belongs to replicate
  /// `k mod replicates`. Intervals come from the replicates (jackknife, Student's t).
  case quasiRandom(replicates: Int)
  /// Independent points. Intervals come from resampled base runs (bootstrap).
  case monteCarlo(resamples: Int)
}

/// What becomes of runs that fail or give a number that is not finite.
public enum FailurePolicy: Sendable, Equatable {
  /// Results are refused, with how many failed and where.
  case refuse
  /// Every block that holds one is left out whole, and counted.
  case dropBlocks
}

/// What may be chosen about a method; each says which of these it reads.
public struct Settings: Sendable, Equatable {
  /// How points are chosen. Methods that rank or sort outputs (`pawn`, `regional`, `evppi`, `evsi`, `cvm`,
  /// `rank-first-order`, `delta`, `hsic`) or look for boxes (`prim`, `cart`) and trajectories (`morris`) take independent ones whatever stands
  /// here, with 200 resamples where it states none: their figures err to one side by more than quasi-random
  /// points leave, and an interval would be too narrow.
  public var sampling = Sampling.quasiRandom(replicates: 32)
  /// What all random numbers depend on.
  public var seed: UInt64 = 1
  /// What becomes of failed runs.
  public var failures = FailurePolicy.refuse
  /// Rows of inputs held at once; more are shared better among cores and take more memory.
  public var blockRows = 4096
  /// Whether an input that the function does not see is analysed with the others, as the noise floor.
  public var dummy = true
  /// Formulas of the `sobol` method.
  public var estimator = SobolEstimator.saltelli
  /// Whether figures of pairs are given too: by the `sobol` method for about twice the runs, by
  /// `polynomial-chaos`, `gaussian-process` and `fractional-factorial` for none.
  public var secondOrder = false
  /// Levels of the `morris` method: even, at least 2.
  public var levels = 4
  /// Candidates among which the `morris` method picks the trajectories that lie furthest apart; 0:
  /// trajectories as they are drawn.
  public var candidates = 0
  /// Slices of each input in the `pawn` method.
  public var slices = 10
  /// Where the `regional` method splits the runs: the share of them below, between 0 and 1.
  public var split = 0.5
  /// The lower of the two probabilities at which the `tornado` and `fractional-factorial` methods take each
  /// input; the other is as far from 1.
  public var tail = 0.1
  /// Cosines of each input in the `rbd-fast` method.
  public var harmonics = 10
  /// Points of a curve of the `fast` method.
  public var curvePoints = 1021
  /// Cells of each input in the `evppi` and `evsi` methods; with 0 the cube root of the number of runs.
  public var cells = 0
  /// Observations of the study that the `evsi` method values. With the defaults it knows as much as is
  /// known now.
  public var studySize = 100
  /// How many observations what is known now of an input is worth, in the `evsi` method.
  public var priorSize = 100.0
  /// Which runs the `prim` and `cart` methods look for.
  public var cases = CasesOfInterest.highest(share: 0.1)
  /// The most boxes that the `prim` method gives.
  public var boxes = 3
  /// The share of a box's runs that the `prim` method takes away at a time.
  public var peel = 0.05
  /// The least share of the runs that a box of the `prim` and a leaf of the `cart` method hold.
  public var leastMass = 0.05
  /// What the `cart` method tells apart.
  public var tree = TreeTarget.cases

  /// The usual settings.
  public init() {}

  /// The same with independent points, 200 resamples where none are stated.
  var independent: Settings {
    guard case .quasiRandom = sampling else { return self }
    var result = self
    result.sampling = .monteCarlo(resamples: 200)
    return result
  }

  /// Throws `setting` unless every setting is allowed.
  func check() throws(SensitivityError) {
    func require(
      _ isAllowed: Bool, _ name: String, _ value: Double, _ allowed: String
    ) throws(SensitivityError) {
      guard isAllowed else { throw .setting(name: name, value: value, allowed: allowed) }
    }
    switch sampling {
    case .quasiRandom(let count):
      try require(
        (4...64).contains(count), "replicates", Double(count), "4 to 64; 8 to 32 are usual")
    case .monteCarlo(let count):
      try require((20...10_000).contains(count), "resamples", Double(count), "20 to 10000")
    }
    try require(blockRows >= 1, "block rows", Double(blockRows), "at least 1")
    try require(
      levels >= 2 && levels.isMultiple(of: 2), "levels", Double(levels), "even and at least 2")
    try require((0...10_000).contains(candidates), "candidates", Double(candidates), "0 to 10000")
    try require((2...255).contains(slices), "slices", Double(slices), "2 to 255")
    try require(split > 0 && split < 1, "split", split, "between 0 and 1")
    try require(tail > 0 && tail < 0.5, "tail", tail, "between 0 and 0.5")
    try require((1...100).contains(harmonics), "harmonics", Double(harmonics), "1 to 100")
    try require(
      (45...65_521).contains(curvePoints), "curve points", Double(curvePoints), "45 to 65521")
    try require(
      cases.isAllowed, "cases", cases.word.number,
      "finite, or a share of the highest or lowest between 0 and 1")
    try require((1...100).contains(boxes), "boxes", Double(boxes), "1 to 100")
    try require(peel > 0 && peel <= 0.5, "peel", peel, "above 0 and at most 0.5")
    try require(
      leastMass > 0 && leastMass <= 0.5, "least mass", leastMass, "above 0 and at most 0.5")
    try require(
      (1...1_000_000_000).contains(studySize), "study size", Double(studySize), "1 to 1000000000")
    try require(
      priorSize > 0 && priorSize.isFinite, "prior size", priorSize, "above 0 and finite")
    try require((0...4096).contains(cells) && cells != 1, "cells", Double(cells), "0, or 2 to 4096")
  }
}
