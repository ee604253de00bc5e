/// Gathers the faults of one file, so that a reader reports them together.
///
/// A reader that cannot go on with one value reports it, takes `nil` and reads the next.
public final class FaultCollector {
  /// The file as the user knows it.
  public let file: String
  /// What was reported so far, in order.
  public private(set) var faults: [Fault] = []

  /// A collector without faults.
  public init(file: String) {
    self.file = file
  }

  /// Adds a fault.
  ///
  /// - Parameter line: From 1; `nil` where the fault is of the file as a whole.
  public func report(_ kind: any FaultKind, line: Int?) {
    faults.append(Fault(kind, at: Place(file: file, line: line)))
  }

  /// Adds a fault, unless the same was already reported on another line.
  public func reportOnce(_ kind: any FaultKind, line: Int?) {
    if !faults.contains(where: { $0.what == kind.what }) { report(kind, line: line) }
  }

  /// What was reported so far by line; faults of the file as a whole come first.
  public var byLine: [Fault] {
    faults.enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }.map(\.element)
  }

  /// Throws what was reported as one `InputError`, if there is anything.
  public func throwIfAny() throws {
    if !faults.isEmpty { throw InputError(byLine) }
  }
}

/// Runs each reader, and throws the faults of all of them as one `InputError`.
///
/// - Returns: The results, in the order of the inputs.
public func readTogether<Input, Result>(
  _ inputs: [Input], _ read: (Input) throws -> Result
) throws -> [Result] {
  var results: [Result] = []
  var faults: [Fault] = []
  for input in inputs {
    do { results.append(try read(input)) } catch let error as InputError { faults += error.faults }
  }
  guard faults.isEmpty else { throw InputError(faults) }
  return results
}
