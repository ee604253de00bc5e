extension InputFault {
  /// The kinds of fault without their facts, so that tests can walk through all of them.
  public enum Name: String, CaseIterable, Sendable {
    case unreadableFile, emptyFile, notUTF8, invalidIdentifier, unknownName, duplicateIdentifier
    case wrongFolder, invalidYAML, duplicateKey, unknownKey, missingKey, wrongType, notANumber
    case malformedCSV, wrongHeader, wrongColumnCount, digestMismatch, invalidYear, unsortedRow
    case duplicateRow, twoVintages, valueAndStatus, neitherValueNorStatus, unusedCategory
    case missingFigure, missingForBasis, pricesWithoutMoney, missingPrices, outOfRange
    case reversedRange, dateOrder, differentCategories, invalidSpread, noValue, wrongKeyCount
    case changedTwice, unitMismatch, staleFit, dividedArea
  }

  /// Which kind of fault this is.
  public var name: Name {
    switch self {
    case .unreadableFile: .unreadableFile
    case .emptyFile: .emptyFile
    case .notUTF8: .notUTF8
    case .invalidIdentifier: .invalidIdentifier
    case .unknownName: .unknownName
    case .duplicateIdentifier: .duplicateIdentifier
    case .wrongFolder: .wrongFolder
    case .invalidYAML: .invalidYAML
    case .duplicateKey: .duplicateKey
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .wrongType: .wrongType
    case .notANumber: .notANumber
    case .malformedCSV: .malformedCSV
    case .wrongHeader: .wrongHeader
    case .wrongColumnCount: .wrongColumnCount
    case .digestMismatch: .digestMismatch
    case .invalidYear: .invalidYear
    case .unsortedRow: .unsortedRow
    case .duplicateRow: .duplicateRow
    case .twoVintages: .twoVintages
    case .valueAndStatus: .valueAndStatus
    case .neitherValueNorStatus: .neitherValueNorStatus
    case .unusedCategory: .unusedCategory
    case .missingFigure: .missingFigure
    case .missingForBasis: .missingForBasis
    case .pricesWithoutMoney: .pricesWithoutMoney
    case .missingPrices: .missingPrices
    case .outOfRange: .outOfRange
    case .reversedRange: .reversedRange
    case .dateOrder: .dateOrder
    case .differentCategories: .differentCategories
    case .invalidSpread: .invalidSpread
    case .noValue: .noValue
    case .wrongKeyCount: .wrongKeyCount
    case .changedTwice: .changedTwice
    case .unitMismatch: .unitMismatch
    case .staleFit: .staleFit
    case .dividedArea: .dividedArea
    }
  }
}
