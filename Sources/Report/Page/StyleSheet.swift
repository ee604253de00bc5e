/// How a page looks: on light and dark ground, on a telephone, on two sheets of A4.
enum StyleSheet {
  /// The rules.
  static let text =
    colours(\.light, ground: "#ffffff", panel: "#f4f6f8", soft: "#505a64", line: "#ccd3da") + """
      @media (prefers-color-scheme: dark) {

      """
    + colours(\.dark, ground: "#12161b", panel: "#1b2129", soft: "#a9b3bd", line: "#3a434d") + """
      }
      * { box-sizing: border-box; }
      body { margin: 0 auto; padding: 1rem; max-width: 68rem; background: var(--ground); color: var(--ink);
        font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
      h1 { font-size: 1.6rem; line-height: 1.2; margin: 0.5rem 0; }
      h2 { font-size: 1.25rem; line-height: 1.25; margin: 2rem 0 0.5rem; border-bottom: 2px solid var(--line); }
      h3 { font-size: 1rem; line-height: 1.3; margin: 0 0 0.5rem; }
      p, dl, ul { margin: 0.5rem 0; max-width: 50rem; }
      dt { font-weight: 600; }
      dd { margin: 0 0 0.4rem; }
      small, caption { color: var(--soft); font-size: 0.85rem; }
      code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.85em; overflow-wrap: anywhere; }
      pre { background: var(--panel); padding: 0.6rem 0.8rem; white-space: pre-wrap; }
      .skip { position: absolute; left: -999rem; background: var(--ground); color: var(--ink); padding: 0.5rem; }
      .skip:focus { left: 0.5rem; top: 0.5rem; }
      :focus-visible { outline: 3px solid var(--orange); outline-offset: 2px; }
      main:focus { outline: none; }
      .cards, .pictures { display: grid; gap: 1rem; align-items: start; }
      .cards { grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); }
      .pictures { grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
      .card { background: var(--panel); padding: 0.8rem; }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
      caption { text-align: left; padding: 0.3rem 0; }
      th, td { padding: 0.3rem 0.4rem; text-align: right; vertical-align: top; border-bottom: 1px solid var(--line); }
      th { font-weight: 600; font-size: 0.85rem; }
      tr > :first-child { text-align: left; padding-left: 0; }
      .card td small { display: block; white-space: nowrap; font-size: 0.78rem; }
      .wide { overflow-x: auto; }
      .wide td { font-size: 0.9rem; white-space: nowrap; }
      .changes { padding-left: 1.2rem; }
      .changes li { margin: 0.4rem 0; }
      details dl { font-size: 0.9rem; }
      figure { margin: 0; min-width: 0; }
      figcaption { font-weight: 600; line-height: 1.3; }
      figcaption small { font-weight: 400; }
      svg { display: block; width: 100%; max-width: 34rem; height: auto; color: var(--ink); }
      summary { cursor: pointer; color: var(--soft); padding: 0.2rem 0; }
      .checks { list-style: none; padding: 0; }
      .passed b::before { content: "\\2713  "; color: var(--green); }
      .failed b::before { content: "\\2717  "; color: var(--vermilion); }
      footer { color: var(--soft); font-size: 0.85rem; margin-top: 2rem; border-top: 1px solid var(--line); }
      @media (max-width: 30rem) {
        body { padding: 0.75rem; }
        .card { padding: 0.6rem; }
        .card th, .card td { padding: 0.25rem; font-size: 0.85rem; }
        .card td small { font-size: 0.7rem; white-space: normal; }
      }
      @page { size: A4; margin: 11mm; }
      @media print {

      """
    + colours(\.light, ground: "#ffffff", panel: "#ffffff", soft: "#404850", line: "#b4bcc4") + """
      body { max-width: none; padding: 0; font-size: 7.6pt; line-height: 1.3; }
      h1 { font-size: 13pt; margin: 0; }
      h2 { font-size: 9.5pt; margin: 1.8mm 0 0.8mm; border-bottom-width: 1px; break-after: avoid; }
      h3 { font-size: 8pt; margin: 0 0 0.5mm; }
      p, dl, ul { margin: 0.6mm 0; max-width: none; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 3mm; }
      dd { margin: 0; }
      th, td, small, caption, .wide td, .card td small { font-size: 7pt; }
      th, td { padding: 0.3mm 1mm; }
      .card { padding: 0; }
      .card p { margin: 0.3mm 0 0; }
      .cards { grid-template-columns: 1fr 1fr; gap: 1.5mm 5mm; }
      .pictures { grid-template-columns: 1fr 1fr 1fr; gap: 1mm 4mm; }
      .people { grid-template-columns: 1fr 1fr; }
      .people svg { max-width: 76mm; }
      p { orphans: 3; widows: 3; }
      section:has(.gap) { break-inside: avoid; }
      .changes { padding-left: 4mm; }
      .changes li { margin: 0.5mm 0; }
      .card, figure, tr, li { break-inside: avoid; }
      pre { padding: 0; margin: 0.6mm 0; }
      details, .skip { display: none; }
      .wide { overflow: visible; }
      footer { margin-top: 1mm; font-size: 7pt; }
      }

      """

  /// The names of colours.
  private static func colours(
    _ side: KeyPath<PictureColour, String>, ground: String, panel: String, soft: String,
    line: String
  ) -> String {
    let names = PictureColour.all.map { "--\($0.name): #\($0[keyPath: side]);" }
    return ":root { --ground: \(ground); --panel: \(panel); --soft: \(soft); --line: \(line); "
      + names.joined(separator: " ") + " }\n"
  }
}
