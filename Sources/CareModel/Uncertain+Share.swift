import Statistics

extension Uncertain {
  /// Its share of a whole in every draw; 0 where there is no whole.
  func share(of whole: Uncertain) -> Uncertain {
    combined(with: whole) { $1 > 0 ? $0 / $1 : 0 }
  }
}
