/// `headline.csv`: the headline figures H1 to H4 of every scenario and year, one figure a row.
///
/// A year is a reporting year, or the financial year that ends in it.
enum HeadlineFile {
  private static let header = [
    "scenario", "figure", "measure", "label", "unit", "year", "estimate_type", "value",
  ]

  /// The file of a run.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  static func file(of results: RunResults) throws(TableError) -> OutputFile {
    let path = "headline.csv"
    var csv = CSVBuffer(file: path)
    try csv.appendRow(header)
    for scenario in results.scenarios {
      for figure in HeadlineFigure.all {
        for measure in figure.measures {
          let values = measure.values(scenario, results)
          for (year, value) in values.sorted(by: { $0.key < $1.key }) {
            let isOutturn = measure.isPublished && year == results.published.year
            let estimate: EstimateType = isOutturn ? .outturn : .projection
            let label = "\(figure.label): \(measure.label)"
            for cell in [scenario.id, figure.id, measure.id, label, measure.unit.rawValue] {
              try csv.append(cell)
            }
            csv.append(year)
            try csv.append(estimate.rawValue)
            switch value {
            case .number(let number): csv.append(number, decimals: measure.decimals + 3)
            case .marker(let marker): try csv.append(marker.rawValue)
            }
            csv.endRow()
          }
        }
      }
    }
    return OutputFile(path: path, bytes: csv.bytes)
  }
}
