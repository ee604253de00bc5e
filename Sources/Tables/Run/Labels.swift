import CareModel

/// What the categories of the model are called in tables: the words of the department's own files
/// where it has them.
extension AgeGroup {
  var label: String {
    switch self {
    case .underOne: "Under 1 year"
    case .oneToFour: "1 to 4 years"
    case .fiveToNine: "5 to 9 years"
    case .tenToFifteen: "10 to 15 years"
    case .sixteenAndOver: "16 years and over"
    }
  }
}

extension ExitAgeGroup {
  /// The last age is 18 and over, which is no group of its own here.
  static let eighteenLabel = "18 years and over"

  var label: String {
    switch self {
    case .underOne: "Under 1 year"
    case .oneToFour: "1 to 4 years"
    case .fiveToNine: "5 to 9 years"
    case .tenToFifteen: "10 to 15 years"
    case .sixteen: "16 years"
    case .seventeen: "17 years"
    }
  }

  /// The whole ages of the group.
  var ages: [Int] { Array(BirthCohort.ages).filter { ExitAgeGroup(holding: $0) == self } }
}

extension ExitReason {
  /// Leaving at 18, which follows from age and is no reason with a rate.
  static let eighteenLabel = "Reached 18"
  /// Care taken over by another authority, which is no exit from care in England.
  static let transferLabel = "Care taken over by another authority"

  var label: String {
    switch self {
    case .returnHome: "Returned home or to live with relatives"
    case .specialGuardianship: "Special guardianship, residence or child arrangements order"
    case .adoption: "Adopted"
    case .otherReason: "Other reason before 18"
    }
  }
}

extension CareLeaverAge {
  var label: String {
    switch self {
    case .seventeenToEighteen: "17 to 18 years"
    case .nineteen: "19 years"
    case .twenty: "20 years"
    case .twentyOne: "21 years"
    }
  }

  /// The single ages under which accommodation is published.
  var publishedAges: [String] {
    switch self {
    case .seventeenToEighteen: ["17", "18"]
    case .nineteen, .twenty, .twentyOne: [rawValue]
    }
  }
}

extension CareLeaverActivity {
  var label: String {
    switch self {
    case .higherEducation: "Higher education"
    case .otherEducation: "Education other than higher education"
    case .trainingOrEmployment: "Training or employment, without apprenticeships"
    case .apprenticeship: "Apprenticeship"
    case .neetIllnessOrDisability: "NEET due to illness or disability"
    case .neetPregnancyOrParenting: "NEET due to pregnancy or parenting"
    case .neetOther: "NEET due to other reasons"
    case .notKnown: "Not known"
    }
  }
}

extension CareLeaverAccommodation {
  var label: String {
    switch self {
    case .formerFosterCarers: "With former foster carers"
    case .parentsOrRelatives: "With parents or relatives"
    case .supportedLodgings: "Supported lodgings"
    case .semiIndependent: "Semi-independent, transitional accommodation"
    case .communityHome: "Community home"
    case .foyer: "Foyers"
    case .independentLiving: "Independent living and ordinary lodgings"
    case .custody: "In custody"
    case .unsettled: "Bed and breakfast, emergency accommodation or no fixed abode"
    case .other: "Other accommodation, abroad or deported"
    case .notKnown: "Not known"
    }
  }

  /// The categories of the series `care-leavers-accommodation` that the type adds up.
  var publishedTypes: [String] {
    switch self {
    case .independentLiving: ["independent-living", "ordinary-lodgings"]
    case .unsettled: ["bed-and-breakfast", "emergency", "no-fixed-abode"]
    case .other: ["other", "gone-abroad", "deported"]
    case .notKnown: ["not-known", "residence-not-known"]
    case .formerFosterCarers, .parentsOrRelatives, .supportedLodgings, .semiIndependent,
      .communityHome, .foyer, .custody:
      [rawValue]
    }
  }
}

extension GapComponent {
  var label: String {
    switch self {
    case .volume: "Volume"
    case .mix: "Mix"
    case .price: "Price"
    case .funding: "Funding"
    }
  }
}
