/// A rule for the files that Explore Education Statistics takes.
///
/// The rules are those of the Department for Education's analysts' guide
/// (https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html) and of
/// its screener, written anew from what they say. A rule that the guide states without saying how
/// bad it is to break it is a `fail` where figures would be lost or misread, else a `warn`.
public struct ExportRule: Sendable {
  /// How bad it is to break a rule.
  public enum Severity: String, Sendable {
    /// Has to be put right before upload.
    case fail = "FAIL"
    /// Better put right.
    case warn = "WARN"
  }

  /// Short name, kebab case, unique.
  public let id: String
  /// How bad it is to break the rule.
  public let severity: Severity
  /// The rule in one sentence.
  public let sentence: String
  private let check: @Sendable (ExportFolder) -> [Breach]

  /// Where a rule is broken, and how.
  struct Breach {
    let file: String
    var row: Int?
    var column: String?
    let text: String
  }

  /// A rule about the folder as a whole.
  init(
    _ severity: Severity, _ id: String, _ sentence: String,
    folder check: @escaping @Sendable (ExportFolder) -> [Breach]
  ) {
    self.id = id
    self.severity = severity
    self.sentence = sentence
    self.check = check
  }

  /// A rule about each pair of files; pairs that are no strict CSV files are left out.
  init(
    _ severity: Severity, _ id: String, _ sentence: String,
    pair check: @escaping @Sendable (ExportPair) -> [Breach]
  ) {
    self.init(severity, id, sentence, folder: { $0.pairs.flatMap(check) })
  }

  /// Where a folder breaks the rule; one finding for each distinct text that does, at the first
  /// row where it occurs.
  public func findings(in folder: ExportFolder) -> [Finding] {
    check(folder).map {
      Finding(
        rule: id, severity: severity, file: $0.file, row: $0.row, column: $0.column, text: $0.text,
        allowed: sentence)
    }
  }

  /// A place where a rule is broken.
  public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// The rule's id.
    public let rule: String
    /// How bad it is.
    public let severity: Severity
    /// The file's name.
    public let file: String
    /// The first such row, the header being row 1; `nil` if it is not about a row.
    public let row: Int?
    /// The column's name; `nil` if it is not about a column.
    public let column: String?
    /// What is wrong.
    public let text: String
    /// What is allowed: the rule in one sentence.
    public let allowed: String

    /// One line: severity, place, what is wrong, rule.
    public var description: String {
      let place = file + (row.map { ", row \($0)" } ?? "") + (column.map { ", \($0)" } ?? "")
      return "\(severity.rawValue) \(place): \(text) [\(rule)]"
    }
  }
}
