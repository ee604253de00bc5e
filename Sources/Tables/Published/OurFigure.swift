/// What stands beside a figure that somebody else published, in its unit.
public enum OurFigure: Hashable, Sendable {
  /// From the model: a projection, or what it opens on.
  case modelled(Double)
  /// Published outturn, where the figure is of a year before the projection.
  case outturn(Double)
  /// Nothing comparable; the figure's ``CitedFigure/why`` says why.
  case none

  /// The figure; `nil` where there is none.
  public var value: Double? {
    switch self {
    case .modelled(let value), .outturn(let value): value
    case .none: nil
    }
  }

  /// What it is, for a program.
  public var kind: String {
    switch self {
    case .modelled: "model"
    case .outturn: "outturn"
    case .none: "none"
    }
  }
}
