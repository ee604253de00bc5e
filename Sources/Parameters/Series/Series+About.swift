extension Series {
  /// What `about.yaml` says.
  struct About {
    let id: String
    let label: String
    let unit: MeasurementUnit
    let time: Time
    let dimensions: [Dimension]
    let rounding: Double
    let prices: PriceBasis?
    let notes: String
    let digest: String
    let digestPlace: Place
  }
}

extension Series.About {
  /// Reads the record; `nil` after reporting at least one fault.
  ///
  /// - Parameter folder: The name of the folder, which the id must equal.
  init?(_ root: YAMLValue, folder: String) {
    guard let record = root.record("the series") else { return nil }
    let id = record.identifier("id")
    let label = record.text("label")
    let unit = record.unit()
    let time = record.choice("time", of: Series.Time.self)
    let dimensions = Series.About.dimensions(record)
    let rounding = record.number("rounding")
    let prices = record.prices(for: unit)
    let digestValue = record.value("digest")
    let digest = digestValue?.text()
    let notes = record.text("notes")
    record.finish()
    if let id, id != folder {
      record.report(InputFault.wrongFolder(id: id, folder: folder), at: "id")
    }
    if let rounding, rounding < 0 {
      record.report(
        InputFault.wrongType(
          of: "rounding", expected: "0 or more", found: shortestText(rounding)),
        at: "rounding")
    }
    guard let id, let label, let unit, let time, let dimensions, let rounding, let digestValue,
      let digest, let notes
    else { return nil }
    self.init(
      id: id, label: label, unit: unit, time: time, dimensions: dimensions, rounding: rounding,
      prices: prices, notes: notes, digest: digest, digestPlace: digestValue.place)
  }

  private static func dimensions(_ record: YAMLRecord) -> [Series.Dimension]? {
    guard let names = record.value("dimensions")?.texts() else {
      _ = record.value("categories", required: false)
      return nil
    }
    guard let lists = record.value("categories", required: !names.isEmpty)?.record() else {
      return names.isEmpty ? [] : nil
    }
    let dimensions = names.compactMap { name -> Series.Dimension? in
      guard let value = lists.value(name), let categories = value.texts() else { return nil }
      for (index, category) in categories.enumerated() where categories[..<index].contains(category)
      {
        value.report(InputFault.duplicateKey(category))
      }
      return Series.Dimension(name: name, categories: categories)
    }
    lists.finish()
    return dimensions.count == names.count ? dimensions : nil
  }
}

extension YAMLRecord {
  /// The key `prices`, which every unit of money needs and no other unit may have.
  ///
  /// - Parameter unit: The unit read from the same record; `nil` if that failed.
  public func prices(for unit: MeasurementUnit?) -> PriceBasis? {
    guard let value = value("prices", required: false) else {
      if let unit, unit.isMoney { report(InputFault.missingPrices(unit: unit.id), at: "unit") }
      return nil
    }
    if let unit, !unit.isMoney { value.report(InputFault.pricesWithoutMoney(unit: unit.id)) }
    guard let text = value.text() else { return nil }
    guard let prices = PriceBasis(text) else {
      value.report(
        InputFault.unknownName(
          of: "price basis", found: text, among: ["cash", "not-stated", "2024-25"]))
      return nil
    }
    return prices
  }
}
