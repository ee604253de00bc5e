extension ScenarioFault {
  /// The kinds of fault without their facts, so that tests can walk through all of them.
  public enum Name: String, CaseIterable, Sendable {
    case wrongFileName, formula, noActions, noCategories, wrongPhasing, effectWithoutRange
    case effectWithoutEvidence, effectWithoutSource, assumedWithoutReason, baseAndExtends
    case leverOnReadOnce, strandAndPrice, effectWithoutDirection, directionWithoutEffect
    case sharesOfOneDimension
    case openingOfABase, differentOpenings, notProjected
    case notABase, extendsABase, circular, leverTwice, strandTwice, wrapsNothing
    case startOutside, changesNothing, sameName, differentBases, leverConflict
    case malformedOverride, operationCount, missingUnit
    case unitOfFactor, overriddenTwice, neverRead, addedAndMultiplied
  }

  /// Which kind of fault this is.
  public var name: Name {
    switch self {
    case .wrongFileName: .wrongFileName
    case .formula: .formula
    case .noActions: .noActions
    case .noCategories: .noCategories
    case .wrongPhasing: .wrongPhasing
    case .effectWithoutRange: .effectWithoutRange
    case .effectWithoutEvidence: .effectWithoutEvidence
    case .effectWithoutSource: .effectWithoutSource
    case .assumedWithoutReason: .assumedWithoutReason
    case .leverOnReadOnce: .leverOnReadOnce
    case .strandAndPrice: .strandAndPrice
    case .effectWithoutDirection: .effectWithoutDirection
    case .directionWithoutEffect: .directionWithoutEffect
    case .sharesOfOneDimension: .sharesOfOneDimension
    case .baseAndExtends: .baseAndExtends
    case .openingOfABase: .openingOfABase
    case .differentOpenings: .differentOpenings
    case .notProjected: .notProjected
    case .notABase: .notABase
    case .extendsABase: .extendsABase
    case .circular: .circular
    case .leverTwice: .leverTwice
    case .strandTwice: .strandTwice
    case .wrapsNothing: .wrapsNothing
    case .startOutside: .startOutside
    case .changesNothing: .changesNothing
    case .sameName: .sameName
    case .differentBases: .differentBases
    case .leverConflict: .leverConflict
    case .malformedOverride: .malformedOverride
    case .operationCount: .operationCount
    case .missingUnit: .missingUnit
    case .unitOfFactor: .unitOfFactor
    case .overriddenTwice: .overriddenTwice
    case .neverRead: .neverRead
    case .addedAndMultiplied: .addedAndMultiplied
    }
  }
}
