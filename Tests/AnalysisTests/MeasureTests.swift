import Diagnostics
import Rules
import ScenarioSupport
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

@testable import Analysis

@Suite("What goals and sweeps can ask")
struct MeasureTests {
  private static let forms: [PracticeForm] = [.selfEmployed, .salaried, .company, .vacant]

  private func run(_ changes: KeyValuePairs<String, String> = [:]) throws -> NationalRun {
    var file = try ShippedScenario.nation(of: 5_000)
    for (path, yaml) in changes { file = try file.changing(path, toYAML: yaml) }
    let scenario = try file.nationalScenario()
    return try NationalYear(scenario, of: file.nation(of: scenario)).run()
  }

  @Test("visits of all forms are the visits of all, and contacts of all types are all contacts")
  func contacts() throws {
    let run = try run()
    func value(_ measure: Measure) -> Ratio { measure.value(in: run, against: run) }
    let byForm = Self.forms.reduce(Ratio.zero) { $0 + value(.visits($1)) }
    #expect(byForm == value(.visits(nil)) && byForm > .zero)
    let types = run.scenario.contacts.types
    let byType = types.reduce(Ratio.zero) { $0 + value(.contacts($1.name)) }
    #expect(byType == Ratio(run.contacts))
    let outOfHours = types.filter { $0.service == .outOfHours }
      .reduce(Ratio.zero) { $0 + value(.contacts($1.name)) }
    #expect(byType - outOfHours == byForm && outOfHours > .zero)
  }

  @Test("income is what is left of receipts after costs and staff; without them it has no value")
  func income() throws {
    let with = try run()
    let work = try #require(with.scenario.work)
    for form in Self.forms {
      let left = Workload(of: with, form: form, by: work)
      let income = Measure.income(form).value(in: with, against: with)
      #expect(income == Ratio(left.net.ore, over: 100))
      let receipts = Measure.receipts(form).value(in: with, against: with)
      #expect(receipts == Ratio(left.paid.ore, over: 100), "\(form)")
    }
    let without = try run(["work": "null"])
    #expect(
      Measure.income(.salaried).refusal(in: without, against: without)?.description == """
        refused: 'income.salaried' is what is left after costs, and the scenario has no 'work' that \
        states them
          help: add 'work', or choose 'receipts.salaried'
        """)
    #expect(Measure.receipts(.salaried).refusal(in: without, against: without) == nil)
    #expect(Measure.income(.salaried).refusal(in: with, against: with) == nil)
  }

  @Test("who gains and who loses are shares of the practices, of all or of a form")
  func winners() throws {
    let comparison = try SmallCountry().comparison(
      of: "  adjustments.up: { of: grants, factor: { central: 1.1, source: a test } }",
      "  adjustments.down: { of: fees, factor: { central: 0.9, source: a test } }")
    for (alternative, gaining) in zip(comparison.alternatives, [1, 0]) {
      func value(_ measure: Measure) -> Ratio {
        measure.value(in: alternative.run, against: comparison.baseline)
      }
      #expect(value(.gaining(nil)) == Ratio(gaining) && value(.losing(nil)) == Ratio(1 - gaining))
      #expect(value(.gaining(.selfEmployed)) == Ratio(gaining))
      #expect(value(.losing(.selfEmployed)) == Ratio(1 - gaining))
      // No practice of the form is there, so none of them gains or loses.
      #expect(value(.gaining(.company)) == .zero && value(.losing(.company)) == .zero)
    }
  }

  @Test("every measure has a name of its own, by which it is found")
  func names() {
    let all = Measure.all(types: ["physical", "electronic"])
    #expect(Set(all.map(\.name)).count == all.count)
    for measure in all {
      #expect(Measure(measure.name, types: ["physical", "electronic"]) == measure)
    }
    #expect(Measure("contacts.telephone", types: ["physical"]) == nil)
  }
}
