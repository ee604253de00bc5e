import Foundation
import Testing

@Suite("carecast project --areas")
struct ProjectAreasTests {
  /// The rows of a CSV file without quoted cells that hold commas in the columns asked for.
  private static func rows(_ url: URL) throws -> [[String: String]] {
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let header = lines[0].split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      var cells: [String] = []
      var cell = ""
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted:
          cells.append(cell)
          cell = ""
        default: cell.append(character)
        }
      }
      return Dictionary(uniqueKeysWithValues: zip(header, cells + [cell]))
    }
  }

  /// In the files themselves, councils add up to regions and regions to England.
  @Test func everyAreaIsWrittenAndTheyAddUp() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      let command = try Command(
        "project", "--scenario", "baseline", "--years", "1", "--areas", "all", "--output",
        run.path)
      #expect(command.status == 0, Comment(rawValue: command.errors))
      #expect(command.errors.contains("authority's published"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["run"])
      for (file, column) in [
        ("cs_children_looked_after", "children_count"), ("cs_spending", "expenditure_sum"),
      ] {
        let rows = try Self.rows(run.appendingPathComponent("ees/\(file).csv"))
        #expect(Set(rows.map { $0["la_name"]! }).count == 154)
        var sums: [String: [String: Double]] = [:]
        for row in rows {
          let key =
            row.filter {
              ![
                "geographic_level", "region_code", "region_name", "old_la_code", "new_la_code",
                "la_name", "area_basis",
              ].contains($0.key) && Double($0.value) == nil
            }.sorted { $0.key < $1.key }.map(\.value).joined(separator: "|") + row["time_period"]!
          guard let number = Double(row[column]!) else { continue }
          let level = row["geographic_level"]!
          sums[key, default: [:]][level, default: 0] += number
        }
        #expect(sums.count > 10)
        for (key, byLevel) in sums {
          let england = byLevel["National"]!
          for level in ["Regional", "Local authority"] {
            #expect(abs(byLevel[level]! - england) < 1e-3, "\(file), \(key), \(level)")
          }
        }
      }
      let check = try Command("check", "exports", run.path)
      #expect(check.status == 0 && check.output.contains("FAIL 0"), "\(check.output.suffix(500))")
    }
  }

  @Test func aRunOfSomeAreasIsReproduced() throws {
    try withScratchFolder { scratch in
      let run = scratch.appendingPathComponent("run")
      let made = try Command(
        "project", "--scenario", "baseline", "--years", "2", "--areas", "hull", "886", "London",
        "--format", "wide", "tidy", "--output", run.path)
      #expect(made.status == 0, Comment(rawValue: made.errors))
      let names = try Self.rows(run.appendingPathComponent("ees/cs_entries.csv"))
      #expect(
        Set(names.map { $0["region_name"]! + "/" + $0["la_name"]! }) == [
          "London/", "Yorkshire and The Humber/Kingston upon Hull, City of", "South East/Kent",
        ])
      let same = try Command("reproduce", run.path)
      #expect(same.status == 0, Comment(rawValue: same.errors))
    }
  }

  @Test func wrongAreasAreNamed() throws {
    let unknown = try Command("project", "--areas", "Knet", "--output", "/tmp/never")
    #expect(unknown.status == 65 && unknown.errors.contains("Kent"))
    let divided = try Command("project", "--areas", "Cumbria", "--output", "/tmp/never")
    #expect(divided.status == 65 && divided.errors.contains("Cumberland"))
  }

  /// Intervals of areas: the same for any number of threads, about the numbers of the run without
  /// draws, and of England those of a run of England alone.
  @Test func areasHaveIntervals() throws {
    try withScratchFolder { scratch in
      let areas = ["England", "regions", "Kent", "Rutland"]
      func run(_ name: String, _ options: [String]) throws -> [[String: String]] {
        let run = scratch.appendingPathComponent(name)
        let command = try Command(
          ["project", "--scenario", "baseline", "--years", "2", "--output", run.path] + options)
        #expect(command.status == 0, Comment(rawValue: command.errors))
        return try Self.rows(run.appendingPathComponent("ees/cs_children_looked_after.csv"))
      }
      func names(_ row: [String: String]) -> [String] {
        [
          row["region_name"]!, row["la_name"]!, row["time_period"]!, row["placement"]!,
          row["age_group"]!,
        ]
      }
      let drawn = ["--draws", "100", "--areas"] + areas
      let one = try run("one", drawn + ["--threads", "1"])
      for threads in ["2", "3", "8"] {
        #expect(try run(threads, drawn + ["--threads", threads]) == one)
      }
      let central = try run("central", ["--areas"] + areas)
      #expect(one.map { $0["children_count"] } == central.map { $0["children_count"] })
      let alone = try run("alone", ["--draws", "100"])
      let ends = ["children_count_lower_ci", "children_count_upper_ci"]
      for (here, there) in zip(one.filter { $0["geographic_level"] == "National" }, alone) {
        #expect(names(here) == names(there))
        for end in ends {
          guard let wide = Double(here[end]!), let narrow = Double(there[end]!) else {
            #expect(here[end] == there[end])
            continue
          }
          #expect(abs(wide - narrow) <= 0.0501)
        }
      }
      // The smaller an area the more its own ways and chance tell.
      func width(_ row: [String: String]) -> Double {
        (Double(row[ends[1]]!)! - Double(row[ends[0]]!)!) / Double(row["children_count"]!)!
      }
      let totals = one.filter {
        $0["time_period"] == "2026" && $0["estimate_type"] == "Projection"
          && $0["placement"] == "Total" && $0["age_group"] == "Total"
      }
      #expect(totals.count == 12)
      let england = width(totals[0])
      for row in totals.dropFirst() where row["la_name"]!.isEmpty {
        #expect((0.5...2).contains(width(row) / england), "\(names(row))")
      }
      func council(_ name: String) -> Double { width(totals.first { $0["la_name"] == name }!) }
      #expect(england < 0.8 * council("Kent") && council("Kent") < council("Rutland"))
    }
  }

  @Test(arguments: [
    ["--areas", "all"], ["--areas", "Kent", "--draws", "10", "--output", "never"],
  ])
  func whatCannotGoTogetherIsNoCommand(arguments: [String]) throws {
    let command = try Command(["project"] + arguments)
    #expect(command.status == 64, Comment(rawValue: command.errors))
  }

  @Test func anAreaIsShownByAnyOfItsNames() throws {
    let card = try Command("show", "area", "poole")
    #expect(card.status == 0 && card.output.contains("E06000058"))
    #expect(card.output.contains("changed on 2019-04-01"))
    let list = try Command("list", "areas")
    #expect(list.output.contains("E09000001") && list.output.contains("Local authority"))
  }
}
