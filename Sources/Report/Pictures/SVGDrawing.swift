import Foundation

/// A picture as gnuplot draws it in SVG, put right for a page and for a file of its own.
struct SVGDrawing {
  private let picture: Picture
  private let text: String

  /// Draws a picture.
  ///
  /// - Throws: `ReportError.notDrawn`.
  init(of picture: Picture, by gnuplot: Gnuplot) throws {
    let terminal =
      "svg noenhanced size \(PlotScript.width),\(picture.script.height) font 'sans-serif,13'"
    let bytes = try gnuplot.drawn(picture.script.text(terminal: terminal), picture: picture.title)
    try self.init(String(decoding: bytes, as: UTF8.self), of: picture)
  }

  /// Takes what gnuplot has drawn.
  ///
  /// - Throws: `ReportError.notDrawn` where it is not laid out as gnuplot's drawings are.
  init(_ text: String, of picture: Picture) throws {
    guard let start = text.range(of: "<g id=\"gnuplot_canvas\">"),
      let end = text.range(of: "</svg>", options: .backwards), start.upperBound <= end.lowerBound
    else {
      throw ReportError.notDrawn(
        picture: picture.title, reason: "its SVG has no gnuplot_canvas")
    }
    self.picture = picture
    self.text = Self.bare(String(text[start.lowerBound..<end.lowerBound]))
  }

  /// For a page: colours are those of the page's style sheet, and the picture's own title and
  /// description stand for it.
  func inline() -> HTML {
    let (titleID, descriptionID) = ("\(picture.id)-title", "\(picture.id)-description")
    let labels = "\(titleID) \(descriptionID)"
    let box = "0 0 \(PlotScript.width) \(picture.script.height)"
    return """
      <svg viewBox="\(box)" role="img" aria-labelledby="\(labels)">
      <title id="\(titleID)">\(picture.title)</title>
      <desc id="\(descriptionID)">\(picture.description)</desc>
      \(raw: Self.themed(text))</svg>
      """
  }

  /// A file of its own, on white ground.
  var file: String {
    let page: HTML = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(PlotScript.width)" \
      height="\(picture.script.height)" viewBox="0 0 \(PlotScript.width) \(picture.script.height)" \
      role="img" font-family="sans-serif">
      <title>\(picture.title)</title>
      <desc>\(picture.description)</desc>
      <rect width="100%" height="100%" fill="#ffffff"/>
      \(raw: text)</svg>

      """
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + page.text
  }

  /// The drawing without what a page gives it: names, titles, marks that are not used, a type face,
  /// groups with nothing in them.
  private static func bare(_ text: String) -> String {
    var text = text
    if let start = text.range(of: "<defs>"), let end = text.range(of: "</defs>") {
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
    return
      text
      .replacing(#/<title>[^<]*</title>/#, with: "")
      .replacing(#/ (id|font-family|color)="[^"]*"/#, with: "")
      .replacing(#/"black"/#, with: "\"currentColor\"")
      .replacing(#/<g [^>]*>\s*</g>/#, with: "")
      .replacing(#/\s*\n\s*/#, with: "\n")
      .replacing(#/ {2,}/#, with: " ")
  }

  /// The drawing with names of the style sheet for its colours.
  static func themed(_ text: String) -> String {
    text.replacing(#/rgb\( *([0-9]+), *([0-9]+), *([0-9]+)\)/#) { match in
      let found = [match.1, match.2, match.3].compactMap { Int($0) }
      let colour = PictureColour.all.first { $0.rgb == found }
      return colour.map { "var(--\($0.name))" } ?? String(match.0)
    }
  }
}
