import Testing

@testable import Parameters

/// Every way in which the files of a fit can be wrong.
@Suite struct FittedFaultTests {
  private static let broken: [(InputFault.Name, String, Int?, Files)] = [
    (
      .wrongHeader, "fitted/covariance-factor.csv", 1,
      fittedFiles(factor: inventedFit.factorText.replacing("1,2\n", with: "2,1\n"))
    ),
    (
      .duplicateRow, "fitted/covariance-factor.csv", 3,
      fittedFiles(factor: inventedFit.factorText.replacing("slope", with: "level"))
    ),
    (
      .notANumber, "fitted/covariance-factor.csv", 2,
      fittedFiles(factor: inventedFit.factorText.replacing("0.3", with: "0.3x"))
    ),
    (
      .outOfRange, "fitted/covariance-factor.csv", 3,
      fittedFiles(factor: inventedFit.factorText.replacing(",0.2\n", with: ",-0.2\n"))
    ),
    (
      .outOfRange, "fitted/covariance-factor.csv", 2,
      fittedFiles(factor: inventedFit.factorText.replacing("0.3,0\n", with: "0.3,0.1\n"))
    ),
    (
      .wrongHeader, "fitted/loadings.csv", 1,
      fittedFiles(loadings: inventedFit.loadingText.replacing("weight", with: "slope"))
    ),
    (
      .unknownName, "fitted/loadings.csv", 2,
      fittedFiles(loadings: inventedFit.loadingText.replacing("cost,", with: "costs,"))
    ),
    (
      .unknownName, "fitted/loadings.csv", 2,
      fittedFiles(loadings: inventedFit.loadingText.replacing("identity", with: "none"))
    ),
    (
      .unknownName, "fitted/loadings.csv", 2,
      fittedFiles(loadings: inventedFit.loadingText.replacing("slope,100", with: "slop,100"))
    ),
    (
      .notANumber, "fitted/loadings.csv", 2,
      fittedFiles(loadings: inventedFit.loadingText.replacing("slope,100", with: "slope,a"))
    ),
    (
      .staleFit, "fitted/digests.csv", 2,
      fittedFiles(digests: [("fitted/loadings.csv", String(repeating: "0", count: 64))])
    ),
    (
      .wrongHeader, "fitted/digests.csv", 1,
      fittedFiles().merging(["fitted/digests.csv": "file,sha256\n"]) { $1 }
    ),
    (
      .unreadableFile, "fitted/digests.csv", nil,
      fittedFiles().filter { $0.key != "fitted/digests.csv" }
    ),
  ]

  @Test(arguments: broken.indices) func aFaultIsNamedWithItsPlace(index: Int) throws {
    let (name, file, line, files) = Self.broken[index]
    let found = try #require(try fitFaults(files).first)
    #expect((found.kind as? InputFault)?.name == name, "\(found)")
    #expect(found.place == Place(file: file, line: line), "\(found)")
  }

  /// Data that changed since the fit are found by the full check alone: a run need not read them.
  @Test func changedDataMakeAFitStale() throws {
    #expect(try fitFaults(fittedFiles(), all: true).isEmpty)
    let files = fittedFiles(digests: [
      ("series/stock/data.csv", String(repeating: "0", count: 64)),
      ("parameter/cost", String(repeating: "1", count: 64)),
    ])
    #expect(try fitFaults(files).isEmpty)
    let found = try fitFaults(files, all: true)
    #expect(found.map { ($0.kind as? InputFault)?.name } == [.staleFit, .staleFit])
    #expect(found.map(\.place.line) == [2, 3])
  }

  /// A parameter's digest is of what it says; layout and remarks do not count.
  @Test func aDigestOfAParameterFollowsItsValue() throws {
    func digest(_ text: String) throws -> String {
      try withFolder(validFiles.merging(["parameters/all.yaml": text]) { $1 }) {
        try DataFolder($0).fitDigest(of: "parameter/cost")
      }
    }
    let before = try digest(parameterText)
    #expect(try digest("# A remark\n" + parameterText) == before)
    #expect(try digest(parameterText.replacing("value: 1000", with: "value: 1001")) != before)
  }
}
