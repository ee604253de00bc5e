/// Who runs a placement, as far as it is published.
struct ProviderGroup: Sendable {
  /// The category of the parameter `placement.provider-share`.
  let id: String
  /// The item of the filter.
  let label: String

  /// Every group, those not known last.
  static let all = [
    ProviderGroup(id: "own", label: "Own provision of the council"),
    ProviderGroup(id: "other-public", label: "Other council or public body"),
    ProviderGroup(id: "private-or-voluntary", label: "Private or voluntary"),
    ProviderGroup(id: "parents", label: "Parents"),
    ProviderGroup(id: "not-known", label: "Not known"),
  ]
}
