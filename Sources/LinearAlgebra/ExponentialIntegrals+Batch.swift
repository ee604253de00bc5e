extension ExponentialIntegrals {
  /// The three matrices of many generators of one order over one period, eight generators side by
  /// side in the lanes of the processor's vectors.
  ///
  /// Law: the bits are those of ``init(generator:period:)`` for each generator alone. What another
  /// lane needs is added here as a product with 0, which changes no sum of non-negative numbers.
  ///
  /// - Parameters:
  ///   - generators: Any number, all n × n, each as for one.
  ///   - h: ≥ 0, finite.
  /// - Returns: One for each generator, in order.
  public static func batch(generators: [Matrix], period h: Double) -> [ExponentialIntegrals] {
    let scaled = generators.map { ScaledGenerator($0, period: h) }
    for generator in generators {
      precondition(
        generator.rows == generators[0].rows,
        "generators of order \(generators[0].rows) and \(generator.rows) in one batch")
    }
    var results = [ExponentialIntegrals?](repeating: nil, count: generators.count)
    // Lanes must double equally often.
    let groups = Dictionary(grouping: generators.indices) { scaled[$0].doublings }
    for (doublings, members) in groups {
      for start in stride(from: 0, to: members.count, by: 8) {
        let lanes = members[start..<min(start + 8, members.count)]
        let matrices = Lanes(lanes.map { scaled[$0] }).integrals(doublings: doublings)
        for (lane, member) in lanes.enumerated() {
          results[member] = ExponentialIntegrals(
            period: h, transition: matrices.p.matrix(lane), integral: matrices.phi.matrix(lane),
            doubleIntegral: matrices.psi.matrix(lane))
        }
      }
    }
    return results.map { $0! }
  }
}

/// Up to eight scaled generators, one a lane; lanes left over repeat the first.
private struct Lanes {
  let a: LaneMatrix
  let time: SIMD8<Double>
  let series: [ExponentialSeries.Coefficients]

  init(_ scaled: [ScaledGenerator]) {
    let filled = (0..<8).map { scaled[$0 < scaled.count ? $0 : 0] }
    a = LaneMatrix(filled.map { $0.time * $0.matrix })
    time = SIMD8(filled.map(\.time))
    series = ExponentialSeries.coefficients(
      of: SIMD8(filled.map { $0.shift * $0.time }))
  }

  /// The steps of ``ExponentialIntegrals/init(generator:period:)``, one for one.
  func integrals(doublings: Int) -> (p: LaneMatrix, phi: LaneMatrix, psi: LaneMatrix) {
    var p = LaneMatrix(order: a.order, diagonal: series[0].transition)
    var phi = LaneMatrix(order: a.order, diagonal: series[0].integral)
    var psi = LaneMatrix(order: a.order, diagonal: series[0].doubleIntegral)
    var power = a
    for m in 1...ExponentialSeries.degree {
      if m > 1 { power = a.product(power) }
      p.add(power, times: series[m].transition)
      phi.add(power, times: series[m].integral)
      psi.add(power, times: series[m].doubleIntegral)
    }
    var t = time
    phi = phi.scaled(by: t)
    psi = psi.scaled(by: t * t)
    for _ in 0..<doublings {
      let half = psi
      psi.add(phi, times: t)
      psi.addProduct(p, half)
      phi.addProduct(p, phi)
      p = p.product(p)
      t *= 2
    }
    return (p, phi, psi)
  }
}
