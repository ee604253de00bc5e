import Parameters

/// A lever with its start and strength after all wrappers but slippage, which stands beside them.
struct PlannedLever {
  let lever: Lever
  let start: FinancialYear
  let strength: Double
  /// How many times the published effect is claimed, round it one after the other; none if the effect is
  /// the published one.
  let claims: [LeverWrapper]
  /// Parts of each year's work that come later, one after the other.
  let slippages: [LeverWrapper]
  /// Why, without claims and slippages.
  let ownReason: String
  let place: Place

  /// Why, with all that lies round it.
  var reason: String { ([ownReason] + (claims + slippages).map(\.sentence)).joined(separator: " ") }

  /// Times the published effect.
  var times: Double {
    claims.reduce(1) { product, wrapper in
      guard case .claim(let times) = wrapper.kind else { return product }
      return product * times
    }
  }

  /// Share of the effect that each year after the start adds.
  var phasing: [Double] { slipped(lever.phasing) }

  /// Amounts by year after the start as they come with all slippages.
  func slipped(_ amounts: [Double]) -> [Double] {
    slippages.reduce(amounts) { $1.kind.slipped($0) }
  }
}

/// The levers and overrides of a scenario and of all it is built on.
struct ScenarioPlan {
  /// In the order of the ids, so that their products have the same bits in any order of naming.
  let levers: [PlannedLever]
  /// The base's first, then those of the scenarios extended, then the scenario's own.
  let overrides: [Override]
  /// The ids of the levers that come with the base, untouched.
  let leversOfBase: Set<String>

  /// Puts together what a scenario says and what it inherits.
  ///
  /// A lever that is named again takes the place of the inherited one. A wrapper lies round the
  /// levers of its scenario and of those it extends, not round those of the base.
  ///
  /// - Parameter more: Further overrides, such as those of a command line.
  /// - Throws: `InputError`.
  init(_ scenario: Scenario, in folder: ScenarioFolder, adding more: [Override]) throws {
    let lineage = Array(([scenario] + (try folder.ancestors(of: scenario))).reversed())
    var uses: [String: WrappedUse] = [:]
    for member in lineage {
      for use in member.levers {
        uses[use.lever] = WrappedUse(use: use, isOfBase: member.isBase && !scenario.isBase)
      }
      for wrapper in member.wrappers {
        let movable = uses.filter { !$0.value.isOfBase || member.isBase }.map(\.key)
        let wrapped = wrapper.levers ?? movable
        let missing = wrapped.first { !movable.contains($0) }
        guard !wrapped.isEmpty, missing == nil else {
          let key = wrapper.kind.key.rawValue
          throw InputError(ScenarioFault.wrapsNothing(key, lever: missing), at: wrapper.place)
        }
        for id in wrapped { uses[id]!.wrappers.append(wrapper) }
      }
    }
    levers = try uses.keys.sorted().map { try uses[$0]!.planned(in: folder) }
    overrides = lineage.flatMap(\.overrides) + more
    leversOfBase = Set(uses.filter(\.value.isOfBase).keys)
  }
}

/// A lever as it is pulled, with all that lies round it, the innermost first.
private struct WrappedUse {
  let use: LeverUse
  /// Whether it comes with the base of the scenario that is planned.
  let isOfBase: Bool
  var wrappers: [LeverWrapper] = []

  func planned(in folder: ScenarioFolder) throws -> PlannedLever {
    var years = 0
    var strength = use.strength
    for wrapper in wrappers {
      switch wrapper.kind {
      case .delay(let more): years += more
      case .delivery(let share): strength *= share
      case .slippage, .claim: break
      }
    }
    let start = use.start.advanced(by: years)
    let allowed = FinancialYear(startingIn: 2000)...folder.last
    guard allowed.contains(start) else {
      throw InputError(
        ScenarioFault.startOutside(
          lever: use.lever, start: start, first: allowed.lowerBound, last: allowed.upperBound),
        at: use.place)
    }
    let said = [LeverWrapper.Key.delay, .delivery].flatMap { key in
      wrappers.filter { $0.kind.key == key }.map(\.sentence)
    }
    return PlannedLever(
      lever: try folder.lever(use.lever, at: use.place), start: start, strength: strength,
      claims: wrappers.filter { $0.kind.key == .claim },
      slippages: wrappers.filter { $0.kind.key == .slippage },
      ownReason: ([use.reason] + said).joined(separator: " "), place: use.place)
  }
}
