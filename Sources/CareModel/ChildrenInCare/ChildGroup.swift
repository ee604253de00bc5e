/// The two streams of children that the model keeps apart: asylum-seeking children follow arrivals
/// and the transfer scheme, not the population.
public enum ChildGroup: String, CaseIterable, Sendable {
  case otherChildren = "other-children"
  case asylumSeeking = "asylum-seeking"
}

/// Whether a child was in care on the last 1 April or has entered since.
public enum InCareSince: Int, CaseIterable, Sendable {
  case firstOfApril = 0
  case enteredSince = 1
}
