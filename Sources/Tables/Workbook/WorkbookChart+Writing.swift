import CXlsxwriter

extension WorkbookChart {
  /// Writes the chart on a sheet of its own.
  func write(to book: UnsafeMutablePointer<lxw_workbook>) {
    let chart = workbook_add_chart(book, type)
    for (place, series) in series.enumerated() { add(series, place, to: chart) }
    chart_title_set_name(chart, title)
    if let axis = chart_axis_get(chart, LXW_CHART_AXIS_TYPE_X) {
      chart_axis_set_name(axis, data.columns[0].heading)
    }
    if let axis = chart_axis_get(chart, LXW_CHART_AXIS_TYPE_Y) {
      chart_axis_set_name(axis, valueLabel)
      if kind != .parts { chart_axis_set_num_format(axis, "#,##0") }
    }
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    chartsheet_set_chart(workbook_add_chartsheet(book, name), chart)
  }

  private var type: UInt8 {
    switch kind {
    case .lines: UInt8(LXW_CHART_LINE.rawValue)
    case .parts: UInt8(LXW_CHART_COLUMN_STACKED_PERCENT.rawValue)
    }
  }

  private func add(_ series: Series, _ place: Int, to chart: UnsafeMutablePointer<lxw_chart>?) {
    let (first, last) = (data.headingRow + 1, data.headingRow + data.rows.count)
    let column = lxw_col_t(series.column)
    let drawn = chart_add_series(chart, nil, nil)
    chart_series_set_categories(
      drawn, data.name, lxw_row_t(first), 0, lxw_row_t(last), 0)
    chart_series_set_values(
      drawn, data.name, lxw_row_t(first), column, lxw_row_t(last), column)
    chart_series_set_name_range(drawn, data.name, lxw_row_t(data.headingRow), column)
    guard kind != .parts else { return }
    var line = lxw_chart_line()
    line.color = Self.colours[drawnBefore(place) % Self.colours.count]
    line.width = series.isBound ? 1 : 2.25
    line.dash_type = UInt8(
      (series.isBound ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID).rawValue)
    chart_series_set_line(drawn, &line)
    let marker =
      series.isBound
      ? LXW_CHART_MARKER_NONE : Self.markers[drawnBefore(place) % Self.markers.count]
    chart_series_set_marker_type(drawn, UInt8(marker.rawValue))
  }

  /// How many series that are no ends of intervals come before the one that a series belongs to.
  private func drawnBefore(_ place: Int) -> Int {
    max(0, series[...place].count { !$0.isBound } - 1)
  }

  /// Apart in hue and in lightness, also for readers who see no red or green.
  private static let colours: [lxw_color_t] = [
    0x12436D, 0xA285D1, 0x28A197, 0xF46A25, 0x3D3D3D, 0x801650,
  ]
  private static let markers = [
    LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_DIAMOND,
    LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_X, LXW_CHART_MARKER_PLUS,
  ]
}
