internal import COpenBLAS

/// Ends the threads that OpenBLAS starts when a program is loaded. They would spin on the cores for
/// tens of milliseconds, and are not used: a program calls this first. Safe at any time.
public func endBLASWorkers() { _ = BLAS.oneThread }

/// The only file that touches C: BLAS and LAPACK as found in OpenBLAS, one thread.
///
/// LAPACK stores matrices column after column, so a row-major matrix handed over is its transpose;
/// each function below says what it makes of that. Shapes are checked by the callers.
enum BLAS {
  /// Set once, before the first call: OpenBLAS's own threads are slower on a shared machine, and
  /// parallelism belongs to the callers' tasks.
  fileprivate static let oneThread: Void = {
    openblas_set_num_threads(1)
    openblas_end_workers()
  }()

  /// `A · B`; a view whose columns lie together goes in as the transpose of what is stored.
  static func product(_ a: MatrixView, _ b: MatrixView) -> Matrix {
    var c = Matrix(rows: a.rows, columns: b.columns, repeating: 0)
    guard a.rows > 0, a.columns > 0, b.columns > 0 else { return c }
    _ = oneThread
    a.storage.withUnsafeBufferPointer { left in
      b.storage.withUnsafeBufferPointer { right in
        cblas_dgemm(
          CblasRowMajor, a.hasRowsTogether ? CblasNoTrans : CblasTrans,
          b.hasRowsTogether ? CblasNoTrans : CblasTrans, blasint(a.rows), blasint(b.columns),
          blasint(a.columns), 1, left.baseAddress! + a.offset, blasint(a.stride),
          right.baseAddress! + b.offset, blasint(b.stride), 0, &c.elements, blasint(b.columns))
      }
    }
    return c
  }

