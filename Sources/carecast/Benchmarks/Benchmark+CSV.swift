import Foundation
import Parameters
import Tables

extension Benchmark {
  /// Writing and reading of CSV files; the bounds are those of writing and reading as many bytes.
  static let csv = Benchmark(
    id: "csv", sentence: "writing rows of five cells to a CSV file, and reading them back"
  ) { options in
    let file = options.output ?? temporaryPath()
    let copy = file + ".copy"
    defer {
      remove(copy)
      if options.output == nil { remove(file) }
    }
    let rows = SampleRows(count: options.rows)
    let measured = { (name: String, work: () throws -> Void) in
      try Measurement(
        name, amount: rows.count, unit: "rows/s", repetitions: options.repetitions, work)
    }
    var size = 0
    var written = try measured("csv.write") {
      size = try rows.write(to: file, threads: options.threads)
    }
    var read = try measured("csv.read") {
      let columns = try SampleRows.columns(of: file)
      precondition(columns.rowCount == rows.count, "\(columns.rowCount) of \(rows.count) rows read")
    }
    written.bound = try measured("bytes.write") { try writeBytes(size, to: copy) }.rate
    read.bound = try measured("bytes.read") {
      _ = try Data(contentsOf: URL(fileURLWithPath: file))
    }.rate
    return [written, read]
  }

  private static func temporaryPath() -> String {
    FileManager.default.temporaryDirectory
      .appendingPathComponent("carecast-bench-\(UUID().uuidString).csv").path
  }

  private static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes bytes without making them, a part after another.
  private static func writeBytes(_ size: Int, to path: String) throws {
    remove(path)
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    let part = Data(repeating: UInt8(ascii: "0"), count: 400_000)
    for start in stride(from: 0, to: size, by: part.count) {
      try file.write(contentsOf: part.prefix(size - start))
    }
    try file.close()
  }
}
