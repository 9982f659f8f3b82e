import Diagnostics
import Documents
import Ledger
import Practices
public import Scenarios
public import Units
public import Work

/// What the arrivals cost with each way of enrolling, all else as the scenario says.
public struct ChannelCosts: Sendable {
  /// In the order of the file.
  public let rows: [Row]

  public struct Row: Sendable {
    public let channel: Enrolment.Channel
    /// Whether the scenario enrols this way.
    public let isInUse: Bool
    /// Persons with a place in the last month with a right.
    public let placed: Int
    /// Enrolments and deregistrations, each of which is handled.
    public let cases: Int
    /// What it costs to handle them; the state pays it.
    public let handling: Money
    public let cost: Cost
  }

  /// - Throws: As ``Comparison``.
  public init(
    of file: ScenarioFile, in comparison: Comparison, workers: Workers = Workers()
  ) throws {
    let enrolment = comparison.scenario.enrolment
    rows = try concurrently(enrolment.channels.count, workers: workers) { place in
      let channel = enrolment.channels[place]
      let isInUse = channel.key == enrolment.channel
      let own =
        isInUse
        ? comparison : try Comparison(of: file.enrolling(by: channel), onBaselineOf: comparison)
      let moved = own.reform.movements.joined()
      return Row(
        channel: channel, isInUse: isInUse, placed: own.placed.present,
        cases: moved.reduce(0) { $0 + $1.enrolled + $1.deregistered },
        handling: own.difference { $0.line == .enrolmentHandling }, cost: own.cost)
    }
  }
}

extension ScenarioFile {
  fileprivate func enrolling(by channel: Enrolment.Channel) throws(Faults) -> ScenarioFile {
    try changing(
      "enrolment.channel",
      to: Node(.scalar(channel.key, isQuoted: false), at: document.position))
  }
}
