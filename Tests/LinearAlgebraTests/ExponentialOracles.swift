import LinearAlgebra

/// Exponentials exp(q t) to 14 digits, computed at 50 digits from the definition.
enum ExponentialOracles {
  static let generators: [(q: Matrix, t: Double, expected: Matrix)] = [
    (
      Matrix([[-0.3, 0.3, 0], [0, -0.2, 0.2], [0, 0, 0]]), 10,
      Matrix([
        [0.049787068367864, 0.25664464460625, 0.69356828702589],
        [0, 0.13533528323661, 0.86466471676339], [0, 0, 1],
      ])
    ),
    // Equal rates: a defective matrix.
    (
      Matrix([[-1, 1, 0], [0, -1, 1], [0, 0, 0]]), 2,
      Matrix([
        [0.13533528323661, 0.27067056647323, 0.59399415029016],
        [0, 0.13533528323661, 0.86466471676339], [0, 0, 1],
      ])
    ),
    // Stiff: rates from 0.1 to 50.
    (
      Matrix([[-10.1, 10, 0.1, 0], [0.5, -0.8, 0.2, 0.1], [0, 50, -51, 1], [0, 0, 0, 0]]), 5,
      Matrix([
        [0.029225867780059, 0.58459359079103, 0.0023543857416148, 0.3838261556873],
        [0.028945351350114, 0.57898253046969, 0.0023317878195301, 0.38974033036067],
        [0.028432818943774, 0.56873054541064, 0.0022904990886468, 0.40054613655694],
        [0, 0, 0, 1],
      ])
    ),
  ]

  /// Moler and Van Loan 1978, example 2: eigenvalues −1 and −17, large cancelling terms.
  static let molerVanLoan = (
    a: Matrix([[-49, 24], [-64, 31]]),
    expected: Matrix([[-0.73575875814475, 0.5518190996581], [-1.4715175990883, 1.1036382407156]])
  )
}
