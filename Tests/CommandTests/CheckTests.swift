import Testing

@Suite("carecast check and compare")
struct CheckTests {
  @Test func datasetsAreRead() throws {
    let command = try Command("check", "datasets")
    #expect(command.status == 0, Comment(rawValue: command.errors))
    #expect(command.output.contains("no fault"))
  }

  @Test func theHindcastHoldsItsBounds() throws {
    let command = try Command("check", "hindcast")
    #expect(command.status == 0, Comment(rawValue: command.errors))
    #expect(command.output.contains("Fitted to 2022 only"))
  }

  @Test func comparesWithTheFirst() throws {
    let command = try Command("compare")
    #expect(command.status == 0, Comment(rawValue: command.errors))
    #expect(command.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func figuresOfOthersAsJSON() throws {
    let command = try Command("check", "published", "--json")
    #expect(command.status == 0, Comment(rawValue: command.errors))
    #expect(command.output.hasPrefix("[") && command.output.hasSuffix("]\n"))
  }

  @Test func allChecksWithoutAName() throws {
    let command = try Command("check")
    #expect(command.status == 0, Comment(rawValue: command.errors))
    for name in ["datasets", "hindcast", "published"] {
      #expect(command.output.contains("== \(name)\n"))
    }
  }

  @Test(arguments: [["check", "publisht"], ["check", "published", "--json", "--markdown"]])
  func whatCannotBeParsedEndsWith64(_ arguments: [String]) throws {
    #expect(try Command(arguments).status == 64)
  }
}
