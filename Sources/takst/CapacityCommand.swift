import ArgumentParser

struct CapacityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacity",
    abstract: "Plan Danish doctor capacities, and report them.",
    discussion: """
      Examples:
        takst capacity example --out denmark
        takst capacity report clinics.xlsx --out reports
      """,
    subcommands: [
      CapacityPlanCommand.self, CapacityReportCommand.self, CapacityExampleCommand.self,
    ])
}
