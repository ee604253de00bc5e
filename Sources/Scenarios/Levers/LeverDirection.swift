public import CareModel
import Parameters
import Statistics

/// A measure by which the direction of a lever's effect can be told. Another is one more value of
/// `all`.
public struct LeverMeasure: Sendable, Identifiable {
  /// The word in lever files.
  public let id: String
  /// One sentence for help.
  public let sentence: String
  /// The measure in the last year of a projection.
  public let value: @Sendable (Projection) -> Double

  /// Every measure.
  public static let all: [LeverMeasure] = [
    LeverMeasure(
      id: "children-in-care", sentence: "Children looked after on the last 31 March."
    ) { $0.years.last!.stock.total.central },
    LeverMeasure(
      id: "placement-moves", sentence: "Share of them with two or more placements in the year."
    ) { $0.headline.stability.last!.shareTwoOrMore.central },
    LeverMeasure(
      id: "neet", sentence: "Share of care leavers aged 19 to 21 who are NEET."
    ) { $0.headline.neet.last!.share.central },
    LeverMeasure(
      id: "net-spending", sentence: "Net spending of the last year, without the programme."
    ) { $0.spending.cash(in: $0.financialYears.last!).net.central },
    LeverMeasure(
      id: "funding", sentence: "What councils have to pay with in the last year."
    ) { $0.gap.years.last!.funding.central },
  ]
}

/// Which way a lever moves a measure against its base once it is phased in.
public struct LeverDirection: Sendable {
  /// Less or more than without the lever.
  public enum Way: String, CaseIterable, Sendable {
    case down, up
  }

  /// What is moved.
  public let measure: LeverMeasure
  /// Which way.
  public let way: Way

  /// Whether a projection with the lever differs from one without it as the lever's file says.
  public func holds(with: Projection, without: Projection) -> Bool {
    let (with, without) = (measure.value(with), measure.value(without))
    return way == .down ? with < without : with > without
  }

  /// The key `direction`: `{measure: down}`.
  static func read(_ record: YAMLRecord) -> [LeverDirection] {
    guard let pairs = record.value("direction", required: false)?.pairs() else { return [] }
    let ids = LeverMeasure.all.map(\.id)
    return pairs.compactMap { id, value in
      guard let measure = LeverMeasure.all.first(where: { $0.id == id }) else {
        value.report(InputFault.unknownName(of: "measure", found: id, among: ids))
        return nil
      }
      return value.choice(of: "direction", among: Way.allCases.map(\.rawValue))
        .flatMap { Way(rawValue: $0) }
        .map { LeverDirection(measure: measure, way: $0) }
    }
  }
}
