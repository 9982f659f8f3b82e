import ArgumentParser

struct CapacityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacity",
    abstract: "Plan Danish doctor capacities, and report them.",
    subcommands: [CapacityPlanCommand.self, CapacityExampleCommand.self])
}
