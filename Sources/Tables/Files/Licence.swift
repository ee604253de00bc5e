import Parameters

/// A licence as descriptions of data name it.
struct Licence: Sendable {
  /// Its identifier in the list of the Open Knowledge Foundation.
  let id: String
  /// Its name.
  let title: String
  /// Where it can be read.
  let address: String

  /// The licence of Crown copyright statistics, and of what is made of them.
  static let openGovernment = Licence(
    id: Source.Licence.openGovernment.rawValue, title: "Open Government Licence v3.0",
    address: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")

  /// What a user of such statistics has to say.
  static let attribution =
    "Contains public sector information licensed under the Open Government Licence v3.0."
}
