import CareModel
import Parameters

extension ScenarioFault {
  /// What is wrong, with the facts.
  public var what: String {
    switch self {
    case .wrongFileName(let id, let file): "the id is '\(id)', the file '\(file)'"
    case .formula(let key, let text): "a spreadsheet takes the \(key) '\(text)' for a formula"
    case .noActions: "the lever has no action"
    case .noCategories(let dimension): "no category of \(dimension) is named"
    case .wrongPhasing(let shares, let sum):
      "phasing is \(shares.map(shortestText).joined(separator: ", ")), which sums to "
        + shortestText(sum)
    case .effectWithoutRange(let parameter, let effect):
      "the effect \(shortestText(effect)) on \(parameter) has no range"
    case .effectWithoutEvidence(let parameter, let effect):
      "the effect \(shortestText(effect)) on \(parameter) is graded none-published"
    case .effectWithoutSource(let grade): "an effect graded \(grade.rawValue) has no source"
    case .assumedWithoutReason: "an effect graded assumed has no reason"
    case .leverOnReadOnce(let parameter, let day):
      "a lever cannot be phased in on \(parameter), which the model reads on \(day) only"
    case .strandAndPrice(let strand, let price):
      "the lever is paid for by the strand '\(strand)' and by the price '\(price)'"
    case .effectWithoutDirection: "the lever has an effect, but does not say which way it goes"
    case .directionWithoutEffect: "the lever has a direction, but no effect"
    case .sharesOfOneDimension(let parameter, let named):
      "shares of \(parameter) are closed in \(named.count) dimensions: "
        + named.joined(separator: ", ")
    case .baseAndExtends: "the scenario has both a base and another that it extends"
    case .openingOfABase: "the scenario says when it opens, and is no base"
    case .differentOpenings(let openings):
      "scenarios of one run open on 31 March of different years: "
        + openings.joined(separator: ", ")
    case .notProjected(let what, let opening, let reason):
      "\(what) cannot be had of a projection from 31 March \(opening), which is of children in care in "
        + "England alone: \(reason)"
    case .notABase(let id): "'\(id)' cannot be a base: it has a base itself"
    case .extendsABase(let id): "'\(id)' cannot be extended: it is a base"
    case .circular(let ids):
      "scenarios extend each other in a circle: \(ids.joined(separator: " → "))"
    case .leverTwice(let id): "the lever '\(id)' is named more than once"
    case .strandTwice(let strand, let levers):
      "the programme strand '\(strand)' would be paid for by \(levers.joined(separator: " and "))"
    case .wrapsNothing(let wrapper, let lever):
      lever.map { "the \(wrapper) names the lever '\($0)', which is not pulled" }
        ?? "there is a \(wrapper), but nothing that it could act on"
    case .startOutside(let lever, let start, _, _): "the lever '\(lever)' starts in \(start)"
    case .changesNothing(let scenario, let reference):
      "the scenario '\(scenario)' changes nothing: its parameters and programme are those of "
        + "'\(reference)'"
    case .sameName(let kind, let name, let ids):
      "the \(kind) '\(name)' is that of \(ids.joined(separator: " and "))"
    case .differentBases(let bases):
      "scenarios put together have different bases: \(bases.joined(separator: ", "))"
    case .leverConflict(let lever, let scenarios):
      "the lever '\(lever)' has another start, strength or slippage in "
        + scenarios.joined(separator: " than in ")
    case .malformedOverride(let text): "'\(text)' cannot be read as a change"
    case .operationCount(let path, let found):
      found.isEmpty
        ? "the override of \(path) says neither set, multiply nor add"
        : "the override of \(path) says \(found.joined(separator: " and "))"
    case .missingUnit(let path, let operation):
      "the override of \(path) has '\(operation)' without a unit"
    case .unitOfFactor(let path): "the override of \(path) gives 'multiply' a unit"
    case .overriddenTwice(let path, let date, let first):
      "\(path) is already overridden from \(date) at \(first)"
    case .neverRead(let path, let from, let until, let read):
      "the change of \(path) from \(from)\(until.map { " until \($0)" } ?? "") would have no "
        + "effect: the model reads it on \(read)"
    case .addedAndMultiplied(let path, let date):
      "\(path) is both added to and multiplied from \(date), and it grows by an index"
    }
  }

  /// What would be right.
  public var allowed: String? {
    switch self {
    case .wrongFileName(let id, _): "the file name \(id).yaml"
    case .formula: "a text that does not start with = + - @"
    case .noActions, .noCategories: "one or more"
    case .wrongPhasing: "shares of 0 or more that sum to 1"
    case .effectWithoutRange: "a spread with a cv, or with low and high"
    case .effectWithoutEvidence:
      "multiply by 1 or add 0 with a fixed spread; or another grade, with a source and a range"
    case .effectWithoutSource: "one or more sources"
    case .assumedWithoutReason: "the key 'reason'"
    case .leverOnReadOnce: "a parameter that is read every year"
    case .strandAndPrice: "one of them"
    case .effectWithoutDirection:
      "the key 'direction', such as {children-in-care: down}; 'carecast compare' shows it"
    case .directionWithoutEffect: "no key 'direction' where no action changes a number"
    case .sharesOfOneDimension: "'keys' with the one dimension over which the shares add up"
    case .baseAndExtends: "one of them; a scenario has the base of the one it extends"
    case .openingOfABase: "the key 'opening' in a base; a scenario opens with its base"
    case .differentOpenings: "scenarios that open on the same day; run the others by themselves"
    case .notProjected: "scenarios that open on 31 March \(Opening.latest.year)"
    case .notABase: "a scenario without 'base' and 'extends'; to build on another use 'extends'"
    case .extendsABase: "a scenario with a base; to change a base use 'base'"
    case .circular, .leverTwice: "once each"
    case .strandTwice: "one lever for each strand"
    case .wrapsNothing:
      "levers of the scenario or of the one it extends, and a share above 0 for a slippage"
    case .startOutside(_, _, let first, let last): "\(first) to \(last), with the delay"
    case .changesNothing: "a lever with strength above 0, or an override that changes a number"
    case .sameName: "a name for each, so that tables can tell them apart"
    case .differentBases: "one base"
    case .leverConflict: "the same in both, or in one of them only"
    case .malformedOverride: "path=value or path=value@YYYY-MM-DD, such as entries.rate.0=0.005"
    case .operationCount: "exactly one of set, multiply, add"
    case .missingUnit: "the parameter's unit, so that kinds cannot be confused"
    case .unitOfFactor: "no unit: a factor has none"
    case .overriddenTwice: "one override of a number and date; combine them"
    case .neverRead: nil
    case .addedAndMultiplied: "set it, or multiply it only"
    }
  }

  /// Names are checked by the reader of any file, which knows the nearest.
  public var nearest: String? { nil }
}
