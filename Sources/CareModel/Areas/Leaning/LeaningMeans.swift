import Statistics

/// The mean leaning of all children who begin a year alike, in all authorities: what is taken off an
/// authority's own, so that leanings move children between authorities and not England as a whole.
///
/// Law: the leaning parts of the authorities add up to nobody, cell by cell.
struct LeaningMeans: Sendable {
  /// By age and placement.
  private let stock: [[Cell]]
  /// By cohort.
  private let entered: [Cell]

  private struct Cell: Sendable {
    let mean: Uncertain
    /// What brings the largest distance from the mean down to 1.
    let scale: Uncertain
  }

  /// The means of a year.
  ///
  /// - Parameters:
  ///   - parts: Each authority's leaning, within `range`.
  ///   - range: See ``AreaLeaning/range``.
  ///   - children: The children of each, in the same order.
  init(of parts: [Uncertain], in range: ClosedRange<Double>, _ children: [CareYearChildren]) {
    let widest = max(-range.lowerBound, range.upperBound)
    func cell(_ number: (CareYearChildren) -> Uncertain) -> Cell {
      var (whole, leaning) = (Uncertain.zero, Uncertain.zero)
      for (part, children) in zip(parts, children) {
        let number = number(children)
        whole += number
        leaning += part * number
      }
      let mean = leaning.share(of: whole)
      return Cell(mean: mean, scale: mean.map { 1 / max(1, widest + abs($0)) })
    }
    stock = children[0].stock.children.indices.map { age in
      children[0].stock.children[age].indices.map { placement in
        cell { $0.stock.children[age][placement] }
      }
    }
    entered = children[0].entered.indices.map { cohort in cell { $0.entered[cohort] } }
  }

  /// The part of an authority's children that leans, by more or less than all do.
  ///
  /// - Parameters:
  ///   - children: All its children.
  ///   - part: Its leaning.
  func part(of children: CareYearChildren, leaning part: Uncertain) -> CareYearChildren {
    func leaning(_ number: Uncertain, _ cell: Cell) -> Uncertain {
      number * ((part - cell.mean) * cell.scale)
    }
    return CareYearChildren(
      stock: CareStock(
        unchecked: zip(children.stock.children, stock).map { zip($0, $1).map(leaning) }),
      entered: zip(children.entered, entered).map(leaning), mix: children.mix)
  }
}

extension CareYearChildren {
  /// The children of two areas together, or what is left of one's without the other's.
  static func sum(_ a: CareYearChildren, _ b: CareYearChildren, times sign: Double = 1)
    -> CareYearChildren
  {
    func sum(_ a: Uncertain, _ b: Uncertain) -> Uncertain { sign == 1 ? a + b : a - b }
    return CareYearChildren(
      stock: CareStock(
        unchecked: zip(a.stock.children, b.stock.children).map { zip($0, $1).map(sum) }),
      entered: zip(a.entered, b.entered).map(sum), mix: a.mix)
  }
}
