/// What can be wrong with what the model is asked to do.
public enum CareModelError: Error, Equatable, Sendable {
  /// The horizon is past the population projection, or before the first estimate.
  case beyondPopulation(year: Int, last: Int)

  /// A projection must end after it opens.
  case endsBeforeItOpens(opening: Int, last: Int)
}

extension CareModelError: CustomStringConvertible {
  /// What is wrong, what is allowed and what to do.
  public var description: String {
    switch self {
    case .beyondPopulation(let year, let last):
      "The year to 31 March \(year) is outside the population projection. "
        + "Allowed: years to 31 March 2019 to \(last). Ask for fewer years."
    case .endsBeforeItOpens(let opening, let last):
      "A projection that opens on 31 March \(opening) cannot end on 31 March \(last). "
        + "Allowed: a later year."
    }
  }
}
