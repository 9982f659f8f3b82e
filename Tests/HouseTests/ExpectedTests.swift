import Analysis
import Capacity
import Foundation
import Reports
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

@testable import takst

/// Every shipped scenario still gives the answer that stands beside it.
@Suite("Shipped scenarios")
struct ExpectedTests {
  private static let scenarios: [String] = {
    let files = FileManager.default.enumerator(atPath: Repository.path("Scenarios"))
    return (files?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("-rates.yaml") && !$0.contains("/sweeps/") }
      .sorted()
  }()

  @Test("there are scenarios to run")
  func some() {
    #expect(Self.scenarios.contains("norway/diplomat-list.yaml"))
  }

  @Test("each gives the numbers that stand beside it", arguments: scenarios)
  func expected(path: String) throws {
    let file = Repository.path("Scenarios/\(path)")
    let report = try Self.report(of: file)
    let now = MachineWriter(Wording(.english)).tidyCSV(report)
    let expected = try Repository.text(
      "Scenarios/\(path.dropLast(".yaml".count)).expected.csv")
    guard now != expected else { return }
    let (old, new) = (values(expected), values(now))
    let changes = Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.prefix(10)
      .map { "\($0): \(old[$0] ?? "nothing") → \(new[$0] ?? "nothing")" }
    Issue.record(
      """
      \(path) gives other numbers:
      \(changes.joined(separator: "\n"))
      To take them as right: make accept
      """)
  }

  /// A reform whose own comments compare it with a baseline is compared; anything else is run.
  private static func report(of path: String) throws -> Report {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let named = text.firstMatch(of: /#   takst compare (\S+)/)?.1 else {
      return try Report(of: ScenarioFile(reading: path))
    }
    let baseline = try ScenarioFile(reading: Repository.path(String(named)))
    guard !baseline.asks(CapacityScenario.self) else {
      return try Report(
        of: CapacityComparison(of: baseline, with: [path]),
        tables: [
          .payers, .balances, .winnersLosers, .capacityDistribution, .capacityPath, .economicFrame,
        ])
    }
    let comparison = try ReformComparison(of: baseline, with: [path])
    return try Report(
      of: comparison,
      tables: [.solved, .funding, .payers, .balances, .byForm, .winnersLosers, .deciles, .phases])
  }

  private func values(_ csv: String) -> [String: String] {
    let rows = csv.split(separator: "\n").dropFirst().compactMap { line -> (String, String)? in
      guard let comma = line.lastIndex(of: ",") else { return nil }
      return (String(line[..<comma]), String(line[line.index(after: comma)...]))
    }
    return Dictionary(rows) { first, _ in first }
  }
}
