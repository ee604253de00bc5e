import LinearAlgebra
import Statistics

extension SensitivityMethod {
  /// Two-level screening: every input high in half of the runs and low in the other, so that few runs give
  /// all main effects, clear of the interactions of pairs (resolution IV).
  ///
  /// `effect = mean y where the input is high − mean y where it is low`
  ///
  /// Low and high are quantiles at `tail` and `1 − tail`, as of `tornado`, around no base: others are high or low
  /// too. One base run of 2 m runs, m the least power of two that is at least the number of groups (and the
  /// dummy): m runs by a Hadamard matrix and their mirror images. An effect is aliased with the interactions
  /// of three inputs that its note names: what is seen is the sum. With `secondOrder` so are
  /// interactions of pairs, by sets of pairs that cannot be told apart. Nothing is drawn, so intervals have no
  /// width; the dummy's effect shows the size of interactions. The members of a group move together. Reads
  /// `tail`, `secondOrder`, `dummy`. Laws: effects of a function without terms of three inputs are those of all
  /// 2^G corners; an input the function does not see has an effect of 0 but for its aliases.
  /// - SeeAlso: [BoxHunterHunter2005], chapters 5 and 6.
  public static let fractionalFactorial = SensitivityMethod(
    "fractional-factorial", "Main effects of many inputs at two levels, clear of pairs.",
    kinds: [
      ("effect", "Mean output with the input high, less that with it low."),
      ("interaction", "Half of what the second input being high adds to the first one's effect."),
      ("mean", "Mean output of all runs."),
    ],
    joinsGroups: false, takesCorrelated: false, takesShares: false, readsOrder: true,
    start: { FractionalFactorialAnalysis($0, outputs: $1, $2) })
}

private struct FractionalFactorialAnalysis: Analysis {
  let problem: Problem
  let outputs: [String]
  let settings: Settings
  /// Groups, the dummy last if there is one; a group's place is its column of the Hadamard matrix.
  let names: [String]
  private var values: Matrix?

  init(_ problem: Problem, outputs: [String], _ settings: Settings) {
    self.problem = problem
    self.outputs = outputs
    self.settings = settings
    names = problem.groups.map(\.name) + (settings.dummy ? [Measure.dummyName] : [])
  }

  /// Rows of the Hadamard matrix, m.
  private var half: Int {
    var size = 1
    while size < names.count { size *= 2 }
    return size
  }

  var unitRows: Int { 2 * half }
  var mostUnits: Int? { 1 }
  var leastUnits: Int { 1 }
  var sampling: Sampling { settings.sampling }

  /// Whether a group is high in a run: by the parity of what row and column have in common, turned round in
  /// the mirror images.
  private func isHigh(_ run: Int, _ column: Int) -> Bool {
    ((run % half) & column).nonzeroBitCount.isMultiple(of: 2) == (run < half)
  }

  func rows(_ units: Range<Int>) -> Matrix {
    let inputs = problem.inputs
    guard !units.isEmpty else { return Matrix(rows: 0, columns: inputs.count, repeating: 0) }
    let low = inputs.map { $0.distribution.quantile(at: settings.tail) }
    let high = inputs.map { $0.distribution.quantile(upperTail: settings.tail) }
    return Matrix(
      (0..<unitRows).map { run in
        var row = low
        for (column, group) in problem.groups.enumerated() where isHigh(run, column) {
          for member in group.members { row[member] = high[member] }
        }
        return row
      })
  }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    if !kept.isEmpty { values = outputs }
  }

  func measures() -> [Measure] {
    guard let values else { return [] }
    return outputs.indices.flatMap { output -> [Measure] in
      let y = values.column(output)
      let name = outputs[output]
      /// Mean of runs where all signs agree, an even number of them low, less that of the others.
      func contrast(_ columns: [Int]) -> Double {
        let sums = y.indices.reduce(into: (plus: 0.0, minus: 0.0)) { sums, run in
          if columns.count(where: { !isHigh(run, $0) }).isMultiple(of: 2) {
            sums.plus += y[run]
          } else {
            sums.minus += y[run]
          }
        }
        return (sums.plus - sums.minus) / Double(half)
      }
      var found = [
        Measure("mean", of: Measure.allName, output: name, Estimate(exact: mean(of: y)))
      ]
      for column in names.indices {
        found.append(
          Measure(
            "effect", of: names[column], output: name, Estimate(exact: contrast([column])),
            note: aliases(ofEffect: column)))
      }
      guard settings.secondOrder else { return found }
      for (a, group) in problem.groups.enumerated() {
        for b in (a + 1)..<max(problem.groups.count, a + 1) {
          found.append(
            Measure(
              "interaction", of: group.name, with: names[b], output: name,
              Estimate(exact: contrast([a, b])), note: aliases(ofPair: a, b)))
        }
      }
      return found
    }
  }

  /// Interactions of three groups that cannot be told from an effect: columns whose exclusive or is its.
  private func aliases(ofEffect column: Int) -> String? {
    let g = problem.groups.count
    var found: [[Int]] = []
    for a in 0..<g where a != column {
      for b in (a + 1)..<max(g, a + 1) where b != column {
        let c = a ^ b ^ column
        if c > b, c < g, c != column { found.append([a, b, c]) }
      }
    }
    return note(found)
  }

  /// Interactions of pairs that cannot be told from that of a pair.
  private func aliases(ofPair a: Int, _ b: Int) -> String? {
    let g = problem.groups.count
    return note(
      (0..<g).compactMap { c in
        let d = a ^ b ^ c
        return c < d && d < g && c != a && c != b ? [c, d] : nil
      })
  }

  private func note(_ sets: [[Int]]) -> String? {
    guard let first = sets.first else { return nil }
    let words = first.map { names[$0] }.joined(separator: " × ")
    return "aliased with \(words)" + (sets.count > 1 ? " and \(sets.count - 1) more" : "")
  }
}
