import ArgumentParser

/// Projects England's children's social care under scenarios.
@main
struct Carecast: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carecast",
    abstract: "Projects England's children's social care under scenarios.")
}
