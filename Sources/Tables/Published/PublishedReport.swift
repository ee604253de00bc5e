public import Parameters

/// Figures that others published, each beside ours: for the terminal, for a program, and for the
/// documentation.
public struct PublishedReport: Sendable {
  /// A figure and what stands beside it.
  public struct Row: Sendable {
    /// Theirs.
    public let figure: CitedFigure
    /// Ours, in the same unit.
    public let ours: OurFigure

    /// Ours less theirs, in the unit of both; `nil` without ours.
    public var difference: Double? { ours.value.map { $0 - figure.value } }
  }

  /// The figures in the order of the file.
  public let rows: [Row]

  /// Finds our figure for each of theirs.
  ///
  /// - Parameters:
  ///   - figures: As `CitedFigure.read` gives them.
  ///   - basis: Projections and outturn.
  /// - Throws: `InputError` where a figure of outturn is missing.
  public init(_ figures: [CitedFigure], on basis: ComparisonBasis) throws {
    rows = try figures.map { figure in
      guard let comparison = CitedComparison.all.first(where: { $0.id == figure.id }) else {
        preconditionFailure("\(figure.id) has no comparison; the reader lets no such id pass")
      }
      return Row(figure: figure, ours: try comparison.ours(figure, basis))
    }
  }

  /// The sources of the figures, each once, in the order of the figures.
  public var sources: [Source] {
    rows.reduce(into: []) { sources, row in
      if !sources.contains(where: { $0.id == row.figure.source.id }) {
        sources.append(row.figure.source)
      }
    }
  }

  /// What brackets and signs say, for the terminal and the documentation.
  static let legend = """
    Ours in brackets is published outturn: the year lies before the projection. A hyphen: nothing \
    comparable. Difference: ours less theirs.
    """
}

extension PublishedReport.Row {
  /// What the figure is, with its unit.
  var heading: String { "\(figure.what), \(figure.shown.unit)" }

  /// Theirs as they put it.
  var theirsText: String {
    switch figure.wording {
    case .exact: number(figure.value)
    case .about: "about \(number(figure.value))"
    case .over: "over \(number(figure.value))"
    }
  }

  /// Ours, with outturn in brackets and a hyphen for none.
  var oursText: String {
    switch ours {
    case .modelled(let value): number(value)
    case .outturn(let value): "(\(number(value)))"
    case .none: "-"
    }
  }

  /// Ours less theirs.
  var differenceText: String {
    guard let difference else { return "-" }
    let text = number(difference)
    let isZero = text.allSatisfy { "0.".contains($0) }
    return (difference > 0 && !isZero ? "+" : "") + text
  }

  /// What ours is, in which prices theirs are, and why they differ.
  var explanation: String {
    let prices: String? =
      switch figure.prices {
      case nil: nil
      case .notStated: "Theirs does not state its prices."
      case .cash: "Theirs is in cash."
      case .year(let year): "Theirs is in \(year.label) prices."
      }
    return ["Ours: \(figure.ours).", prices, figure.why].compactMap { $0 }.joined(separator: " ")
  }

  private func number(_ value: Double) -> String {
    FixedDecimal.grouped(value * figure.shown.scale, decimals: figure.shown.decimals)
  }
}
