public import Parameters

/// What can go wrong between runs and a page about them.
public enum ReportError: Error, Equatable {
  /// A folder that is not there, or is a file.
  case noFolder(String, nearest: String?)
  /// A file that a folder lacks.
  case noFile(String, in: String, nearest: String?)
  /// A folder that another command than the one wanted has written.
  case wrongCommand(String, found: String, wanted: String)
  /// Two folders whose figures cannot stand side by side.
  case apart(String, String, what: String, first: String, second: String)
  /// More scenarios than lines that can be told apart.
  case tooManyScenarios(Int, most: Int)
  /// The program that draws is not installed.
  case noGnuplot
  /// The program that draws has not drawn.
  case notDrawn(picture: String, reason: String)
  /// The folder in which the page is to lie is not there.
  case noPlace(String, nearest: String?)
  /// A file that is there already, and replacing was not asked for.
  case taken(String)
  /// The page's path is that of a folder.
  case placeIsFolder(String)
  /// A file could not be written; nothing was left behind.
  case notWritten(String, reason: String)
}

extension ReportError {
  /// The cases without their facts; tests go through `allCases` to find one without a fixture.
  public enum Kind: String, Sendable, CaseIterable {
    case noFolder, noFile, wrongCommand, apart, tooManyScenarios, noGnuplot, notDrawn, noPlace
    case taken, placeIsFolder, notWritten
  }

  /// Which case this is.
  public var kind: Kind {
    switch self {
    case .noFolder: .noFolder
    case .noFile: .noFile
    case .wrongCommand: .wrongCommand
    case .apart: .apart
    case .tooManyScenarios: .tooManyScenarios
    case .noGnuplot: .noGnuplot
    case .notDrawn: .notDrawn
    case .noPlace: .noPlace
    case .taken: .taken
    case .placeIsFolder: .placeIsFolder
    case .notWritten: .notWritten
    }
  }
}

extension ReportError: CausedByInput {
  /// Where, what, what is allowed, and what to do.
  public var description: String {
    switch self {
    case .noFolder(let path, let nearest):
      "\(path): no such folder." + Self.hint(nearest)
        + " Name a folder that carecast has written with --output."
    case .noFile(let name, let folder, let nearest):
      "\(folder) holds no \(name)." + Self.hint(nearest)
        + " Name a folder that carecast has written with --output."
    case .wrongCommand(let folder, let found, let wanted):
      "\(folder) was written by carecast \(found). Name a folder that carecast \(wanted) has written."
    case .apart(let first, let second, let what, let a, let b):
      "\(first) and \(second) cannot stand side by side: they differ in \(what), \(a) and \(b). Make "
        + "both anew with one carecast and the same options, or a page for each."
    case .tooManyScenarios(let count, let most):
      "\(count) scenarios are more than the \(most) whose lines can be told apart. Make a run of fewer."
    case .noGnuplot:
      "carecast report draws with gnuplot: apt-get install gnuplot-nox"
    case .notDrawn(let picture, let reason):
      "gnuplot has not drawn '\(picture)': \(reason)."
    case .noPlace(let path, let nearest):
      "\(path): no such folder." + Self.hint(nearest)
        + " Make it first, or choose another place for the page."
    case .taken(let path):
      "\(path) is there already. Choose another name, or ask for it to be replaced by --replace."
    case .placeIsFolder(let path):
      "\(path) is a folder. Name a file for the page, such as report.html."
    case .notWritten(let path, let reason):
      "\(path) could not be written: \(reason). Nothing was left behind; check room and rights."
    }
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { " Did you mean \"\($0)\"?" } ?? ""
  }
}
