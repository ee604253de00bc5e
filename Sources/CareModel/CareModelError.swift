public import Parameters

/// What can be wrong with what the model is asked to do.
public enum CareModelError: Error, Equatable, Sendable {
  /// The horizon is past the population projection, or before the first estimate.
  case beyondPopulation(year: Int, last: Int)

  /// A projection must end after it opens.
  case endsBeforeItOpens(opening: Int, last: Int)

  /// Shares of a whole do not add up to 1.
  case sharesDoNotAddUp(parameter: String, year: Int, sum: Double)

  /// No placement type takes in children of an age.
  case noPlacementOpen(age: String, year: Int)

  /// Children leave a placement type, by moves and exits, faster than can be computed.
  case leavesTooFast(placement: String, year: Int, rate: Double, allowed: Double)
}

extension CareModelError: CausedByInput {
  /// What is wrong, what is allowed and what to do.
  public var description: String {
    switch self {
    case .beyondPopulation(let year, let last):
      "The year to 31 March \(year) is outside the population projection. "
        + "Allowed: years to 31 March 2019 to \(last). Ask for fewer years."
    case .endsBeforeItOpens(let opening, let last):
      "A projection that opens on 31 March \(opening) cannot end on 31 March \(last). "
        + "Allowed: a later year."
    case .sharesDoNotAddUp(let parameter, let year, let sum):
      "\(parameter) adds up to \(sum) in the year to 31 March \(year). Allowed: 1. "
        + "Change its other shares by as much."
    case .noPlacementOpen(let age, let year):
      "Every entries.placement-weight open to age \(age) is 0 in the year to 31 March \(year). "
        + "Allowed: at least one above 0."
    case .leavesTooFast(let placement, let year, let rate, let allowed):
      "Moves and exits from \(placement) come to \(rate) per child and year in the year to "
        + "31 March \(year), with the largest factors. Allowed: up to \(allowed). "
        + "Lower moves.rate, moves.factor or the exit rates."
    }
  }
}
