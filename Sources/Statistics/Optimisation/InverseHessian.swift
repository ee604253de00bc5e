/// The inverse of the second derivatives as steps have shown it, p × p.
struct InverseHessian {
  private var rows: [[Double]]
  /// Whether any curvature has been seen.
  private(set) var isScaled = false

  /// The identity.
  init(order: Int) {
    rows = (0..<order).map { i in (0..<order).map { $0 == i ? 1 : 0 } }
  }

  func product(_ vector: [Double]) -> [Double] { rows.map { inner($0, vector) } }

  /// `H ← (I − s yᵀ / sᵀy) H (I − y sᵀ / sᵀy) + s sᵀ / sᵀy`, if sᵀy is above rounding.
  ///
  /// Before the first update H is the identity times `sᵀy / yᵀy`.
  mutating func update(step s: [Double], change y: [Double]) {
    let curvature = inner(s, y)
    let size = (inner(s, s) * inner(y, y)).squareRoot()
    guard curvature > 1e-14 * size else { return }
    if !isScaled {
      let scale = curvature / inner(y, y)
      for i in rows.indices { rows[i][i] = scale }
      isScaled = true
    }
    let moved = product(y)
    let factor = (1 + inner(y, moved) / curvature) / curvature
    for i in rows.indices {
      for j in rows.indices {
        rows[i][j] += factor * s[i] * s[j] - (moved[i] * s[j] + s[i] * moved[j]) / curvature
      }
    }
  }
}
