import CXlsxwriter

extension WorkbookSheet {
  /// Writes the sheet.
  ///
  /// - Parameters:
  ///   - sheet: An empty one.
  ///   - formats: Of the workbook.
  ///   - number: Its number, which names the table.
  func write(
    to sheet: UnsafeMutablePointer<lxw_worksheet>?, _ formats: inout WorkbookFormats,
    table number: Int
  ) {
    for (column, heading) in columns.enumerated() {
      let place = lxw_col_t(column)
      worksheet_set_column(sheet, place, place, heading.width, nil)
    }
    worksheet_write_string(sheet, 0, 0, title, formats.title)
    for (row, line) in lines.enumerated() {
      worksheet_write_string(sheet, lxw_row_t(row + 1), 0, line, nil)
    }
    markUp(sheet, number, formats)
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        write(
          cell, to: sheet, lxw_row_t(headingRow + 1 + row), lxw_col_t(column), &formats)
      }
    }
  }

  private func write(
    _ cell: Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: lxw_row_t,
    _ column: lxw_col_t, _ formats: inout WorkbookFormats
  ) {
    switch cell {
    case .text(let text):
      let isMarker = text.hasPrefix("[") && text.hasSuffix("]")
      worksheet_write_string(sheet, row, column, text, isMarker ? formats.marker : formats.text)
    case .number(let value, let decimals):
      worksheet_write_number(sheet, row, column, value, formats.number(decimals: decimals))
    case .year(let year):
      worksheet_write_number(sheet, row, column, Double(year), formats.year())
    case .link(let text, let target):
      worksheet_write_url_opt(sheet, row, column, "internal:'\(target)'!A1", nil, text, nil)
    }
  }

  /// Marks the table up, so that screen readers say its headings.
  private func markUp(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ number: Int, _ formats: WorkbookFormats
  ) {
    let name = Array("table_\(number)".utf8CString)
    let headings = columns.map { Array($0.heading.utf8CString) }
    withPointers(to: [name] + headings) { texts in
      var columns = texts.dropFirst().map { text in
        var column = lxw_table_column()
        column.header = text
        column.header_format = formats.heading
        return column
      }
      columns.withUnsafeMutableBufferPointer { columns in
        let addresses = columns.indices.map { columns.baseAddress! + $0 }
        var ended = addresses.map(Optional.some) + [nil]
        ended.withUnsafeMutableBufferPointer { ended in
          var options = lxw_table_options()
          options.name = texts[0]
          options.no_autofilter = UInt8(LXW_TRUE.rawValue)
          options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
          options.style_type_number = 1
          options.columns = ended.baseAddress
          worksheet_add_table(
            sheet, lxw_row_t(headingRow), 0, lxw_row_t(headingRow + max(rows.count, 1)),
            lxw_col_t(columns.count - 1), &options)
        }
      }
    }
  }
}

/// Runs a body with the addresses of some C strings.
private func withPointers(
  to strings: [[CChar]], _ body: ([UnsafeMutablePointer<CChar>]) -> Void
) {
  var flat = strings.flatMap { $0 }
  let starts = strings.reduce(into: [0]) { $0.append($0.last! + $1.count) }.dropLast()
  flat.withUnsafeMutableBufferPointer { flat in
    body(starts.map { flat.baseAddress! + $0 })
  }
}
