import Diagnostics
import Practices
import RateBooks
package import Reports
package import Scenarios
import Units
package import Work

/// Makes the tables a scenario asks for, and no more runs than they need.
package struct TableBuilder {
  let file: ScenarioFile
  let comparison: Comparison
  let workers: Workers

  package init(file: ScenarioFile, comparison: Comparison, workers: Workers) {
    (self.file, self.comparison, self.workers) = (file, comparison, workers)
  }

  var scenario: Scenario { comparison.scenario }

  package func tables() throws -> [Table] {
    let wanted = scenario.tables
    let needsRange = wanted.contains(.costRange) || wanted.contains(.paragraph)
    let range = needsRange ? try CostRange(of: file, central: comparison, workers: workers) : nil
    let needsAudit = wanted.contains(.noteAudit) || wanted.contains(.paragraph)
    let audit = try scenario.noteAudit.flatMap {
      needsAudit ? try AuditedNote($0, of: file, in: comparison) : nil
    }
    return try wanted.compactMap { try table($0, range, audit) }
  }

  private func table(
    _ name: TableName, _ range: CostRange?, _ audit: AuditedNote?
  ) throws -> Table? {
    switch name {
    case .payers: payers()
    case .balances: balances()
    case .noteAudit: audit.map(noteAudit)
    case .marginalCost: marginalCost()
    case .costByUptake:
      try scenario.uptakeGrid.map {
        costByUptake(
          try CostByUptake($0, of: file, in: comparison, workers: workers))
      }
    case .costRange: range.map(costRange)
    case .breakEven: breakEven()
    case .onePerson: onePerson(try OnePerson(in: comparison))
    case .enrolment: enrolment()
    case .enrolmentChannels:
      enrolmentChannels(try ChannelCosts(of: file, in: comparison, workers: workers))
    case .arrivalGroups: arrivalGroups()
    case .lists: lists()
    case .paragraph: range.map { paragraph($0, audit) }
    case .assumptions: assumptions(of: file, settings: settings())
    case .references: references()
    default: nil
    }
  }

  /// The unit of money columns.
  var currency: String { scenario.law.currency }
}
