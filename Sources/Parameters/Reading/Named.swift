extension Sequence {
  /// The element of a name.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - kind: What the elements are, for the message.
  ///   - place: Where the name stands, for the message.
  ///   - names: What an element is called.
  /// - Throws: `InputError` with the nearest name where no element is called so.
  public func named(
    _ name: String, of kind: String, at place: Place, by names: (Element) -> String
  ) throws -> Element {
    guard let found = first(where: { names($0) == name }) else {
      throw InputError(
        InputFault.unknownName(of: kind, found: name, among: map(names)), at: place)
    }
    return found
  }
}
