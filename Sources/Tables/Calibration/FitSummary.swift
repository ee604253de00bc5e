public import Calibration
import Parameters

/// What a fit found, for the terminal: the dispersion of every table, and which parameters rest on
/// their prior.
public struct FitSummary: Sendable {
  private let fit: CareFit
  private let unitCosts: UnitCostCalibration

  /// The summary of the two fits.
  public init(of fit: CareFit, _ unitCosts: UnitCostCalibration) {
    self.fit = fit
    self.unitCosts = unitCosts
  }

  /// Two tables with a line above each.
  public func text() -> String {
    let bound = FixedDecimal.text(100 * FitRecord.dataShare, decimals: 0)
    return """
      Variance of published figures over their expectation, in \(fit.rounds) rounds
      \(dispersions.text())
      Parameters of the fit; prior-driven where the data leave \(bound)% or more of the width of \
      the prior
      \(widths.text())
      """
  }

  private var dispersions: TextTable {
    var table = TextTable(
      columns: [.text("Table"), .number("Cells"), .number("Freedom"), .number("Dispersion")])
    for row in fit.dispersions {
      table.add(
        [
          row.table, String(row.cells), FixedDecimal.text(row.freedom, decimals: 1),
          FixedDecimal.text(row.dispersion, decimals: 1),
        ])
    }
    return table
  }

  /// Parameters by what their paths begin with.
  private var widths: TextTable {
    var table = TextTable(
      columns: [
        .text("Parameters"), .number("Number"), .number("Prior-driven"), .number("Least left, %"),
        .number("Most left, %"),
      ])
    var order: [String] = []
    var groups: [String: [FitRecord]] = [:]
    for record in fit.records + unitCosts.records {
      let parts = record.path.split(separator: ".")
      let name = parts.prefix(max(parts.count - 1, min(parts.count, 2))).joined(separator: ".")
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(record)
    }
    for name in order {
      let group = groups[name]!
      let shares = group.map { 100 * $0.shareOfPrior }
      table.add(
        [
          name, String(group.count), String(group.count { $0.setBy == .prior }),
          FixedDecimal.text(shares.min()!, decimals: 0),
          FixedDecimal.text(shares.max()!, decimals: 0),
        ])
    }
    return table
  }
}
