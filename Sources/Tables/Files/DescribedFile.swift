/// A CSV file of a run with what it and its columns hold.
struct DescribedFile: Sendable {
  /// Where it lies, and its bytes.
  let file: OutputFile
  /// What it shows.
  let title: String
  /// Its columns in order, as many as the header has.
  let columns: [ColumnDescription]
  /// The columns that tell its rows apart; none if rows may repeat.
  let key: [String]

  /// The same file in a folder.
  func moved(into folder: String) -> DescribedFile {
    DescribedFile(
      file: file.moved(to: "\(folder)/\(file.path)"), title: title,
      columns: columns, key: key)
  }
}
