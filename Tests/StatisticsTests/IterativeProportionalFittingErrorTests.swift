import Statistics
import Testing

@Suite struct IterativeProportionalFittingErrorTests {
  private func expect(
    _ expected: StatisticsError, says words: String, prior: [Double], _ rows: [Double],
    _ columns: [Double]
  ) {
    let margins = [
      Margin("age", over: [0], targets: rows), Margin("placement", over: [1], targets: columns),
    ]
    #expect(throws: expected) {
      try IterativeProportionalFitting(
        prior: prior, shape: [rows.count, columns.count], margins: margins)
    }
    #expect(expected.description.contains(words), "\(expected)")
  }

  @Test func cellBelowZero() {
    expect(
      .cell(index: [1, 0], value: -1), says: "cell [1, 0] is -1.0", prior: [1, 1, -1, 1], [1, 1],
      [1, 1])
  }

  @Test func targetNotFinite() {
    expect(
      .target(margin: "placement", category: [1], value: .infinity),
      says: "margin 'placement': the target of category [1] is inf", prior: [1, 1, 1, 1], [1, 1],
      [1, .infinity])
  }

  @Test func totalsDisagree() {
    expect(
      .marginsDisagree(
        first: "age", second: "placement", dimensions: [], category: [], firstValue: 10,
        secondValue: 11),
      says: "'age' and 'placement' disagree about the total: 10.0 against 11.0",
      prior: [1, 1, 1, 1], [4, 6], [5, 6])
  }

  @Test func sharedCategoryDisagrees() {
    let expected = StatisticsError.marginsDisagree(
      first: "ab", second: "b", dimensions: [1], category: [1], firstValue: 6, secondValue: 5)
    #expect(throws: expected) {
      try IterativeProportionalFitting(
        prior: [1, 1, 1, 1], shape: [2, 2],
        margins: [
          Margin("ab", over: [0, 1], targets: [1, 2, 3, 4]),
          Margin("b", over: [1], targets: [4, 5]),
        ])
    }
    #expect(expected.description.contains("category [1] of dimensions [1]"))
  }

  @Test func onlyZerosInASlice() {
    expect(
      .unreachable(margin: "placement", category: [0], target: 5),
      says: "category [0] should be 5.0, but all its cells are 0", prior: [0, 1, 0, 1], [4, 6],
      [5, 5])
  }

  /// The row's target of 0 empties the only cell the column had.
  @Test func zerosLeftByAnotherTarget() {
    expect(
      .unreachable(margin: "placement", category: [0], target: 5), says: "'placement'",
      prior: [1, 1, 0, 1], [0, 10], [5, 5])
  }

  /// The first column can only come from the first row, which is smaller.
  @Test func zerosLeaveNoFit() {
    let margins = [
      Margin("age", over: [0], targets: [3, 7]), Margin("placement", over: [1], targets: [5, 5]),
    ]
    let error = #expect(throws: StatisticsError.self) {
      try IterativeProportionalFitting(
        prior: [1, 1, 0, 1], shape: [2, 2], margins: margins, maximumIterations: 50)
    }
    guard case .marginsNotConverged("age", iterations: 50, let off) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(off > 0.2)
    #expect(error!.description.contains("margin 'age' is off by"))
  }
}
