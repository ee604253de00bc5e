import Parameters

/// `datapackage.json`: all CSV files of a run with their columns, for programs that read data
/// packages (https://datapackage.org), such as frictionless.
enum DataPackage {
  /// The package of some files.
  ///
  /// - Parameters:
  ///   - files: The CSV files.
  ///   - version: Version of carecast.
  ///   - sources: What the data behind the run are taken from.
  static func file(of files: [DescribedFile], version: String, sources: Sources) -> OutputFile {
    let json: JSONValue = [
      "profile": "tabular-data-package",
      "name": "carecast-run",
      "title": "A projection of England's children's social care",
      "description": .string(Licence.attribution),
      "version": .string(version),
      "licenses": [
        [
          "name": .string(Licence.openGovernment.id),
          "title": .string(Licence.openGovernment.title),
          "path": .string(Licence.openGovernment.address),
        ]
      ],
      "sources": .array(
        sources.all.map { source in
          [
            "title": .string("\(source.publisher): \(source.title)"),
            "path": .string(source.address),
            "licence": .string(source.licence.rawValue),
          ]
        }),
      "resources": .array(files.map(resource)),
    ]
    return OutputFile(path: "datapackage.json", bytes: Array(json.text.utf8))
  }

  private static func resource(_ described: DescribedFile) -> JSONValue {
    let path = described.file.path
    let name = path.dropLast(".csv".count).map { $0 == "/" ? "." : $0 }
    return [
      "name": .string(String(name)),
      "path": .string(path),
      "title": .string(described.title),
      "profile": "tabular-data-resource",
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "bytes": .integer(described.file.size),
      "hash": .string("sha256:" + described.file.digest),
      "schema": schema(of: described),
    ]
  }

  private static func schema(of described: DescribedFile) -> JSONValue {
    let markers = Set(described.columns.flatMap(\.markers)).isEmpty ? [] : Marker.allCases
    var members: [JSONValue.Member] = [
      .init("fields", .array(described.columns.map(field))),
      .init("missingValues", .array([""] + markers.map { .string($0.rawValue) })),
    ]
    if !described.key.isEmpty {
      members.append(.init("primaryKey", .array(described.key.map(JSONValue.string))))
    }
    return .object(members)
  }

  private static func field(_ column: ColumnDescription) -> JSONValue {
    var constraints: [JSONValue.Member] = []
    if column.isRequired { constraints.append(.init("required", true)) }
    if let items = column.items {
      constraints.append(.init("enum", .array(items.map(JSONValue.string))))
    }
    var members: [JSONValue.Member] = [
      .init("name", .string(column.name)),
      .init("type", .string(column.kind.field)),
      .init("description", .string(column.label)),
    ]
    if !column.unit.isEmpty { members.append(.init("unit", .string(column.unit))) }
    if !constraints.isEmpty { members.append(.init("constraints", .object(constraints))) }
    return .object(members)
  }
}

extension ColumnDescription.Kind {
  /// The type of a field of a data package.
  fileprivate var field: String {
    switch self {
    case .text: "string"
    case .whole: "integer"
    case .decimal: "number"
    case .day: "date"
    }
  }
}
