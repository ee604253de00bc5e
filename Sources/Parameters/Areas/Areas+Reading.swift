extension Areas {
  /// Reads the record; `nil` after reporting at least one fault.
  init?(_ root: YAMLValue) {
    guard let record = root.record("the areas") else { return nil }
    let notes = record.text("notes")
    let country = record.record("country").flatMap { AreaRecord($0, regions: nil) }
    let regions = record.list("regions")?.compactMap { AreaRecord($0, regions: nil) }
    let places = Dictionary(
      (regions ?? []).map { ($0.code, Area.Region(code: $0.code, name: $0.name)) }
    ) { first, _ in first }
    func records(_ key: String) -> [AreaRecord]? {
      record.list(key)?.compactMap { AreaRecord($0, regions: places) }
    }
    let (parts, authorities, changes) = (
      records("parts"), records("authorities"), records("changes")
    )
    record.finish()
    guard let notes, let country, let regions, let parts, let authorities, let changes else {
      return nil
    }
    if country.code != Area.england.code {
      record.report(
        InputFault.unknownName(of: "country", found: country.code, among: [Area.england.code]))
    }
    let today =
      [(country, Area.england)] + regions.map { ($0, Area.region($0.place)) }
      + authorities.map { ($0, $0.authority) }
    Self.reportRepeated(today.map(\.0) + parts)
    let codes = authorities.map(\.code)
    for change in changes {
      for code in change.now where !codes.contains(code) {
        change.record.report(
          InputFault.unknownName(of: "authority", found: code, among: codes), at: "now")
      }
    }
    let former = changes.compactMap { change in
      change.changed.map { AreaChange(area: change.authority, now: change.now, changed: $0) }
    }
    self.init(
      notes: notes, regions: regions.map { .region($0.place) }, parts: parts.map(\.place),
      authorities: authorities.map(\.authority), changes: former,
      names: today.flatMap { record, area in record.names.map { ($0, .area(area)) } }
        + zip(changes, former).flatMap { record, change in
          record.names.map { ($0, .change(change)) }
        })
  }

  /// Reports every name, code or number that stands for a second area.
  private static func reportRepeated(_ records: [AreaRecord]) {
    var first: [String: Place] = [:]
    for record in records {
      for name in Set(record.names.map(key)).sorted() {
        if let place = first.updateValue(record.record.place, forKey: name) {
          record.record.report(InputFault.duplicateIdentifier(name, first: place))
        }
      }
    }
  }
}

/// One line of the file.
private struct AreaRecord {
  let record: YAMLRecord
  let code: String
  let number: Int
  let name: String
  let also: [String]
  /// The region it lies in; `nil` for a region or the country.
  let region: Area.Region?
  /// Codes of a changed authority's successors; otherwise none.
  let now: [String]
  let changed: Day?

  /// - Parameter regions: The regions that it may lie in; `nil` if it lies in none.
  init?(_ value: YAMLValue, regions: [String: Area.Region]?) {
    guard let record = value.record() else { return nil }
    self.init(record, regions: regions)
  }

  init?(_ record: YAMLRecord, regions: [String: Area.Region]?) {
    let code = record.text("code")
    let number = record.integer("number")
    let name = record.text("name")
    let also = record.texts("also", required: false)
    let region = regions.flatMap { record.choice("region", among: $0.keys.sorted()) }
    let isChange = record.has("changed") || record.has("now")
    let now = isChange ? record.texts("now") : nil
    let changed = isChange ? record.day("changed") : nil
    record.finish()
    guard let code, let number, let name, regions == nil || region != nil,
      !isChange || (now != nil && changed != nil)
    else { return nil }
    self.record = record
    self.code = code
    self.number = number
    self.name = name
    self.also = also ?? []
    self.region = region.flatMap { regions?[$0] }
    self.now = now ?? []
    self.changed = changed
  }

  /// The country, a region or part of one as a place.
  var place: Area.Region { Area.Region(code: code, name: name) }

  /// An authority as a place.
  var authority: Area {
    .localAuthority(code: code, oldCode: String(number), name: name, in: region!)
  }

  /// Everything that it is called.
  var names: [String] { [name, code, String(number)] + also }
}
