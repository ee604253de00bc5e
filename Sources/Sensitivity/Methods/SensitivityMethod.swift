/// A way to say which inputs matter.
///
/// All are values in ``all``; commands and files name them by ``id``.
public struct SensitivityMethod: Sendable {
  /// How commands and files call it.
  public let id: String
  /// What it is for, in one sentence.
  public let sentence: String
  /// The figures it gives.
  public let kinds: [MeasureKind]
  /// The kind by which inputs are ranked.
  public let rankedBy: String
  /// Whether the inputs of a group may move in different directions, so that numbers which cannot move
  /// together may form one.
  public let joinsGroups: Bool
  /// Whether it allows for inputs that depend on each other; others refuse them.
  public let takesCorrelated: Bool
  /// Whether it allows for shares that add up to 1; others refuse them.
  public let takesShares: Bool
  /// Whether its figures depend on the order of an input's values; those of categories then say so.
  let readsOrder: Bool
  /// Whether it gives boxes of inputs, each figure of one naming it as the second input.
  public var findsBoxes: Bool { kinds.contains { $0.id == "density" } }
  /// Whether its outputs are the net benefits of plans between which it chooses.
  public var choosesPlans: Bool { kinds.contains { $0.id == "evpi" } }
  private let begin: @Sendable (Problem, [String], Settings) throws -> any Analysis

  init(
    _ id: String, _ sentence: String, kinds: [(id: String, sentence: String)],
    rankedBy: String? = nil, joinsGroups: Bool = true,
    takesCorrelated: Bool = true, takesShares: Bool = true, readsOrder: Bool = false,
    start: @escaping @Sendable (Problem, [String], Settings) throws -> any Analysis
  ) {
    self.id = id
    self.sentence = sentence
    self.kinds = kinds.map { MeasureKind(id: $0.id, sentence: $0.sentence) }
    self.rankedBy = rankedBy ?? kinds[0].id
    self.joinsGroups = joinsGroups
    self.takesCorrelated = takesCorrelated
    self.takesShares = takesShares
    self.readsOrder = readsOrder
    begin = start
  }

  /// The method at work on a problem.
  ///
  /// - Throws: `correlatedInputs`, `sharesOfWhole`; what the method throws.
  func start(_ problem: Problem, _ outputs: [String], _ settings: Settings) throws -> any Analysis {
    guard problem.correlations == nil || takesCorrelated else {
      throw SensitivityError.correlatedInputs(
        method: id, allowed: Self.all.filter(\.takesCorrelated).map(\.id))
    }
    if !takesShares, let row = problem.rows.first {
      throw SensitivityError.sharesOfWhole(
        method: id, row: row.name, allowed: Self.all.filter(\.takesShares).map(\.id))
    }
    return try begin(problem, outputs, settings)
  }

  /// Every method, cheapest first.
  public static let all: [SensitivityMethod] = [
    .tornado, .fractionalFactorial, .morris, .standardisedRegression, .standardisedRankRegression,
    .partialCorrelation,
    .partialRankCorrelation, .rankFirstOrder, .rbdFAST, .regional, .pawn, .cramerVonMises, .delta,
    .independence, .perfectInformation, .sampleInformation, .prim, .cart, .polynomialChaos,
    .gaussianProcess,
    .derivativeBased, .sobol, .shapley, .extendedFAST,
  ]

  /// The method of a name.
  ///
  /// - Throws: `unknownMethod`.
  public static func named(_ id: String) throws(SensitivityError) -> SensitivityMethod {
    guard let method = all.first(where: { $0.id == id }) else {
      throw .unknownMethod(id, known: all.map(\.id))
    }
    return method
  }

  /// Runs that a number of base runs costs, before any is made.
  ///
  /// - Parameters:
  ///   - baseRuns: ≥ 1.
  ///   - problem: Its inputs and groups decide how many runs a block has.
  ///   - settings: Second order doubles them, for instance.
  /// - Throws: As ``Study/init(_:of:outputs:settings:)``.
  public func runs(
    of baseRuns: Int, _ problem: Problem, settings: Settings = Settings()
  ) throws -> Int {
    try settings.check()
    let analysis = try start(problem, ["y"], settings)
    return min(baseRuns, analysis.mostUnits ?? baseRuns) * analysis.unitRows
  }
}
