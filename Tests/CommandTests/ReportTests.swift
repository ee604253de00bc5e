import Foundation
import Testing

/// `carecast report`: exit codes, and a page where gnuplot is installed.
@Suite("carecast report")
struct ReportTests {
  private static func project(to folder: URL) throws -> String {
    let path = folder.appendingPathComponent("run").path
    let made = try Command(
      "project", "--scenario", "baseline", "stable-homes", "--years", "2", "--output", path)
    #expect(made.status == 0, Comment(rawValue: made.errors))
    return path
  }

  @Test func aPageIsMade() throws {
    try withScratchFolder { scratch in
      let run = try Self.project(to: scratch)
      let page = scratch.appendingPathComponent("report.html").path
      let made = try Command("report", run, "--output", page, "--pictures", "svg")
      guard !made.errors.contains("gnuplot-nox") else { return }
      #expect(made.status == 0, Comment(rawValue: made.errors))
      let text = try String(contentsOfFile: page, encoding: .utf8)
      #expect(text.hasPrefix("<!DOCTYPE html>") && text.hasSuffix("</html>\n"))
      #expect(text.contains("keep the rules of Explore Education Statistics: 0 breaches"))
      #expect(!text.contains("<b>Failed</b>"))
      let again = try Command("report", run, "--output", page)
      #expect(again.status == 65 && again.errors.contains("--replace"))
      #expect(try Command("report", run, "--output", page, "--replace").status == 0)
    }
  }

  @Test func withoutGnuplotItSaysWhatToInstall() throws {
    try withScratchFolder { scratch in
      let run = try Self.project(to: scratch)
      let page = scratch.appendingPathComponent("report.html").path
      let made = try Command(
        ["report", run, "--output", page], environment: ["PATH": scratch.path])
      #expect(made.status == 65)
      #expect(
        made.errors
          == "Error: carecast report draws with gnuplot: apt-get install gnuplot-nox\n")
      #expect(!FileManager.default.fileExists(atPath: page))
    }
  }

  @Test func wrongNamesEndWith65() throws {
    try withScratchFolder { scratch in
      let run = try Self.project(to: scratch)
      func path(_ name: String) -> String { scratch.appendingPathComponent(name).path }
      for (arguments, words) in [
        ([path("rnu"), "--output", path("a.html")], "Did you mean \"\(run)\""),
        ([run, "--output", path("rn/a.html")], "Did you mean"),
        ([run, "--output", path("a.html"), "--pictures", "svgs"], "\"svg\""),
        ([run, "--output", path("a.html"), "--sensitivity", run], "carecast sensitivity"),
        ([run, "--output", run], "is a folder"),
      ] {
        let made = try Command(["report"] + arguments)
        guard !made.errors.contains("gnuplot-nox") else { continue }
        #expect(made.status == 65 && made.errors.contains(words), "\(made.errors)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["run"])
    }
  }

  @Test func whatIsNoCommandEndsWith64() throws {
    #expect(try Command("report").status == 64)
    #expect(try Command("report", "run").status == 64)
  }
}
