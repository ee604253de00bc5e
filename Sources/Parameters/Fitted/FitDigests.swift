public import Foundation

/// What a fit rests on, and what it wrote, by SHA-256: so that a fit is never used with other data
/// than its own.
public struct FitDigests: Sendable, Equatable {
  /// The file in `fitted/`.
  public static let file = "digests.csv"
  private static let header = ["input", "sha256"]

  /// Digests by what they are of, in order: `series/<id>/data.csv`, `parameter/<id>`,
  /// `fitted/<file>`.
  public let entries: [(name: String, digest: String)]

  /// Digests.
  public init(_ entries: [(name: String, digest: String)]) { self.entries = entries }

  /// Equal names and digests in the same order.
  public static func == (a: FitDigests, b: FitDigests) -> Bool {
    a.entries.elementsEqual(b.entries) { $0 == $1 }
  }

  /// The digests as a CSV file.
  public var text: String {
    ([Self.header] + entries.map { [$0.name, $0.digest] })
      .map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// Reads the digests of a fit.
  ///
  /// - Throws: `InputError` if the file is not such a table.
  public static func read(_ url: URL, as file: String) throws -> FitDigests {
    let table = try CSVTable(contentsOf: url, as: file)
    guard table.header == header else {
      throw InputError(
        InputFault.wrongHeader(found: table.header, expected: header),
        at: Place(file: file, line: 1))
    }
    return FitDigests(table.rows.map { ($0.fields[0], $0.fields[1]) })
  }
}

extension DataFolder {
  /// What the kept fit rests on and what it wrote.
  ///
  /// - Throws: `InputError` where the file cannot be read.
  public func fitDigests() throws -> FitDigests {
    try FitDigests.read(
      url.appendingPathComponent("fitted/\(FitDigests.file)"), as: "fitted/\(FitDigests.file)")
  }

  /// The digest of one thing a fit rests on: the file of a series, or a parameter as it would be
  /// written, without regard to layout and remarks.
  ///
  /// - Parameters:
  ///   - name: As in ``FitDigests/entries``.
  ///   - strength: What the strength of the prior was set to, if not to its parameter.
  /// - Throws: `InputError` where there is no such thing.
  public func fitDigest(of name: String, strength: Double? = nil) throws -> String {
    let kind = "parameter/"
    guard name.hasPrefix(kind) else {
      return sha256(try contents(ofFile: url.appendingPathComponent(name), as: name))
    }
    var parameter = try parameters.parameter(String(name.dropFirst(kind.count)))
    if let strength, parameter.id == FittedDistribution.strength {
      parameter = try parameter.with(value: strength)
    }
    return sha256(Array(ParameterFile.text(of: [parameter]).utf8))
  }

  /// Checks that the kept fit was made from these data and is as it was written.
  ///
  /// - Parameter all: Whether the data are checked too, or only what the fit wrote.
  /// - Throws: `InputError` with a `staleFit` for each thing that has changed.
  public func checkFit(all: Bool = true) throws {
    let faults = FaultCollector(file: "fitted/\(FitDigests.file)")
    for (row, entry) in try fitDigests().entries.enumerated()
    where all || entry.name.hasPrefix("fitted/") {
      let now = try fitDigest(of: entry.name)
      if now != entry.digest {
        faults.report(
          InputFault.staleFit(of: entry.name, stated: entry.digest, computed: now), line: row + 2)
      }
    }
    try faults.throwIfAny()
  }

  /// How the fitted numbers are drawn together.
  ///
  /// - Throws: `InputError` where a file of the fit is wrong or belongs to another fit.
  public func fittedDistribution() throws -> FittedDistribution {
    try checkFit(all: false)
    let paths = Set(
      parameters.all.lazy.flatMap { parameter in
        parameter.keys.map { pathText([parameter.id] + $0) }
      })
    return try FittedDistribution.read(
      url.appendingPathComponent("fitted"), as: "fitted", numbers: paths)
  }
}

extension Parameter {
  /// The same parameter with another single value from its first date on.
  fileprivate func with(value: Double) throws -> Parameter {
    let first = values[0]
    return try Parameter(
      id: id, label: label, unit: unit, prices: prices, by: dimensions, valid: valid,
      afterLast: afterLast, note: note,
      values: [
        DatedValue(
          from: first.from, basis: first.basis, citation: first.citation, how: first.how,
          reason: first.reason, setBy: first.setBy, table: ValueTable(value),
          spread: first.spread)
      ])
  }
}
