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
}
