/// An error that a person or a file causes: a wrong name, value or file.
///
/// Its description says where, what, what is allowed and what to do. A command that meets one ends
/// with exit code 65.
public protocol CausedByInput: Error, CustomStringConvertible {}
