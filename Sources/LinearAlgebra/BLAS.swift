internal import COpenBLAS

/// The only file that touches C: BLAS and LAPACK as found in OpenBLAS, one thread.
///
/// LAPACK stores matrices column after column, so a row-major matrix handed over is its transpose;
/// each function below says what it makes of that. Shapes are checked by the callers.
enum BLAS {
  /// Set once, before the first call: OpenBLAS's own threads are slower on a shared machine, and
  /// parallelism belongs to the callers' tasks.
  private static let oneThread: Void = openblas_set_num_threads(1)

  /// `A · B`, row-major.
  static func product(_ a: Matrix, _ b: Matrix) -> Matrix {
    var c = Matrix(rows: a.rows, columns: b.columns, repeating: 0)
    guard a.rows > 0, a.columns > 0, b.columns > 0 else { return c }
    _ = oneThread
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, blasint(a.rows), blasint(b.columns),
      blasint(a.columns), 1, a.elements, blasint(a.columns), b.elements, blasint(b.columns), 0,
      &c.elements, blasint(b.columns))
    return c
  }

  /// Replaces the lower triangle of a symmetric matrix (row-major) by L, `A = L · Lᵀ`.
  ///
  /// - Returns: 0, or the order of the first leading minor that is not positive.
  static func factorCholesky(_ a: inout Matrix) -> Int {
    guard a.rows > 0 else { return 0 }
    _ = oneThread
    let n = blasint(a.rows)
    var info: blasint = 0
    // Column-major upper is row-major lower.
    dpotrf_("U", [n], &a.elements, [n], &info, 1)
    precondition(info >= 0, "dpotrf: argument \(-info) of \(n) × \(n)")
    return Int(info)
  }

  /// Solves `L · X = B`, or `Lᵀ · X = B`, in place, with L lower triangular (row-major).
  static func solveLower(_ l: Matrix, transposed: Bool, _ b: inout Matrix) {
    guard b.rows > 0, b.columns > 0 else { return }
    _ = oneThread
    cblas_dtrsm(
      CblasRowMajor, CblasLeft, CblasLower, transposed ? CblasTrans : CblasNoTrans, CblasNonUnit,
      blasint(b.rows), blasint(b.columns), 1, l.elements, blasint(l.columns), &b.elements,
      blasint(b.columns))
  }

  /// The solution X of `A · X = B` by LU factors with row exchanges, or nil if A is singular.
  static func solution(_ a: Matrix, _ b: Matrix) -> Matrix? {
    guard b.rows > 0, b.columns > 0 else { return b }
    _ = oneThread
    let (n, m) = (blasint(b.rows), blasint(b.columns))
    var (factors, columns) = (a.transposed.elements, b.transposed)
    var pivots = [blasint](repeating: 0, count: b.rows)
    var info: blasint = 0
    dgesv_([n], [m], &factors, [n], &pivots, &columns.elements, [n], &info)
    precondition(info >= 0, "dgesv: argument \(-info) of \(n) × \(n) by \(m)")
    return info == 0 ? columns.transposed : nil
  }

  /// Householder QR with column exchanges: `A · Π = Q · R`, and `Qᵀ · b`.
  ///
  /// - Parameters:
  ///   - a: m × n, m ≥ n ≥ 1.
  ///   - b: Length m.
  /// - Returns: R (n × n, zeros below the diagonal), the original column at each place, and Qᵀb
  ///   (length m: the first n explain, the rest is left over).
  static func pivotedQR(_ a: Matrix, _ b: [Double]) -> (r: Matrix, order: [Int], qtb: [Double]) {
    _ = oneThread
    let (m, n) = (blasint(a.rows), blasint(a.columns))
    var (factors, qtb) = (a.transposed.elements, b)
    var pivots = [blasint](repeating: 0, count: a.columns)
    var tau = [Double](repeating: 0, count: a.columns)
    // Enough for both routines: dgeqp3 asks for 3n + 1, dormqr for 1; more lets them use blocks.
    let length = blasint(64 * (a.columns + 1))
    var work = [Double](repeating: 0, count: Int(length))
    var info: blasint = 0
    dgeqp3_([m], [n], &factors, [m], &pivots, &tau, &work, [length], &info)
    precondition(info == 0, "dgeqp3: argument \(-info) of \(m) × \(n)")
    dormqr_(
      "L", "T", [m], [1], [n], factors, [m], tau, &qtb, [m], &work, [length], &info, 1, 1)
    precondition(info == 0, "dormqr: argument \(-info) of \(m) × \(n)")
    var r = Matrix(rows: a.columns, columns: a.columns, repeating: 0)
    for j in 0..<a.columns {
      for i in 0...j { r[i, j] = factors[j * a.rows + i] }
    }
    return (r, pivots.map { Int($0) - 1 }, qtb)
  }

  /// Solves `R · X = B` in place, with R upper triangular (row-major) without zeros on the diagonal.
  static func solveUpper(_ r: Matrix, _ b: inout Matrix) {
    guard b.rows > 0, b.columns > 0 else { return }
    _ = oneThread
    cblas_dtrsm(
      CblasRowMajor, CblasLeft, CblasUpper, CblasNoTrans, CblasNonUnit, blasint(b.rows),
      blasint(b.columns), 1, r.elements, blasint(r.columns), &b.elements, blasint(b.columns))
  }
}
