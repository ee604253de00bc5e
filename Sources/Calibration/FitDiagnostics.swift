import Parameters
import Statistics

/// What shows how well a fit fits.
extension CareFit {
  /// Every published figure beside the model's, as a CSV file: with the standard deviation that the
  /// table's dispersion gives it and the residual in such deviations, which are blank where the
  /// figure is no part of the likelihood.
  public var cellText: String {
    let dispersion = Dictionary(
      uniqueKeysWithValues: fit.dispersions.map { ($0.table, $0.dispersion) })
    func rounded(_ number: Double, to decimals: Double) -> String {
      shortestText((number * decimals).rounded() / decimals)
    }
    let rows = fit.cells.map { cell in
      let deviation = dispersion[cell.table.id].map {
        FitCell.variance(expected: cell.modelled.central, dispersion: $0).squareRoot()
      }
      return [
        quoted(cell.table.id), cell.category, String(cell.year), rounded(cell.published, to: 100),
        rounded(cell.modelled.central, to: 100),
        deviation.map { rounded($0, to: 100) } ?? "",
        deviation.map { rounded((cell.modelled.central - cell.published) / $0, to: 1000) } ?? "",
      ]
    }
    return Self.lines(
      [
        [
          "table", "category", "year", "published", "modelled", "deviation",
          "standardised_residual",
        ]
      ] + rows)
  }

  /// The dispersion of every table of the likelihood, as a CSV file.
  public var dispersionText: String {
    let kinds = Dictionary(uniqueKeysWithValues: FitTable.all.map { ($0.id, $0.kind) })
    let rows = fit.dispersions.map { table in
      [
        quoted(table.table), kinds[table.table]!.rawValue, String(table.cells),
        shortestText((table.freedom * 100).rounded() / 100),
        shortestText((table.dispersion * 1000).rounded() / 1000),
      ]
    }
    return Self.lines([["table", "kind", "cells", "freedom", "dispersion"]] + rows)
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// A text as a field of CSV.
  private func quoted(_ text: String) -> String { text.contains(",") ? "\"\(text)\"" : text }
}
