/// The rules for names of columns and files, shared by the writer and the export rules.
public enum ColumnName {
  /// The most characters a column's name may have.
  public static let longest = 50
  /// The most characters a label may have.
  public static let longestLabel = 100
  /// The most characters a filter's item or a place's name may have.
  public static let longestItem = 120
  /// The most characters a place's code may have.
  public static let longestCode = 30

  /// Words that the name of an indicator may not contain, even inside other words: they belong
  /// into filters.
  public static let forbiddenInIndicators = [
    "male", "female", "asian", "chinese", "indian", "pakistani", "bangladeshi", "black", "african",
    "caribbean", "white", "roma", "irish", "english", "british", "scottish", "welsh", "arab",
  ]

  /// Time and place columns, in the order in which the files have them.
  public static let timeAndPlace = ColumnDescription.timeAndPlace.map(\.name)

  /// Whether a name is lower-case letters, digits and single underscores, a letter first.
  public static func isSnakeCase(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLowerCase(first), name.utf8.last != underscore else {
      return false
    }
    return !name.contains("__")
      && name.utf8.allSatisfy { isLowerCase($0) || isDigit($0) || $0 == underscore }
  }

  /// Whether a file's name without its ending is lower-case letters, digits, `_` and `-` only.
  public static func isFileStem(_ stem: String) -> Bool {
    !stem.isEmpty
      && stem.utf8.allSatisfy {
        isLowerCase($0) || isDigit($0) || $0 == underscore || $0 == UInt8(ascii: "-")
      }
  }

  /// The first forbidden word that an indicator's name contains.
  public static func forbiddenWord(in name: String) -> String? {
    let lowered = name.lowercased()
    return forbiddenInIndicators.first { lowered.contains($0) }
  }

  private static let underscore = UInt8(ascii: "_")

  private static func isLowerCase(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
