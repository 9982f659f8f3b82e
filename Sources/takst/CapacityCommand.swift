import ArgumentParser

struct CapacityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacity",
    abstract: "Danish doctor capacities: report them.",
    discussion: """
      Example:
        takst capacity report clinics.xlsx --out reports
      """,
    subcommands: [CapacityReportCommand.self])
}
