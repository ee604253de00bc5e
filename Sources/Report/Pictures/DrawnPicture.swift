import Foundation
import Parameters
import Tables

/// A form in which pictures are written as files.
public struct PictureFormat: Sendable, Identifiable {
  /// What the command line calls it, and how its files' names end.
  public let id: String
  let bytes: @Sendable (Picture, Gnuplot) throws -> [UInt8]

  /// Every form there is.
  public static let all = [
    PictureFormat(id: "svg") { picture, gnuplot in
      try Array(SVGDrawing(of: picture, by: gnuplot).file.utf8)
    },
    PictureFormat(id: "png") { picture, gnuplot in
      // Twice the size, for print and for screens of fine dots.
      let (width, height) = (2 * PlotScript.width, 2 * picture.script.height)
      return try gnuplot.drawn(
        picture.script.text(
          terminal:
            "pngcairo noenhanced size \(width),\(height) fontscale 2 linewidth 2 dashlength 1 "
            + "background '#ffffff' font 'sans,10'"),
        picture: picture.title)
    },
  ]

  /// The form of a name.
  ///
  /// - Throws: `InputError` with the nearest name.
  public static func named(_ id: String) throws -> PictureFormat {
    guard let found = all.first(where: { $0.id == id }) else {
      throw InputError(
        InputFault.unknownName(of: "form of pictures", found: id, among: all.map(\.id)),
        at: Place(file: "--pictures"))
    }
    return found
  }
}
