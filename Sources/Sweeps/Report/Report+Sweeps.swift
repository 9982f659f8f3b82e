import Analysis
import Arrivals
import RateBooks
package import Reports
package import Scenarios

extension Report {
  /// The runs of a finished sweep.
  ///
  /// - Parameters:
  ///   - results: The runs.
  ///   - names: The tables to make; those that say nothing are left out.
  package init(of results: SweepResults, tables names: [TableName]) {
    self.init(
      title: results.title, seed: results.seed, currency: results.currency, year: results.year,
      period: results.period,
      head: Phrase(
        "subtitle-sweep",
        [
          "points": .count(results.points.count), "replicates": .count(results.replicates),
          "design": .text(results.design.name),
        ]), tables: SweepTables(results: results, for: names).tables(names))
  }

  /// What can be asked of a file; nothing is run.
  ///
  /// - Parameter known: The file, and what there is.
  /// - Throws: `Faults` when its scenario is wrong.
  package init(of known: KnownOutcomes) throws {
    let head = Phrase("subtitle-outcomes")
    if known.file.asks(NationalScenario.self) {
      let scenario = try known.file.nationalScenario()
      let types = scenario.contacts.types.map { ($0.name, $0.title) }
      let table = known.table(
        titles: Dictionary(types) { first, _ in first }, currency: scenario.law.currency)
      self.init(about: scenario, head: head, tables: [table])
    } else {
      let scenario = try known.file.scenario()
      self.init(
        about: scenario, head: head,
        tables: [known.table(titles: [:], currency: scenario.law.currency)])
    }
  }
}
