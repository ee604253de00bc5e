import CareModel
import Statistics
import TestSupport

/// Published figures of care leavers in England, rounded to 10, as in the project's series
/// `care-leavers-activity`, `care-leavers-activity-by-age` and `staying-put`.
enum PublishedCareLeavers {
  /// All care leavers by age and reporting year.
  static let totals: [CareLeaverAge: [Int: Double]] = [
    .seventeenToEighteen: [
      2018: 11030, 2019: 11190, 2020: 11670, 2021: 12040, 2022: 12330, 2023: 13400, 2024: 14270,
    ],
    .nineteen: [2019: 10470, 2020: 10750, 2021: 11280, 2022: 11620, 2023: 11890, 2024: 12930],
    .twenty: [2019: 10030, 2020: 10460, 2021: 10750, 2022: 11240, 2023: 11570, 2024: 11880],
    .twentyOne: [2019: 9410, 2020: 10040, 2021: 10460, 2022: 10710, 2023: 11240, 2024: 11570],
  ]
  /// Those not in education, employment or training.
  static let neet: [CareLeaverAge: [Int: Double]] = [
    .seventeenToEighteen: [
      2018: 3260, 2019: 3350, 2020: 3570, 2021: 3580, 2022: 3400, 2023: 3790, 2024: 4270,
    ],
    .nineteen: [2019: 3680, 2020: 3950, 2021: 4290, 2022: 4010, 2023: 4210, 2024: 4810],
    .twenty: [2019: 4000, 2020: 4080, 2021: 4540, 2022: 4370, 2023: 4550, 2024: 4840],
    .twentyOne: [2019: 3870, 2020: 4020, 2021: 4420, 2022: 4260, 2023: 4320, 2024: 4660],
  ]
  /// By activity, in the order of `CareLeaverActivity.allCases`, since the codes of 2022.
  static let activity: [CareLeaverAge: [Int: [Double]]] = [
    .seventeenToEighteen: [
      2022: [440, 5960, 1570, 230, 380, 260, 2770, 730],
      2023: [420, 6370, 1740, 280, 420, 310, 3070, 800],
    ],
    .nineteen: [
      2022: [670, 3830, 2310, 220, 640, 410, 2960, 580],
      2023: [670, 3610, 2580, 250, 730, 440, 3040, 560],
    ],
    .twenty: [
      2022: [750, 2420, 2810, 190, 800, 580, 2990, 690],
      2023: [750, 2210, 3200, 230, 880, 620, 3050, 630],
    ],
    .twentyOne: [
      2022: [800, 1410, 3040, 140, 920, 710, 2630, 1060],
      2023: [750, 1530, 3430, 200, 970, 700, 2650, 1000],
    ],
  ]
  static let aged17: [Int: Double] = [
    2019: 500, 2020: 480, 2021: 480, 2022: 470, 2023: 510, 2024: 500,
  ]
  static let aged18: [Int: Double] = [
    2019: 10700, 2020: 11190, 2021: 11570, 2022: 11880, 2023: 12910, 2024: 13800,
  ]

  /// Children ceasing at 18 or over; all at 16 and 17; all transfers to another authority.
  private static let ceased: [Int: (atEighteen: Double, early: Double, transfers: Double)] = [
    2018: (9260, 3320, 570), 2019: (9600, 2970, 570), 2020: (10370, 2800, 340),
    2021: (10830, 2540, 530), 2022: (11160, 2960, 940), 2023: (12240, 3300, 1210),
    2024: (13080, 4040, 2140),
  ]

  /// Children leaving care by reporting year; three quarters of transfers taken to be 16 or 17.
  static let leaving = ceased.mapValues {
    try! LeavingCare(
      atEighteen: Uncertain($0.atEighteen), ceasedAtSixteenOrSeventeen: Uncertain($0.early),
      transfers: Uncertain($0.transfers), transfersAgedSixteenOrSeventeen: 0.75)
  }

  /// The published figures of 2023 as the start of a projection.
  static func opening2023() throws -> CareLeaverOpening {
    try CareLeaverOpening(
      year: 2023,
      activity: activity.mapValues { years in
        Dictionary(uniqueKeysWithValues: zip(CareLeaverActivity.allCases, years[2023]!.known))
      },
      aged17: 510,
      stayingPutBase: [.seventeenToEighteen: 3630, .nineteen: 3630, .twenty: 3550])
  }
}
