import LinearAlgebra
import Statistics

extension SensitivityMethod {
  /// One input after the other at a low and a high value, all others at their base.
  ///
  /// ```
  /// swing = y(high) − y(low)
  /// elasticity = (swing / y(base)) / ((high − low) / base)
  /// ```
  ///
  /// Low and high are quantiles at `tail` and `1 − tail` (10 % and 90 % unless set). The members of a
  /// group move together, but shares that add up to 1 one after the other, each with the rest divided as at
  /// their bases. One base run of 1 + 2 G runs; nothing is drawn, so intervals have no width.
  /// Laws: for `y = Π x_i^a_i` elasticities tend to a_i as low and high draw together; an input the
  /// function does not see swings by 0.
  /// - SeeAlso: [Eschenbach1992].
  public static let tornado = SensitivityMethod(
    "tornado", "One input at a time, low and high, with elasticities.",
    kinds: [
      ("base", "The output with every input at its base."),
      ("low", "The output with the input low."),
      ("high", "The output with the input high."),
      ("swing", "The output with the input high, less that with it low."),
      ("elasticity", "Relative change of the output over that of the input."),
    ],
    rankedBy: "swing", joinsGroups: false, takesCorrelated: false, readsOrder: true,
    start: { TornadoAnalysis(problem: $0, outputs: $1, $2) })
}

private struct TornadoAnalysis: Analysis {
  let problem: Problem
  let outputs: [String]
  let tail: Double
  private var values: Matrix?

  init(problem: Problem, outputs: [String], _ settings: Settings) {
    self.problem = problem
    self.outputs = outputs
    tail = settings.tail
    sampling = settings.sampling
  }

  /// What moves: groups, but of shares that add up to 1 each by itself.
  private var movers: [InputGroup] {
    problem.groups.flatMap { group in
      group.members.contains { problem.inputs[$0].part != nil }
        ? group.members.map { InputGroup(name: problem.inputs[$0].name, members: [$0]) } : [group]
    }
  }

  var unitRows: Int { 1 + 2 * movers.count }
  var mostUnits: Int? { 1 }
  var leastUnits: Int { 1 }
  let sampling: Sampling

  private func value(_ input: Int, isHigh: Bool) -> Double {
    let distribution = problem.inputs[input].distribution
    return isHigh ? distribution.quantile(upperTail: tail) : distribution.quantile(at: tail)
  }

  func rows(_ units: Range<Int>) -> Matrix {
    let base = problem.inputs.map(\.base)
    guard !units.isEmpty else { return Matrix(rows: 0, columns: base.count, repeating: 0) }
    let moved = movers.flatMap { group in
      [false, true].map { isHigh in
        var row = base
        for member in group.members { row[member] = value(member, isHigh: isHigh) }
        if let shares = problem.rows.first(where: { $0.members.contains(group.members[0]) }) {
          let input = group.members[0]
          let rest = (1 - row[input]) / (1 - base[input])
          for other in shares.members where other != input { row[other] = base[other] * rest }
        }
        return row
      }
    }
    return Matrix([base] + moved)
  }

  mutating func add(_ kept: [Int], first: Int, inputs: Matrix, outputs: Matrix) {
    if !kept.isEmpty { values = outputs }
  }

  func measures() -> [Measure] {
    guard let values else { return [] }
    return outputs.indices.flatMap { output -> [Measure] in
      let name = outputs[output]
      let base = values[0, output]
      var found = [Measure("base", of: Measure.allName, output: name, Estimate(exact: base))]
      for (g, group) in movers.enumerated() {
        let (low, high) = (values[1 + 2 * g, output], values[2 + 2 * g, output])
        for (kind, value) in [("low", low), ("high", high), ("swing", high - low)] {
          found.append(Measure(kind, of: group.name, output: name, Estimate(exact: value)))
        }
        guard group.members.count == 1 else { continue }
        let input = group.members[0]
        let (width, center) = (
          value(input, isHigh: true) - value(input, isHigh: false), problem.inputs[input].base
        )
        let elasticity = (high - low) / base / (width / center)
        found.append(
          elasticity.isFinite && center != 0
            ? Measure("elasticity", of: group.name, output: name, Estimate(exact: elasticity))
            : Measure(
              "elasticity", of: group.name, output: name, nil,
              note: "not defined: the base of the input or of the output is 0"))
      }
      return found
    }
  }
}
