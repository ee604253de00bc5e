public import CareModel

extension Opening {
  /// The fault of asking for what is not projected from here.
  ///
  /// - Parameter what: What was asked for, such as `--areas`.
  public func lacks(_ what: String) -> ScenarioFault {
    .notProjected(what, opening: year, reason: reason)
  }
}
