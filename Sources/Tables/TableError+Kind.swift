extension TableError {
  /// The cases without their facts; tests go through `allCases` to find one without a fixture.
  public enum Kind: String, Sendable, CaseIterable {
    case fileStem, noIndicators, noRows, columnName, duplicateColumn, label, period, item
    case defaultItem, notFinite, duplicateRow, incompleteMatrix, tooManyRows, formula, path
    case workbookAreas
    case duplicatePath, parentMissing, targetIsAFile, targetNotARun, targetIsARun, notWritten
    case previousRunAside, previousRunLeft, notRead, noPairs, rulesBroken
  }

  /// Which case this is.
  public var kind: Kind {
    switch self {
    case .fileStem: .fileStem
    case .noIndicators: .noIndicators
    case .noRows: .noRows
    case .columnName: .columnName
    case .duplicateColumn: .duplicateColumn
    case .label: .label
    case .period: .period
    case .item: .item
    case .defaultItem: .defaultItem
    case .notFinite: .notFinite
    case .duplicateRow: .duplicateRow
    case .incompleteMatrix: .incompleteMatrix
    case .tooManyRows: .tooManyRows
    case .formula: .formula
    case .workbookAreas: .workbookAreas
    case .path: .path
    case .duplicatePath: .duplicatePath
    case .parentMissing: .parentMissing
    case .targetIsAFile: .targetIsAFile
    case .targetNotARun: .targetNotARun
    case .targetIsARun: .targetIsARun
    case .notWritten: .notWritten
    case .previousRunAside: .previousRunAside
    case .previousRunLeft: .previousRunLeft
    case .notRead: .notRead
    case .noPairs: .noPairs
    case .rulesBroken: .rulesBroken
    }
  }
}
