import Foundation
import Statistics
import Parameters
import Testing

@testable import Calibration

/// Fits as they are kept.
@Suite struct FitRecordTests {
  private static let records = [
    FitRecord(path: "exits.trend", prior: 0, value: -0.0123456789012345, shareOfPrior: 0.499),
    FitRecord(path: "moves.leaving.own-foster", prior: 1, value: 1.5e-7, shareOfPrior: 0.5),
    FitRecord(path: "entries.repeat", prior: 0.014, value: 1 / 3, shareOfPrior: 1),
  ]

  private func read(_ text: String) throws -> [FitRecord] {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".csv")
    try text.write(to: url, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: url) }
    return try FitRecord.read(url, as: "fit.csv")
  }

  @Test func whatIsWrittenIsRead() throws {
    #expect(try read(FitRecord.text(of: Self.records)) == Self.records)
    #expect(try read(FitRecord.text(of: [])).isEmpty)
  }

  @Test func aRecordIsALine() {
    let lines = FitRecord.text(of: Self.records).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "parameter,prior,value,share_of_prior,set_by")
    #expect(lines[1] == "exits.trend,0,-0.0123456789012345,0.499,data")
    #expect(lines[3].hasSuffix(",1,prior"))
  }

  /// Shares are kept to three decimals.
  @Test func sharesAreRounded() throws {
    var record = Self.records[0]
    record.shareOfPrior = 0.123456
    let kept = try read(FitRecord.text(of: [record]))
    #expect(kept.map(\.shareOfPrior) == [0.123] && kept[0].value == record.value)
  }

  /// Half of the prior's deviation left is where the data stop deciding.
  @Test func dataDecideBelowAHalf() {
    #expect(Self.records.map(\.setBy) == [.data, .prior, .prior])
  }

  @Test func aWrongHeaderIsAFault() throws {
    let error = try #require(throws: InputError.self) {
      try read("parameter,prior,value\nexits.trend,0,0.1\n")
    }
    #expect(error.faults.map(\.place) == [Place(file: "fit.csv", line: 1)])
    guard case .wrongHeader(let found, _)? = error.faults[0].kind as? InputFault else {
      Issue.record("\(error)")
      return
    }
    #expect(found == ["parameter", "prior", "value"])
  }

  /// All faults of the file are reported together, with their lines.
  @Test func whatIsNotANumberIsAFault() throws {
    let lines = FitRecord.text(of: Self.records).split(separator: "\n").map(String.init)
    let error = try #require(throws: InputError.self) {
      try read(
        [
          lines[0], "exits.trend,0,about 0.1,0.4,data", lines[2], "entries.repeat,0,nan,0.4,data",
        ].joined(separator: "\n") + "\n")
    }
    #expect(error.faults.map(\.place.line) == [2, 4])
    for (fault, id) in zip(error.faults, ["exits.trend", "entries.repeat"]) {
      guard case .notANumber(id, _)? = fault.kind as? InputFault else {
        Issue.record("\(fault)")
        continue
      }
    }
  }

  /// Records of an older fit lack parameters of a newer one.
  @Test func aMissingParameterIsAnErrorThatNamesIt() throws {
    let calibration = try CalibrationSample.calibration
    let error = try #require(throws: InputError.self) {
      try calibration.comparisons(of: Self.records)
    }
    #expect(error.description.contains(calibration.model.parameters[0].path), "\(error)")
  }

  /// Records of the prior medians give the state of the prior medians.
  @Test func aStateIsReadFromItsRecords() throws {
    let calibration = try CalibrationSample.calibration
    let records = calibration.model.parameters.map {
      FitRecord(path: $0.path, prior: $0.prior, value: $0.value(at: 0), shareOfPrior: 1)
    }
    let state = try calibration.state(of: records)
    let prior = try CalibrationSample.prior
    #expect(
      state.rates(in: 2024, asylumEntries: 1) == prior.rates(in: 2024, asylumEntries: 1))
    #expect(state.openingSeventeen == prior.openingSeventeen)
  }

  /// Shares outside 0 to 1, a decider that the share denies, and a parameter given twice.
  @Test func whatContradictsItselfIsAFault() throws {
    let error = try #require(throws: InputError.self) {
      try read(
        """
        parameter,prior,value,share_of_prior,set_by
        exits.trend,0,0.1,1.2,prior
        moves.trend,0,0.1,0.4,prior
        entries.repeat,0,0.1,0.4,data
        entries.repeat,0,0.2,0.4,data

        """)
    }
    #expect(error.faults.map(\.place.line) == [2, 3, 5])
    let kinds = error.faults.map { $0.kind as? InputFault }
    #expect(
      kinds[0] == .outOfRange(of: "share_of_prior of exits.trend", value: 1.2, allowed: 0...1))
    #expect(
      kinds[1] == .unknownName(of: "set_by at a share of 0.4", found: "prior", among: ["data"]))
    #expect(kinds[2] == .duplicateRow(row: "entries.repeat", first: 4))
  }
}
