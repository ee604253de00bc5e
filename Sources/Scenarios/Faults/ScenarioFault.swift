public import Parameters

/// Every way in which a lever, a scenario or an override can be wrong, beyond what any file can.
public enum ScenarioFault: FaultKind, Equatable {
  // Any file
  case wrongFileName(id: String, file: String)
  case formula(of: String, text: String)

  // Levers
  case noActions
  case noCategories(of: String)
  case wrongPhasing(shares: [Double], sum: Double)
  case effectWithoutRange(parameter: String, effect: Double)
  case effectWithoutEvidence(parameter: String, effect: Double)
  case effectWithoutSource(EvidenceGrade)
  case assumedWithoutReason
  case leverOnReadOnce(parameter: String, read: Day)
  case strandAndPrice(strand: String, price: String)
  case effectWithoutDirection
  case directionWithoutEffect
  case sharesOfOneDimension(parameter: String, named: [String])

  // Scenarios
  case baseAndExtends
  case openingOfABase
  case notABase(String)
  case extendsABase(String)
  case circular([String])
  case leverTwice(String)
  case strandTwice(String, levers: [String])
  case wrapsNothing(String, lever: String?)
  case startOutside(lever: String, start: FinancialYear, first: FinancialYear, last: FinancialYear)
  case changesNothing(scenario: String, reference: String)

  // Several scenarios
  case sameName(of: String, name: String, among: [String])
  case differentBases([String])
  case differentOpenings([String])
  case notProjected(String, opening: Int, reason: String)
  case leverConflict(String, scenarios: [String])

  // Overrides
  case malformedOverride(String)
  case operationCount(path: String, found: [String])
  case missingUnit(path: String, operation: String)
  case unitOfFactor(path: String)
  case overriddenTwice(path: String, date: Day, first: Place)
  case neverRead(path: String, from: Day, until: Day?, read: String)
  case addedAndMultiplied(path: String, date: Day)
}
