import Statistics
import TestSupport
import Testing

/// Kernel densities, against R 4.2.2 (bandwidth) and SciPy 1.17.1.
@Suite struct KernelDensityTests {
  private let density = KernelDensity(BootstrapTests.hours)

  @Test func values() {
    expectClose(density.bandwidth, 37.693619019167, relative: 1e-12)
    expectClose(
      [0.0, 50, 100, 400].map(density.density),
      [0.004043120816860046, 0.004691976821300922, 0.004554544423100658, 6.150388450023858e-05],
      relative: 1e-12)
    expectClose(density.cumulative(at: 100), 0.6154801613208818, relative: 1e-12)
  }

  /// It integrates to 1 and spreads as the sample and the kernel together.
  @Test func laws() {
    let points = stride(from: -400.0, through: 900, by: 1)
    expectClose(points.reduce(0) { $0 + density.density(at: $1) }, 1, relative: 1e-9)
    let centre = mean(of: BootstrapTests.hours)
    let spread = points.reduce(0) { $0 + density.density(at: $1) * ($1 - centre) * ($1 - centre) }
    let own = variance(of: BootstrapTests.hours) * 11 / 12
    expectClose(spread, own + density.bandwidth * density.bandwidth, relative: 1e-8)
    // Quartiles that are the same leave the standard deviation.
    let flat = KernelDensity([1, 1, 1, 1, 1, 1, 9])
    #expect(flat.bandwidth > 0)
    #expect(KernelDensity([2, 4], bandwidth: 0.5).bandwidth == 0.5)
  }
}
