public import Foundation

extension FittedDistribution {
  /// The names of the files in `fitted/`.
  public static let factorFile = "covariance-factor.csv"
  /// See ``factorFile``.
  public static let loadingFile = "loadings.csv"

  /// Reads the two files of a joint distribution.
  ///
  /// - Parameters:
  ///   - folder: Where they lie.
  ///   - name: The folder's name in messages.
  ///   - numbers: The paths of all numbers of the data folder.
  /// - Throws: `InputError` with all faults of the factor, or else of the loadings.
  public static func read(
    _ folder: URL, as name: String, numbers: Set<String>
  ) throws -> FittedDistribution {
    let factor = try readFactor(
      folder.appendingPathComponent(factorFile), as: "\(name)/\(factorFile)")
    let loadings = try readLoadings(
      folder.appendingPathComponent(loadingFile), as: "\(name)/\(loadingFile)",
      parameters: factor.parameters, numbers: numbers)
    return FittedDistribution(
      parameters: factor.parameters, factor: factor.rows, strengthSlopes: factor.slopes,
      loadings: loadings)
  }

  private static func readFactor(
    _ url: URL, as file: String
  ) throws -> (parameters: [String], slopes: [Double], rows: [[Double]]) {
    let table = try CSVTable(contentsOf: url, as: file)
    let faults = FaultCollector(file: file)
    let expected = factorHeader + table.rows.indices.map { String($0 + 1) }
    guard table.header == expected else {
      faults.report(InputFault.wrongHeader(found: table.header, expected: expected), line: 1)
      try faults.throwIfAny()
      return ([], [], [])
    }
    var lines: [String: Int] = [:]
    var slopes: [Double] = []
    var rows: [[Double]] = []
    for (place, row) in table.rows.enumerated() {
      let parameter = row.fields[0]
      if let first = lines.updateValue(row.line, forKey: parameter) {
        faults.report(InputFault.duplicateRow(row: parameter, first: first), line: row.line)
      }
      let numbers = row.fields.dropFirst().map { strictNumber($0) }
      if let wrong = numbers.firstIndex(where: { $0 == nil }) {
        faults.report(
          InputFault.notANumber(of: parameter, found: row.fields[wrong + 1]), line: row.line)
        continue
      }
      let values = numbers.map { $0! }
      let onDiagonal = values[place + 1]
      if onDiagonal <= 0 {
        faults.report(
          InputFault.outOfRange(
            of: "the diagonal of \(parameter)", value: onDiagonal,
            allowed: Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude),
          line: row.line)
      }
      if let above = values.dropFirst(place + 2).first(where: { $0 != 0 }) {
        faults.report(
          InputFault.outOfRange(
            of: "what \(parameter) has above the diagonal", value: above, allowed: 0...0),
          line: row.line)
      }
      slopes.append(values[0])
      rows.append(Array(values[1...(place + 1)]))
    }
    try faults.throwIfAny()
    return (table.rows.map { $0.fields[0] }, slopes, rows)
  }

  private static func readLoadings(
    _ url: URL, as file: String, parameters: [String], numbers: Set<String>
  ) throws -> [String: Loading] {
    let table = try CSVTable(contentsOf: url, as: file)
    let faults = FaultCollector(file: file)
    guard table.header == loadingHeader else {
      faults.report(InputFault.wrongHeader(found: table.header, expected: loadingHeader), line: 1)
      try faults.throwIfAny()
      return [:]
    }
    let places = Dictionary(uniqueKeysWithValues: parameters.enumerated().map { ($1, $0) })
    var loadings: [String: Loading] = [:]
    for row in table.rows {
      let (path, scaleName, parameter) = (row.fields[0], row.fields[1], row.fields[2])
      if !numbers.contains(path) {
        faults.report(
          InputFault.unknownName(of: "fitted number", found: path, among: numbers.sorted()),
          line: row.line)
      }
      guard let scale = Scale(rawValue: scaleName) else {
        faults.report(
          InputFault.unknownName(
            of: "scale", found: scaleName, among: Scale.allCases.map(\.rawValue)), line: row.line)
        continue
      }
      if scale == .given, parameter.isEmpty, row.fields[3].isEmpty {
        loadings[path] = Loading(scale: scale, terms: [])
        continue
      }
      guard let place = places[parameter] else {
        faults.report(
          InputFault.unknownName(of: "fitted parameter", found: parameter, among: parameters),
          line: row.line)
        continue
      }
      guard let weight = strictNumber(row.fields[3]) else {
        faults.report(InputFault.notANumber(of: path, found: row.fields[3]), line: row.line)
        continue
      }
      let before = loadings[path]?.terms ?? []
      loadings[path] = Loading(
        scale: scale, terms: before + [Term(parameter: place, weight: weight)])
    }
    try faults.throwIfAny()
    return loadings
  }
}
