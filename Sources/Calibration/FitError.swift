public import Parameters

/// What can go wrong in a fit that no single file is to blame for.
public enum FitError: CausedByInput, Equatable {
  /// The dispersions of the tables kept changing.
  case dispersionsUnsettled(rounds: Int)

  /// What happened, and what to do.
  public var description: String {
    switch self {
    case .dispersionsUnsettled(let rounds):
      "The dispersions of the published tables did not settle in \(rounds) rounds. Give "
        + "calibration.dispersion.prior-weight more cells."
    }
  }
}
