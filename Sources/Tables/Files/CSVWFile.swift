/// What a CSV file holds, for programs: a description in the World Wide Web Consortium's vocabulary
/// for CSV on the Web (https://www.w3.org/TR/tabular-metadata/).
enum CSVWFile {
  /// The folder for descriptions of the exports, whose own folder may hold nothing but pairs.
  static let folder = "csvw"

  /// The description of a file: beside it as `name.csv-metadata.json`, or in `csvw/` for a file of
  /// `ees/`.
  static func file(of described: DescribedFile) -> OutputFile {
    let path = described.file.path
    let names = path.split(separator: "/").map(String.init)
    let name = names[names.count - 1]
    let isExport = names[0] == RunFiles.exports
    return OutputFile(
      path: (isExport ? "\(folder)/\(name)" : path) + "-metadata.json",
      bytes: Array(json(of: described, url: isExport ? "../\(path)" : name).text.utf8))
  }

  private static func json(of described: DescribedFile, url: String) -> JSONValue {
    var schema: [JSONValue.Member] = [
      .init("columns", .array(described.columns.map(column)))
    ]
    if !described.key.isEmpty {
      schema.append(.init("primaryKey", .array(described.key.map { .string(variable($0)) })))
    }
    return [
      "@context": ["http://www.w3.org/ns/csvw", ["@language": "en"]],
      "url": .string(url),
      "dc:title": .string(described.title),
      "dc:license": ["@id": .string(Licence.openGovernment.address)],
      "tableSchema": .object(schema),
    ]
  }

  private static func column(_ column: ColumnDescription) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(variable(column.name))),
      .init("titles", .string(column.name)),
      .init("dc:description", .string(column.label)),
      .init("datatype", .string(column.kind.csvw)),
    ]
    if !column.unit.isEmpty { members.append(.init("schema:unitText", .string(column.unit))) }
    if column.isRequired { members.append(.init("required", true)) }
    if !column.markers.isEmpty {
      let nulls = [""] + column.markers.map(\.rawValue)
      members.append(.init("null", .array(nulls.map(JSONValue.string))))
    }
    return .object(members)
  }

  /// A column's name in the vocabulary, which has no hyphen.
  private static func variable(_ name: String) -> String {
    String(name.map { $0 == "-" ? "_" : $0 })
  }
}

extension ColumnDescription.Kind {
  /// The data type of CSV on the Web.
  fileprivate var csvw: String {
    switch self {
    case .text: "string"
    case .whole: "integer"
    case .decimal: "decimal"
    case .day: "date"
    }
  }
}
