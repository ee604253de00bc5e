import CareModel
import Foundation
public import Parameters

extension ScenarioFolder {
  /// The scenario that a text names.
  ///
  /// - a scenario's id, such as `review-in-full`;
  /// - a lever's id, such as `family-help`: that lever alone, from the first projected year;
  /// - the path of a scenario file, which ends in `.yaml`, such as `my.yaml`;
  /// - several of these put together with `+`, such as `family-help+kinship-allowance`.
  ///
  /// - Parameters:
  ///   - text: As a user gives it. A path with a `+` cannot be read.
  ///   - place: Where it was asked for, for the message.
  /// - Throws: `InputError` with the nearest id where nothing has that name, where a file is wrong,
  ///   or where scenarios put together contradict each other.
  public func scenario(
    named text: String, at place: Place = Place(file: "--scenario")
  ) throws -> Scenario {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    let named = try parts.map { part in
      if part.hasSuffix(".yaml") { return try scenario(ofFile: part) }
      if let found = scenarios.first(where: { $0.id == part }) { return found }
      if let lever = levers.first(where: { $0.id == part }) {
        return try alone(lever, at: place)
      }
      let names = self.scenarios.map(\.id) + levers.map(\.id)
      throw InputError(
        InputFault.unknownName(of: "scenario or lever", found: part, among: names), at: place)
    }
    return named.count == 1 ? named[0] : try together(named, at: place)
  }

  /// Several scenarios for one run, whose ids and titles tell them apart.
  ///
  /// - Throws: `InputError` as for one, or where two have the same id or title.
  public func scenarios(
    named texts: [String], at place: Place = Place(file: "--scenario")
  ) throws -> [Scenario] {
    let found = try texts.map { try scenario(named: $0, at: place) }
    for (kind, name) in [("id", \Scenario.id), ("title", \Scenario.title)] {
      for scenario in found {
        let same = zip(texts, found).filter { $1[keyPath: name] == scenario[keyPath: name] }
        guard same.count > 1 else { continue }
        throw InputError(
          ScenarioFault.sameName(
            of: kind, name: scenario[keyPath: name], among: same.map(\.0)),
          at: place)
      }
    }
    return found
  }

  /// Reads a scenario file of a user.
  private func scenario(ofFile path: String) throws -> Scenario {
    try Scenario.read(
      URL(fileURLWithPath: path), as: path, levers: levers.map(\.id), parameters: parameters)
  }

  /// A scenario of one lever on the first base.
  private func alone(_ lever: Lever, at place: Place) throws -> Scenario {
    guard let base = scenarios.first(where: { $0.isBase && ($0.opening ?? .latest) == .latest })
    else {
      throw InputError(
        InputFault.unknownName(of: "base", found: "", among: scenarios.map(\.id)), at: place)
    }
    let sources = Set(lever.sources.map(\.source)).sorted().joined(separator: ", ")
    let scenario = Scenario(
      id: lever.id, title: lever.label, question: lever.question, author: "carecast",
      reference: "The lever \(lever.id) alone" + (sources.isEmpty ? "" : "; sources: \(sources)"),
      parent: .base(base.id),
      levers: [
        LeverUse(
          lever: lever.id, start: opening,
          reason: "Pulled alone. That it starts in \(opening.label), the first projected year, is "
            + "assumed.",
          place: place)
      ], place: place)
    return try scenario.withResolvedText(in: self)
  }
}
