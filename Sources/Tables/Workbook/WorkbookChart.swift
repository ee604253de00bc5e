/// A native chart on a sheet of its own, drawn from columns of a sheet with a table.
///
/// Lines are told apart by their dashes and markers, not by colour alone.
struct WorkbookChart: Sendable {
  /// What its tab says, as ``WorkbookSheet/name``.
  let name: String
  /// What it shows.
  let title: String
  /// How it is drawn.
  let kind: Kind
  /// What the vertical axis counts.
  let valueLabel: String
  /// The table it is drawn from: the first column holds the years.
  let data: WorkbookSheet
  /// What is drawn, in the order of the legend.
  let series: [Series]

  /// How values are drawn.
  enum Kind: Sendable {
    /// A line for each series.
    case lines
    /// Parts of a whole on top of each other.
    case parts
  }

  /// A column that is drawn.
  struct Series: Sendable {
    /// Its place among the columns of the table.
    let column: Int
    /// Whether it is an end of an interval, and drawn thin and dashed.
    let isBound: Bool
  }
}
