public import Parameters

extension Area {
  /// The columns that every data file has for the place, in order.
  public static let columns = ColumnDescription.place.map(\.name)

  /// The cells of `Area.columns` for this place; blank where a column does not apply.
  public var cells: [String] {
    let isAuthority = level == .localAuthority
    return [
      level.rawValue, Area.england.code, Area.england.name, region?.code ?? "",
      region?.name ?? "", oldCode ?? "", isAuthority ? code : "", isAuthority ? name : "",
    ]
  }
}
