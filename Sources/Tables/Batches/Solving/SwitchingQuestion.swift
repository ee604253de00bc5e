import Parameters

/// At what value of a parameter an indicator reaches a target.
public struct SwitchingQuestion: Sendable {
  /// The indicator.
  public let indicator: BatchIndicator
  /// What it is to be, in its unit.
  public let target: Double

  /// Reads `gap=0`.
  ///
  /// - Throws: `BatchError.question`; `InputError` with the nearest indicator.
  public init(_ text: String) throws {
    let parts = text.filter { $0 != " " }
      .split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let target = Double(parts[1]), target.isFinite else {
      throw BatchError.question(text)
    }
    indicator = try BatchIndicator.named(parts[0], at: Place(file: "carecast solve"))
    self.target = target
  }
}
