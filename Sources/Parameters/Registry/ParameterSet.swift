/// All parameters of a run, by id.
public struct ParameterSet: Equatable, Sendable {
  /// The parameters in the order of their ids.
  public private(set) var all: [Parameter]
  /// What was changed since the set was read, in the order of the changes.
  public internal(set) var changes: [Change] = []
  private let positions: [String: Int]

  /// The parameters of a run.
  ///
  /// - Throws: `InputError` where an id appears twice.
  public init(_ parameters: [Parameter]) throws {
    var places: [String: Place] = [:]
    var faults: [Fault] = []
    for parameter in parameters {
      if let first = places[parameter.id] {
        let kind = InputFault.duplicateIdentifier(parameter.id, first: first)
        faults.append(Fault(kind, at: parameter.place))
      }
      places[parameter.id] = places[parameter.id] ?? parameter.place
    }
    guard faults.isEmpty else { throw InputError(faults) }
    all = parameters.sorted { $0.id < $1.id }
    positions = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
  }

  /// All ids in order.
  public var ids: [String] { all.map(\.id) }

  /// The parameter of that id, or `nil`.
  public subscript(id: String) -> Parameter? { positions[id].map { all[$0] } }

  /// The parameter of that id.
  ///
  /// - Parameter place: Where it was asked for, for the message.
  /// - Throws: `InputError` with the nearest id where there is none.
  public func parameter(_ id: String, at place: Place = Place(file: "parameters")) throws
    -> Parameter
  {
    guard let parameter = self[id] else {
      throw InputError(InputFault.unknownName(of: "parameter", found: id, among: ids), at: place)
    }
    return parameter
  }

  /// The value of a parameter on a day.
  ///
  /// - Throws: `InputError` where there is no such parameter, category or value.
  public func value(of id: String, on day: Day, _ keys: [String] = []) throws -> Double {
    try parameter(id).value(on: day, keys)
  }

  /// The ids of the parameters that have another value than in the other set on some day, or that
  /// one of the sets lacks. A scenario that changes nothing gives none.
  public func idsThatDiffer(from other: ParameterSet) -> [String] {
    Set(ids + other.ids).sorted().filter { id in
      guard let mine = self[id], let theirs = other[id] else { return true }
      return !mine.resolvesEqually(to: theirs)
    }
  }

  /// Puts a changed parameter in the place of the one with its id.
  mutating func replace(with parameter: Parameter) {
    guard let position = positions[parameter.id] else {
      preconditionFailure("no parameter \(parameter.id)")
    }
    all[position] = parameter
  }
}

/// A parameter, or some of its categories.
public struct ParameterPath: Equatable, Sendable {
  /// The id of the parameter.
  public let id: String
  /// The categories, or the first of them; none for all.
  public let keys: [String]

  /// A parameter, or some of its categories.
  public init(id: String, keys: [String] = []) {
    self.id = id
    self.keys = keys
  }

  /// As options and files write it: `entries.rate.16-17`.
  public var text: String { pathText([id] + keys) }
}

extension ParameterSet {
  /// Every number as a path: `entries.rate.16-17`.
  public var paths: [String] {
    all.flatMap { parameter in parameter.keys.map { pathText([parameter.id] + $0) } }
  }

  /// Splits a path into a parameter and categories.
  ///
  /// - Parameters:
  ///   - path: An id, or an id, `.` and one or more categories: `entries.rate.16-17`.
  ///   - place: Where the path stands, for the message.
  /// - Throws: `InputError` with the nearest id or path where it names nothing.
  public func resolve(_ path: String, at place: Place) throws -> ParameterPath {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for count in stride(from: parts.count, through: 1, by: -1) {
      guard let parameter = self[pathText(Array(parts[..<count]))] else { continue }
      let keys = Array(parts[count...])
      if parameter.keys.contains(where: { $0.starts(with: keys) }) {
        return ParameterPath(id: parameter.id, keys: keys)
      }
      let paths = parameter.keys.map { pathText([parameter.id] + $0) }
      throw InputError(
        InputFault.unknownName(of: "category of \(parameter.id)", found: path, among: paths),
        at: place)
    }
    throw InputError(
      InputFault.unknownName(
        of: "parameter", found: path, among: ids + paths.filter { self[$0] == nil }),
      at: place)
  }
}
