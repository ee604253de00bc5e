extension FittedDistribution {
  static let factorHeader = ["parameter", "prior_strength"]
  static let loadingHeader = ["number", "scale", "parameter", "weight"]

  /// The factor as a CSV file: each parameter with its slope on the prior's strength and its row of
  /// L, zeros above the diagonal. Numbers are in the shortest form that reads back equal.
  public var factorText: String {
    let header = Self.factorHeader + parameters.indices.map { String($0 + 1) }
    let rows = parameters.indices.map { row in
      [parameters[row], shortestText(strengthSlopes[row])]
        + parameters.indices.map { $0 <= row ? shortestText(factor[row][$0]) : "0" }
    }
    return Self.lines([header] + rows)
  }

  /// The loadings as a CSV file, one term a row, in the order of the numbers' paths; a number that is
  /// given has one row without a parameter.
  public var loadingText: String {
    let rows = loadings.sorted { $0.key < $1.key }.flatMap { path, loading in
      loading.terms.isEmpty
        ? [[path, loading.scale.rawValue, "", ""]]
        : loading.terms.map { term in
          [path, loading.scale.rawValue, parameters[term.parameter], shortestText(term.weight)]
        }
    }
    return Self.lines([Self.loadingHeader] + rows)
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }
}
