import CXlsxwriter
import Foundation

/// A workbook, written by libxlsxwriter. The same sheets and charts give the same bytes.
struct Workbook: Sendable {
  /// Its title, for programs that read it aloud.
  let title: String
  /// The sheets in order; every chart is put after the sheet it is drawn from.
  let sheets: [WorkbookSheet]
  /// The charts.
  let charts: [WorkbookChart]

  /// Writes the workbook to a file of its own and reads it back.
  ///
  /// - Throws: `TableError.notWritten`.
  func bytes() throws(TableError) -> [UInt8] {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("carecast-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: url) }
    guard let book = workbook_new(url.path) else {
      throw .notWritten(path: url.path, reason: "libxlsxwriter cannot begin a workbook")
    }
    write(to: book)
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else {
      throw .notWritten(path: url.path, reason: String(cString: lxw_strerror(error)))
    }
    do {
      return [UInt8](try Data(contentsOf: url))
    } catch {
      throw .notWritten(path: url.path, reason: error.localizedDescription)
    }
  }

  private func write(to book: UnsafeMutablePointer<lxw_workbook>) {
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      // The day on which the data end, so that the bytes do not depend on the clock.
      properties.created = 1_711_843_200
      workbook_set_properties(book, &properties)
    }
    var formats = WorkbookFormats(in: book)
    for (number, sheet) in sheets.enumerated() {
      sheet.write(to: workbook_add_worksheet(book, sheet.name), &formats, table: number + 1)
      for chart in charts where chart.data.name == sheet.name { chart.write(to: book) }
    }
  }
}

/// The formats of a workbook's cells, each made once.
struct WorkbookFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  /// Of titles.
  let title: UnsafeMutablePointer<lxw_format>
  /// Of headings.
  let heading: UnsafeMutablePointer<lxw_format>
  /// Of text in tables.
  let text: UnsafeMutablePointer<lxw_format>
  /// Of markers, which stand where numbers would.
  let marker: UnsafeMutablePointer<lxw_format>
  private var numbers: [String: UnsafeMutablePointer<lxw_format>] = [:]

  /// The formats of a workbook.
  init(in book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    title = workbook_add_format(book)
    format_set_bold(title)
    format_set_font_size(title, 14)
    heading = workbook_add_format(book)
    format_set_bold(heading)
    format_set_text_wrap(heading)
    format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    text = workbook_add_format(book)
    format_set_text_wrap(text)
    format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    marker = workbook_add_format(book)
    format_set_align(marker, UInt8(LXW_ALIGN_RIGHT.rawValue))
  }

  /// The format of numbers with some decimals.
  mutating func number(decimals: Int) -> UnsafeMutablePointer<lxw_format> {
    number(decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals))
  }

  /// The format of a year.
  mutating func year() -> UnsafeMutablePointer<lxw_format> { number("0") }

  private mutating func number(_ pattern: String) -> UnsafeMutablePointer<lxw_format> {
    if let known = numbers[pattern] { return known }
    let format = workbook_add_format(book)!
    format_set_num_format(format, pattern)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    numbers[pattern] = format
    return format
  }
}
