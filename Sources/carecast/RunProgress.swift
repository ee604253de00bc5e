import Foundation
import Synchronization

/// A bar with the rate and the time left, for somebody who waits.
final class RunProgress: Sendable {
  private let what: String
  /// When it began, and how much was done by then: what lay there already says nothing of the rate.
  private let start = Mutex<(instant: ContinuousClock.Instant, done: Int)?>(nil)
  private let clock = ContinuousClock()

  /// - Parameter what: What is counted, in words.
  init(_ what: String) { self.what = what }

  /// Says how much is done.
  func report(_ done: Int, of all: Int) {
    let now = clock.now
    let begun = start.withLock { start in
      if start == nil { start = (now, done) }
      return start!
    }
    Progress.count(done, of: all, what + words(done, all, now - begun.instant, begun.done))
  }

  private func words(_ done: Int, _ all: Int, _ spent: Duration, _ before: Int) -> String {
    let seconds = spent.inSeconds
    guard done > before, seconds > 0, done < all else { return "" }
    let rate = Double(done - before) / seconds
    let left = Int((Double(all - done) / rate).rounded(.up))
    let shown =
      rate >= 1 ? "\(Int(rate.rounded())) a second" : "\(Int((60 * rate).rounded())) a minute"
    return ", \(shown), \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
  }
}

extension Duration {
  /// In seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
