/// A file of a run: where in the output folder, and what.
public struct OutputFile: Sendable, Hashable {
  /// Plain names joined by `/`, such as `ees/cs_spending.csv`.
  public let path: String
  /// The whole content.
  public let bytes: [UInt8]

  /// A file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of text, written as UTF-8.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
