@testable import Parameters

/// Two fitted parameters, correlated, and the numbers of the valid folder that rest on them.
let inventedFit = FittedDistribution(
  parameters: ["level", "slope"], factor: [[0.3], [-0.1, 0.2]], strengthSlopes: [0.05, -0.1],
  loadings: [
    "entries.rate.0": .init(scale: .relative, terms: [.init(parameter: 0, weight: 1)]),
    "entries.rate.16-17": .init(
      scale: .relative, terms: [.init(parameter: 0, weight: 1), .init(parameter: 1, weight: 0.5)]),
    "cost": .init(scale: .identity, terms: [.init(parameter: 1, weight: 100)]),
  ])

let strengthText = """
  - id: calibration.prior-strength
    label: Strength
    unit: ratio
    valid: [0.01, 100]
    after_last: hold
    values:
      - from: 2018-04-01
        basis: assumed
        reason: Invented.
        value: 1
        spread: {family: uniform, low: 0.99, high: 1.01}
  """

/// The valid folder with a fit, whose digests are those of its files.
func fittedFiles(
  factor: String = inventedFit.factorText, loadings: String = inventedFit.loadingText,
  digests: [(String, String)]? = nil
) -> Files {
  let digests =
    digests ?? [
      ("series/stock/data.csv", sha256(Array(stockRows.utf8))),
      ("fitted/covariance-factor.csv", sha256(Array(factor.utf8))),
      ("fitted/loadings.csv", sha256(Array(loadings.utf8))),
    ]
  return validFiles.merging([
    "parameters/strength.yaml": strengthText, "fitted/covariance-factor.csv": factor,
    "fitted/loadings.csv": loadings,
    "fitted/digests.csv": FitDigests(digests.map { (name: $0.0, digest: $0.1) }).text,
  ]) { $1 }
}

func fitFaults(_ files: Files, all: Bool = false) throws -> [Fault] {
  try withFolder(files) { url in
    let folder = try DataFolder(url)
    return collectedFaults {
      if all { try folder.checkFit() } else { _ = try folder.fittedDistribution() }
    }
  }
}
