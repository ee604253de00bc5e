public import Parameters

/// What can go wrong between figures and files.
public enum TableError: Error, Hashable {
  /// A file's name has other characters than lower-case letters, digits, `_` and `-`.
  case fileStem(String)
  /// A table without indicators.
  case noIndicators(table: String)
  /// A table without rows.
  case noRows(table: String)
  /// A column's name is not snake_case, too long, or contains a word that belongs into a filter.
  case columnName(table: String, column: String, fault: String)
  /// Two columns with one name, or a column with the name of a time or place column.
  case duplicateColumn(table: String, column: String)
  /// A label is blank, too long, or used twice.
  case label(table: String, column: String, label: String, fault: String)
  /// A period is not of the form that the table's time identifier wants.
  case period(table: String, period: Int, identifier: TimeIdentifier)
  /// An item of a filter is blank, too long, or has spaces at its ends.
  case item(table: String, column: String, item: String, row: Int, fault: String)
  /// The default item of a filter does not occur.
  case defaultItem(table: String, column: String, item: String, items: [String])
  /// A number that is infinite or not a number.
  case notFinite(table: String, column: String, row: Int)
  /// Two rows with the same time, place and items.
  case duplicateRow(table: String, key: String)
  /// Combinations of time, place and items without a row.
  case incompleteMatrix(table: String, missing: Int, first: String)
  /// More rows than a spreadsheet can open.
  case tooManyRows(table: String, rows: Int, most: Int)
  /// A text that a spreadsheet would take for a formula.
  case formula(file: String, row: Int, column: Int, text: String)
  /// More areas than a workbook holds.
  case workbookAreas(Int, most: Int)
  /// A path that is not plain names joined by `/`.
  case path(String)
  /// Two files with one path, or a file where another needs a folder.
  case duplicatePath(String)
  /// The folder in which the output folder is to lie does not exist.
  case parentMissing(String)
  /// The output folder's path is taken by a file.
  case targetIsAFile(String)
  /// The output folder holds something else than a previous run.
  case targetNotARun(String, mark: String)
  /// The output folder holds a previous run, and replacing was not asked for.
  case targetIsARun(String)
  /// A file or folder could not be written; nothing was left behind.
  case notWritten(path: String, reason: String)
  /// The new files could not take the previous run's place, and it could not be put back.
  case previousRunAside(path: String, reason: String)
  /// The new files are in place, but the previous run could not be removed.
  case previousRunLeft(path: String, reason: String)
  /// A file or folder could not be read.
  case notRead(path: String, reason: String)
  /// A folder to check holds no data file with its metadata.
  case noPairs(String)
  /// Files break rules that have to be put right before upload.
  case rulesBroken(folder: String, fails: Int)
}

extension TableError: CausedByInput {
  /// Where, what, what is allowed, and what to do.
  public var description: String {
    switch self {
    case .fileStem(let stem):
      "'\(stem)' cannot name a file. Use lower-case letters, digits, '_' and '-' only."
    case .noIndicators(let table):
      "\(table): no indicator. Give the table at least one column of figures."
    case .noRows(let table):
      "\(table): no rows. Leave the table out of this run."
    case .columnName(let table, let column, let fault):
      "\(table): column '\(column)' \(fault). Use snake_case of at most \(ColumnName.longest) "
        + "characters, and put characteristics of people into a filter."
    case .duplicateColumn(let table, let column):
      "\(table): column '\(column)' is there twice, or is a time or place column. Rename one."
    case .label(let table, let column, let label, let fault):
      "\(table): label '\(label)' of '\(column)' \(fault). Give each column its own label of 1 to "
        + "\(ColumnName.longestLabel) characters."
    case .period(let table, let period, let identifier):
      "\(table): period \(period) is not a \(identifier.rawValue). Write \(identifier.form)."
    case .item(let table, let column, let item, let row, let fault):
      "\(table): row \(row): '\(item)' in filter '\(column)' \(fault). Write 1 to "
        + "\(ColumnName.longestItem) characters without spaces at the ends; the whole is 'Total'."
    case .defaultItem(let table, let column, let item, let items):
      "\(table): filter '\(column)' has no '\(item)', its default; it has "
        + items.map { "'\($0)'" }.joined(separator: ", ") + ". Add those rows or name another."
    case .notFinite(let table, let column, let row):
      "\(table): row \(row): '\(column)' is not a finite number. Give a marker where there is none."
    case .duplicateRow(let table, let key):
      "\(table): two rows for \(key). Add them up, or tell them apart by a filter."
    case .incompleteMatrix(let table, let missing, let first):
      "\(table): \(missing) combinations have no row, the first is \(first). Add them with a "
        + "marker, or say which marker stands for absent rows."
    case .tooManyRows(let table, let rows, let most):
      "\(table): \(rows) rows, a spreadsheet opens \(most). Split the table."
    case .formula(let file, let row, let column, let text):
      "\(file): row \(row), column \(column): '\(text)' would open as a formula. Begin the text "
        + "with a letter, a digit or another sign than = + - @."
    case .workbookAreas(let areas, let most):
      "A workbook holds at most \(most) areas, not \(areas). Name fewer with --areas, or leave "
        + "xlsx out of --format."
    case .path(let path):
      "'\(path)' is not a path inside the output folder. Join plain names with '/'."
    case .duplicatePath(let path):
      "'\(path)' is written twice, or is both a file and a folder. Rename one."
    case .parentMissing(let path):
      "\(path): no such folder. Make it first, or choose another place for the output."
    case .targetIsAFile(let path):
      "\(path) is a file. Choose a folder for the output."
    case .targetNotARun(let path, let mark):
      "\(path) is not empty and holds no \(mark), so it is not earlier output. Choose another "
        + "folder, or empty it."
    case .targetIsARun(let path):
      "\(path) holds a previous run. Choose another folder, or ask for it to be replaced."
    case .notWritten(let path, let reason):
      "\(path) could not be written: \(reason). Nothing was left behind; check room and rights."
    case .previousRunAside(let path, let reason):
      "The new run could not be put in place, nor the previous one back: \(reason). The previous "
        + "run is whole, in \(path); rename it by hand."
    case .previousRunLeft(let path, let reason):
      "The new run is in place, but the previous one could not be removed: \(reason). Remove "
        + "\(path) by hand."
    case .notRead(let path, let reason):
      "\(path) could not be read: \(reason). Check the path and your rights."
    case .noPairs(let path):
      "\(path) holds no pair of name.csv and name.meta.csv. Name the folder in which the files lie."
    case .rulesBroken(let folder, let fails):
      "\(folder) breaks rules \(fails) times that have to be put right before upload. Each FAIL "
        + "above says where."
    }
  }
}
