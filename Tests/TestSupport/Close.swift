public import LinearAlgebra
public import Testing

/// Expects `a` within `relative` times the larger size of the two of `b`, or within `absolute`.
public func expectClose(
  _ a: Double, _ b: Double, relative: Double, absolute: Double = 0, _ note: String = "",
  at location: SourceLocation = #_sourceLocation
) {
  let allowed = max(absolute, relative * max(abs(a), abs(b)))
  #expect(abs(a - b) <= allowed, "\(note) \(a) against \(b)", sourceLocation: location)
}

/// Expects two vectors of one length, close element by element.
public func expectClose(
  _ a: [Double], _ b: [Double], relative: Double, absolute: Double = 0, _ note: String = "",
  at location: SourceLocation = #_sourceLocation
) {
  #expect(a.count == b.count, "\(note)", sourceLocation: location)
  for (i, (x, y)) in zip(a, b).enumerated() {
    expectClose(x, y, relative: relative, absolute: absolute, "\(note)[\(i)]", at: location)
  }
}

/// Expects two matrices of one shape, close element by element.
public func expectClose(
  _ a: Matrix, _ b: Matrix, relative: Double, absolute: Double = 0, _ note: String = "",
  at location: SourceLocation = #_sourceLocation
) {
  #expect(a.rows == b.rows && a.columns == b.columns, "\(note)", sourceLocation: location)
  expectClose(
    a.elements, b.elements, relative: relative, absolute: absolute, note, at: location)
}
