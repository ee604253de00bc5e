/// Age of a care leaver at the birthday within the reporting year, as the statistics group it.
///
/// Raw values are the category names of the data.
public enum CareLeaverAge: String, CaseIterable, Sendable {
  case seventeenToEighteen = "17-18"
  case nineteen = "19"
  case twenty = "20"
  case twentyOne = "21"

  /// The published age group the age belongs to.
  public var group: CareLeaverAgeGroup {
    self == .seventeenToEighteen ? .seventeenToEighteen : .nineteenToTwentyOne
  }
}

/// Age group for which activity is published for every authority and year.
public enum CareLeaverAgeGroup: String, CaseIterable, Sendable {
  case seventeenToEighteen = "17-18"
  case nineteenToTwentyOne = "19-21"

  /// The ages of the group, youngest first.
  public var ages: [CareLeaverAge] { CareLeaverAge.allCases.filter { $0.group == self } }
}

/// What a care leaver does around the birthday, in the codes used since 2022.
///
/// The categories exclude each other and cover everyone; `notKnown` is one of them and never spread
/// over the others.
public enum CareLeaverActivity: String, CaseIterable, Sendable {
  case higherEducation = "higher-education"
  case otherEducation = "other-education"
  /// Without apprenticeships.
  case trainingOrEmployment = "training-or-employment"
  case apprenticeship = "apprenticeship"
  case neetIllnessOrDisability = "neet-illness-or-disability"
  case neetPregnancyOrParenting = "neet-pregnancy-or-parenting"
  case neetOther = "neet-other"
  /// The authority is not in touch, or the young person refuses contact or no longer requires
  /// services.
  case notKnown = "not-known"

  /// Whether the activity is a reason for not being in education, employment or training (NEET).
  public var isNEET: Bool {
    switch self {
    case .neetIllnessOrDisability, .neetPregnancyOrParenting, .neetOther: true
    case .higherEducation, .otherEducation, .trainingOrEmployment, .apprenticeship, .notKnown: false
    }
  }
}

/// Where a care leaver lives around the birthday.
public enum CareLeaverAccommodation: String, CaseIterable, Sendable {
  /// With former foster carers, inside or outside Staying Put.
  case formerFosterCarers = "former-foster-carers"
  case parentsOrRelatives = "parents-or-relatives"
  case supportedLodgings = "supported-lodgings"
  case semiIndependent = "semi-independent"
  case communityHome = "community-home"
  case foyer = "foyer"
  /// Own tenancy and ordinary lodgings.
  case independentLiving = "independent-living"
  case custody = "custody"
  /// Bed and breakfast, emergency accommodation, no fixed abode.
  case unsettled = "unsettled"
  /// Also abroad and deported.
  case other = "other"
  /// No information, or residence not known.
  case notKnown = "not-known"
}
