/// Data of published fits, as their packages carry them.
enum RegressionData {
  /// Spector and Mazzeo 1980: grade point average, economics test, taught by the new method, grade
  /// improved.
  static let spector: [[Double]] = [
    [2.66, 20, 0, 0],
    [2.89, 22, 0, 0],
    [3.28, 24, 0, 0],
    [2.92, 12, 0, 0],
    [4.0, 21, 0, 1],
    [2.86, 17, 0, 0],
    [2.76, 17, 0, 0],
    [2.87, 21, 0, 0],
    [3.03, 25, 0, 0],
    [3.92, 29, 0, 1],
    [2.63, 20, 0, 0],
    [3.32, 23, 0, 0],
    [3.57, 23, 0, 0],
    [3.26, 25, 0, 1],
    [3.53, 26, 0, 0],
    [2.74, 19, 0, 0],
    [2.75, 25, 0, 0],
    [2.83, 19, 0, 0],
    [3.12, 23, 1, 0],
    [3.16, 25, 1, 1],
    [2.06, 22, 1, 0],
    [3.62, 28, 1, 1],
    [2.89, 14, 1, 0],
    [3.51, 26, 1, 0],
    [3.54, 24, 1, 1],
    [2.83, 27, 1, 1],
    [3.39, 17, 1, 1],
    [2.67, 24, 1, 0],
    [3.65, 21, 1, 1],
    [4.0, 23, 1, 1],
    [3.1, 21, 1, 0],
    [2.39, 19, 1, 1],
  ]

  /// R's `infert`, counted: earlier spontaneous and induced abortions, infertile women, others.
  static let infert: [(spontaneous: Double, induced: Double, cases: Int, others: Int)] = [
    (0, 0, 7, 60),
    (0, 1, 12, 33),
    (0, 2, 9, 20),
    (1, 0, 22, 25),
    (1, 1, 5, 11),
    (1, 2, 4, 4),
    (2, 0, 18, 11),
    (2, 1, 6, 1),
  ]

  /// MASS's `quine`: days absent from school by ethnic group (A, N), sex (F, M), age group (F0 to F3) and
  /// learner (AL, SL).
  static let quine: [(group: String, days: [Double])] = [
    ("A F F0 AL", [5, 11, 24, 45]),
    ("A F F0 SL", [3]),
    ("A F F1 AL", [5, 5, 11, 17, 19]),
    ("A F F1 SL", [5, 6, 6, 9, 13, 23, 25, 32, 53, 54]),
    ("A F F2 AL", [2]),
    ("A F F2 SL", [8, 13, 14, 20, 47, 48, 60, 81]),
    ("A F F3 AL", [0, 2, 3, 5, 10, 14, 21, 36, 40]),
    ("A M F0 AL", [5, 5, 13, 20, 22]),
    ("A M F0 SL", [2, 11, 14]),
    ("A M F1 AL", [7, 14]),
    ("A M F1 SL", [6, 6, 15]),
    ("A M F2 AL", [14, 16, 16, 17, 40, 43, 46]),
    ("A M F2 SL", [6, 32, 53, 57]),
    ("A M F3 AL", [8, 23, 23, 28, 34, 36, 38]),
    ("N F F0 AL", [10, 11, 20, 33]),
    ("N F F0 SL", [25]),
    ("N F F1 AL", [5, 14, 6, 6, 7, 28]),
    ("N F F1 SL", [5, 7, 0, 1, 5, 5, 5, 5, 7, 11, 15]),
    ("N F F2 AL", [1]),
    ("N F F2 SL", [0, 5, 14, 2, 2, 3, 8, 10, 12]),
    ("N F F3 AL", [1, 9, 22, 3, 3, 5, 15, 18, 22, 37]),
    ("N M F0 AL", [0, 0, 2, 7, 11, 12]),
    ("N M F0 SL", [6, 17, 67]),
    ("N M F1 AL", [3, 4]),
    ("N M F1 SL", [0, 0, 5, 5, 5, 11, 17]),
    ("N M F2 AL", [8, 0, 1, 5, 7, 16, 27]),
    ("N M F2 SL", [22, 30, 36]),
    ("N M F3 AL", [0, 30, 10, 14, 27, 41, 69]),
  ]
}
