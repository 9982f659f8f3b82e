import Diagnostics
import Ledger
public import Scenarios
public import Units

/// Reforms of a plan of capacities beside the plan, each alone.
public struct CapacityComparison: Sendable {
  public let baseline: CapacityPlan
  /// In the order they were named.
  public let alternatives: [(name: String, plan: CapacityPlan)]

  /// - Parameters:
  ///   - base: The plan.
  ///   - reforms: Paths of reform files.
  ///   - told: Told what is being run, before each plan.
  /// - Throws: `Faults` when a file is wrong, `Refusal` when a plan has no answer.
  public init(
    of base: ScenarioFile, with reforms: [String], told: (String) -> Void = { _ in }
  ) throws {
    let names = try ScenarioFile.names(ofReformsAt: reforms)
    told("baseline")
    baseline = try CapacityPlan(of: base, spreading: false)
    alternatives = try zip(names, reforms).map { name, path in
      told(name)
      return (name, try CapacityPlan(of: base.reformed(byFileAt: path), spreading: false))
    }
  }
}

extension CapacityPlan {
  /// What each clinic is paid, in the order of the table of clinics.
  public var incomes: [Money] {
    var incomes = Array(repeating: Money.zero, count: inputs.clinics.count)
    for posting in ledger.postings {
      if let clinic = posting.list { incomes[clinic] = incomes[clinic] + posting.amount }
    }
    return incomes
  }
}
