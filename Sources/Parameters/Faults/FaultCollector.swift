import LinearAlgebra

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

/// Runs each reader, on all cores, and throws the faults of all of them as one `InputError`.
///
/// - Returns: The results, in the order of the inputs.
public func readTogether<Input: Sendable, Value: Sendable>(
  _ inputs: [Input], _ read: @Sendable (Input) throws -> Value
) throws -> [Value] {
  let read = try concurrently(inputs.indices) { index -> Result<Value, InputError> in
    do { return .success(try read(inputs[index])) } catch let error as InputError {
      return .failure(error)
    }
  }
  let faults = read.flatMap { result -> [Fault] in
    if case .failure(let error) = result { error.faults } else { [] }
  }
  guard faults.isEmpty else { throw InputError(faults) }
  return try read.map { try $0.get() }
}
