import Testing

@testable import Report

/// What gnuplot draws is put right for a page.
@Suite struct SVGDrawingTests {
  private static let drawn = """
    <?xml version="1.0"?>
    <svg viewBox="0 0 440 250"><title>Gnuplot</title>
    <g id="gnuplot_canvas">
    <defs><circle id='gpDot' stroke='currentColor'/></defs>
    <g fill="none" color="white" stroke="rgb(  0, 114, 178)">
    </g>
    <g id="p_1" ><title>Baseline</title>
    <g fill="none" color="black" stroke="black">
    <path stroke='rgb(213,  94,   0)'  d='M1,1 L2,2'/><path stroke='rgb(1, 2, 3)' d='M0,0'/></g>
    </g>
    </g>
    </svg>
    """

  private static let picture = Picture(
    id: "children", title: "Children <in care>", description: "Lines & a band.", unit: "",
    script: PlotScript(keyLines: 0), table: PageTable(caption: "", header: [], rows: []))

  @Test func aPagesOwnColoursAndTitleTakeTheirPlace() throws {
    let text = try SVGDrawing(Self.drawn, of: Self.picture).inline().text
    #expect(text.contains("stroke='var(--vermilion)'"))
    #expect(text.contains("rgb(1, 2, 3)"), "a colour that is none of the page's stays")
    #expect(text.contains("<title id=\"children-title\">Children &lt;in care&gt;</title>"))
    #expect(text.contains("<desc id=\"children-description\">Lines &amp; a band.</desc>"))
    #expect(text.contains("aria-labelledby=\"children-title children-description\""))
    #expect(text.contains("role=\"img\""))
    for left in [
      "Gnuplot", "gpDot", "gnuplot_canvas", "id=\"p_1\"", ">Baseline", "\"black\"",
      "<g fill=\"none\" stroke=\"var(--blue)\">",
    ] {
      #expect(!text.contains(left), "\(left)")
    }
  }

  @Test func aFileHasItsColoursAndWhiteGround() throws {
    let text = try SVGDrawing(Self.drawn, of: Self.picture).file
    #expect(text.contains("rgb(213, 94, 0)") && !text.contains("var("))
    #expect(text.contains("fill=\"#ffffff\""))
    #expect(text.hasPrefix("<?xml") && text.contains("xmlns=\"http://www.w3.org/2000/svg\""))
  }

  /// In single quotes gnuplot reads no command, file or variable.
  @Test func namesCannotBecomeCommands() throws {
    #expect(PlotScript.quoted("it's `date`\n\"$x\"") == "'it''s `date` \"$x\"'")
    guard let gnuplot = ReportSample.gnuplot else { return }
    var script = PlotScript(keyLines: 1)
    let name = script.add(rows: [[1, 2], [2, 3]])
    let words = "a'b `echo run` @x \\n {/Bold b} <c> $y"
    script.plot(["\(name) u 1:2 w lines title \(PlotScript.quoted(words))"])
    let picture = Picture(
      id: "a", title: "A", description: "", unit: "", script: script,
      table: PageTable(caption: "", header: [], rows: []))
    let text = try SVGDrawing(of: picture, by: gnuplot).file
    #expect(
      text.replacing("<tspan>", with: "").replacing("</tspan>", with: "")
        .contains("a'b `echo run` @x \\n {/Bold b} &lt;c&gt; $y"), "\(text)")
  }

  /// Colours of lines and their dashes both tell scenarios apart.
  @Test func stylesDiffer() {
    #expect(Set(LineStyle.all.map(\.colour.light)).count == LineStyle.all.count)
    #expect(Set(LineStyle.all.map(\.dashes)).count == LineStyle.all.count)
    #expect(Set(PictureColour.all.map(\.rgb)).count == PictureColour.all.count)
  }
}
