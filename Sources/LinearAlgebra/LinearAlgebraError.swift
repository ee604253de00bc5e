/// Why a system of equations could not be solved. Rows and columns count from 0.
public enum LinearAlgebraError: Error, Equatable, Sendable {
  /// The leading minor of this order (1 = the first element alone) is not positive.
  case notPositiveDefinite(minor: Int, order: Int)
  /// The columns of a least-squares design depend on each other: only `rank` are independent, and
  /// `dependent` lists columns that the others explain.
  case rankDeficient(rank: Int, columns: Int, dependent: [Int])
  /// Fewer equations than unknowns.
  case underdetermined(equations: Int, unknowns: Int)
  /// An element is infinite or not a number. Column −1 means the right-hand side.
  case notFinite(row: Int, column: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  /// What is wrong, what is allowed and what to do, in one sentence or two.
  public var description: String {
    switch self {
    case .notPositiveDefinite(let minor, let order):
      "the matrix of order \(order) is not positive definite: its leading minor of order \(minor) "
        + "is not above 0. Look at row \(minor - 1) (from 0): it follows from the rows before it."
    case .rankDeficient(let rank, let columns, let dependent):
      "the \(columns) columns have rank \(rank): columns \(dependent) (from 0) follow from the "
        + "others. Leave them out, or give a prior."
    case .underdetermined(let equations, let unknowns):
      "\(equations) equations cannot set \(unknowns) unknowns. Give more data, or a prior."
    case .notFinite(let row, let column):
      column < 0
        ? "element \(row) (from 0) of the right-hand side is not a finite number."
        : "element (\(row), \(column)) (from 0) of the matrix is not a finite number."
    }
  }
}