  /// Adds `factor · Aᵀ · A` to the upper triangle of C.
  static func addGram(_ a: MatrixView, times factor: Double, to c: inout Matrix) {
    guard a.rows > 0, a.columns > 0 else { return }
    _ = oneThread
    let n = blasint(c.columns)
    a.storage.withUnsafeBufferPointer {
      cblas_dsyrk(
        CblasRowMajor, CblasUpper, a.hasRowsTogether ? CblasTrans : CblasNoTrans, n,
        blasint(a.rows), factor, $0.baseAddress! + a.offset, blasint(a.stride), 1, &c.elements, n)
    }
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

  /// Householder QR with column exchanges, `A · Π = Q · R`, as LAPACK packs it.
  ///
  /// - Returns: m × n numbers column after column, R in and above the diagonal, the reflections below
  ///   it and in `tau`; and the original column at each place.
  static func pivotedQR(_ a: Matrix) -> (factors: [Double], tau: [Double], order: [Int]) {
    let (m, n) = (blasint(a.rows), blasint(a.columns))
    var tau = [Double](repeating: 0, count: min(a.rows, a.columns))
    var factors = a.transposed.elements
    guard !tau.isEmpty else { return (factors, tau, Array(0..<a.columns)) }
    _ = oneThread
    var pivots = [blasint](repeating: 0, count: a.columns)
    // dgeqp3 asks for 3n + 1; more lets it use blocks.
    let length = blasint(64 * (a.columns + 1))
    var work = [Double](repeating: 0, count: Int(length))
    var info: blasint = 0
    dgeqp3_([m], [n], &factors, [m], &pivots, &tau, &work, [length], &info)
    precondition(info == 0, "dgeqp3: argument \(-info) of \(m) × \(n)")
    return (factors, tau, pivots.map { Int($0) - 1 })
  }

  /// The triangle of `Q · R = (A / lengths, b)`, (n + 1) × (n + 1), by blocks of rows: the triangle so
  /// far and the next block make the next triangle. m > n ≥ 1.
  static func triangle(of a: Matrix, over lengths: [Double], beside b: [Double]) -> Matrix {
    _ = oneThread
    let (columns, size) = (a.columns + 1, max(512, 8 * a.columns))
    let height = columns + size
    // Column after column: the triangle above, a block below it.
    var stack = [Double](repeating: 0, count: height * columns)
    let panel = min(columns, 16)
    var factors = [Double](repeating: 0, count: panel * columns)
    var work = factors
    for start in stride(from: 0, to: a.rows, by: size) {
      let count = min(size, a.rows - start)
      for j in 0..<a.columns {
        // What is left of the reflections is no part of the triangle.
        for i in j + 1..<columns { stack[j * height + i] = 0 }
        for i in 0..<count {
          stack[j * height + columns + i] = a.elements[(start + i) * a.columns + j] / lengths[j]
        }
      }
      for i in 0..<count { stack[a.columns * height + columns + i] = b[start + i] }
      var info: blasint = 0
      dgeqrt_(
        [blasint(columns + count)], [blasint(columns)], [blasint(panel)], &stack,
        [blasint(height)], &factors, [blasint(panel)], &work, &info)
      precondition(info == 0, "dgeqrt: argument \(-info) of \(columns + count) × \(columns)")
    }
    var triangle = Matrix(rows: columns, columns: columns, repeating: 0)
    for j in 0..<columns {
      for i in 0...j { triangle[i, j] = stack[j * height + i] }
    }
    return triangle
  }

  /// `Q · B` or `Qᵀ · B`, Q (m × m) packed by ``pivotedQR(_:)``, B of m rows.
  static func orthogonalProduct(
    _ factors: [Double], _ tau: [Double], transposed: Bool, _ b: Matrix
  ) -> Matrix {
    guard b.columns > 0, !tau.isEmpty else { return b }
    _ = oneThread
    let (m, n, k) = (blasint(b.rows), blasint(b.columns), blasint(tau.count))
    var c = b.transposed
    let length = blasint(64 * b.columns + 4096)
    var work = [Double](repeating: 0, count: Int(length))
    var info: blasint = 0
    dormqr_(
      "L", transposed ? "T" : "N", [m], [n], [k], factors, [m], tau, &c.elements, [m], &work,
      [length], &info, 1, 1)
    precondition(info == 0, "dormqr: argument \(-info) of \(m) × \(n)")
    return c.transposed
  }

  /// Singular values (falling) of an m × n matrix of finite elements, U (m × k) and Vᵀ (k × n), with
  /// k the lesser of m and n, at least 1.
  static func singularValues(_ a: Matrix) -> (u: Matrix, values: [Double], vt: Matrix) {
    _ = oneThread
    let (m, n, k) = (a.rows, a.columns, min(a.rows, a.columns))
    var (storage, values) = (a.elements, [Double](repeating: 0, count: k))
    var u = Matrix(rows: m, columns: k, repeating: 0)
    var vt = Matrix(rows: k, columns: n, repeating: 0)
    let length = blasint(5 * (m + n) + 64 * (m + n))
    var work = [Double](repeating: 0, count: Int(length))
    var info: blasint = 0
    // What is stored is Aᵀ = V · S · Uᵀ to LAPACK: its left vectors are V, its right ones U.
    dgesvd_(
      "S", "S", [blasint(n)], [blasint(m)], &storage, [blasint(n)], &values, &vt.elements,
      [blasint(n)], &u.elements, [blasint(k)], &work, [length], &info, 1, 1)
    precondition(info == 0, "dgesvd: \(info) of \(m) × \(n)")
    return (u, values, vt)
  }

  /// Eigenvalues (rising) of a symmetric matrix of finite elements, n ≥ 1, the lower triangle read,
  /// and the eigenvectors as rows.
  static func symmetricEigen(_ a: Matrix) -> (values: [Double], rows: Matrix) {
    _ = oneThread
    let n = blasint(a.rows)
    var (vectors, values) = (a, [Double](repeating: 0, count: a.rows))
    let length = 66 * n
    var work = [Double](repeating: 0, count: Int(length))
    var info: blasint = 0
    dsyev_("V", "U", [n], &vectors.elements, [n], &values, &work, [length], &info, 1, 1)
    precondition(info == 0, "dsyev: \(info) of \(n) × \(n)")
    return (values, vectors)
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
