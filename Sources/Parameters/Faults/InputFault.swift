/// Every way in which a data file, or a request for one of its figures, can be wrong.
public enum InputFault: FaultKind, Equatable {
  // Any file
  case unreadableFile(reason: String)
  case emptyFile
  case notUTF8
  case invalidIdentifier(found: String)
  case unknownName(of: String, found: String, among: [String])
  case duplicateIdentifier(String, first: Place)
  case wrongFolder(id: String, folder: String)
  case dividedArea(String, on: Day, into: [String])

  // YAML
  case invalidYAML(problem: String)
  case duplicateKey(String)
  case unknownKey(String, among: [String])
  case missingKey(String, of: String)
  case wrongType(of: String, expected: String, found: String)
  case notANumber(of: String, found: String)

  // CSV
  case malformedCSV(problem: String)
  case wrongHeader(found: [String], expected: [String])
  case wrongColumnCount(found: Int, expected: Int)

  // Series
  case digestMismatch(stated: String, computed: String)
  case invalidYear(found: String, expected: String)
  case unsortedRow(row: String, after: String)
  case duplicateRow(row: String, first: Int)
  case twoVintages(year: Int, sources: [String])
  case valueAndStatus(row: String)
  case neitherValueNorStatus(row: String)
  case unusedCategory(String, of: String)
  case missingFigure(series: String, year: Int, categories: [String], status: ValueStatus?)

  // Parameters
  case missingForBasis(Basis, key: String, of: String)
  case pricesWithoutMoney(unit: String)
  case missingPrices(unit: String)
  case outOfRange(of: String, value: Double, allowed: ClosedRange<Double>)
  case reversedRange(of: String, low: Double, high: Double)
  case dateOrder(of: String, date: Day, after: Day)
  case differentCategories(of: String, missing: [String], surplus: [String])
  case invalidSpread(of: String, problem: String)
  case noValue(parameter: String, on: Day, problem: String)
  case wrongKeyCount(parameter: String, found: Int, expected: Int)
  case changedTwice(path: String, from: Day, until: Day?)
  case unitMismatch(of: String, found: String, expected: String)

  // Fits
  case staleFit(of: String, stated: String, computed: String)
}
