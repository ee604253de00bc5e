/// Where a child lives relative to the responsible authority and to home.
struct DistanceBand: Sendable {
  /// The category of the parameter `placement.distance-share`.
  let id: String
  /// The item of the filter.
  let label: String
  /// The categories of the series `placement-locality-and-distance` that it adds up.
  let published: [String]

  /// Every distance, those not known last.
  static let all = [
    DistanceBand(
      id: "inside-within-20-miles", label: "Inside the boundary, 20 miles or less",
      published: ["inside-within-20-miles"]),
    DistanceBand(
      id: "outside-within-20-miles", label: "Outside the boundary, 20 miles or less",
      published: ["outside-within-20-miles"]),
    DistanceBand(
      id: "inside-over-20-miles", label: "Inside the boundary, over 20 miles",
      published: ["inside-over-20-miles"]),
    DistanceBand(
      id: "outside-over-20-miles", label: "Outside the boundary, over 20 miles",
      published: ["outside-over-20-miles"]),
    DistanceBand(
      id: "not-known", label: "Distance not known or not recorded",
      published: ["inside-not-known", "outside-not-known"]),
  ]
}
