import Diagnostics
import Documents
import Models
import Rules
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@Suite("Primary Care First against fee-for-service")
struct ModelComparisonTests {
  private static let path = Repository.path("Scenarios/international/primary-care-first.yaml")

  private func comparison(practices: String? = nil) throws -> ModelComparison {
    let file = try ScenarioFile(reading: Self.path)
    return try ModelComparison(
      of: practices.map { try file.changing("practices", toYAML: $0) } ?? file)
  }

  @Test(
    "100 patients bring 31,286.40 more at one visit and 36,300.00 less at ten, to the cent",
    arguments: [(1, 3_128_640), (5, 124_800), (10, -3_630_000)])
  func hundred(visits: Int, cents: Int) throws {
    let comparison = try comparison(
      practices: "{ list-lengths: [100], visits-per-person-year: [\(visits)] }")
    #expect(comparison.difference(practice: 0, model: 1) == Money(ore: cents))
    #expect(comparison.difference(practice: 0, model: 0) == .zero)
  }

  @Test(
    "each amount is visits × patients × 112.58 × 1.2, or patients × 32.33 × 12 and the flat fee")
  func components() throws {
    let results = try comparison().results
    let first = results[0].map { $0.payments.map(\.amount.description) }
    #expect(first == [["13509.60"], ["38796.00", "6000.00"]])
    #expect(results[8][0].total.description == "1350960.00")
    #expect(results[8][1].total.description == "987960.00")
  }

  @Test("the break-even is 5.1662 visits per person and year, whatever the list length")
  func breakEven() throws {
    let scenario = try comparison(
      practices: "{ list-lengths: [1, 100, 777, 1000000], visits-per-person-year: [1] }"
    ).scenario
    // 32.33 × 12 / (1.2 × (112.58 − 50)).
    let exact = 32.33 * 12 / (1.2 * 62.58)
    for practice in scenario.practices {
      let found = try ModelBreakEven(of: scenario.models[1], to: practice, in: scenario)
      #expect(found.crossings.count == 1)
      #expect(abs((found.crossings.first?.from.double ?? 0) - exact) < 0.000_002)
      #expect(found.crossings.first?.paysMoreAfter == false)
      #expect(found.paysMoreAtStart == true)
    }
  }

  @Test("a reform changes one number of one component, by its path")
  func reform() throws {
    let folder = try TemporaryFolder()
    let reform = try folder.file(
      "a.yaml",
      """
      reform: No flat fees
      base: \(Self.path)
      change:
        models.primary-care-first.components.flat-visit-fees: null
        models.primary-care-first.components.population-based-payment.amount.central: 30
        practices: { list-lengths: [100], visits-per-person-year: [1] }
      """)
    let comparison = try ModelComparison(of: ScenarioFile(reading: reform))
    #expect(comparison.scenario.title == "No flat fees")
    #expect(comparison.results[0][1].total == .kroner(36_000))
    #expect(comparison.results[0][0].total == Money(ore: 1_350_960))
  }

  @Test("a reform may add a model of its own")
  func thirdModel() throws {
    let folder = try TemporaryFolder()
    let reform = try folder.file(
      "a.yaml",
      """
      reform: Salaries as well
      base: \(Self.path)
      change:
        models.salary.components.salary:
          { per: practice, amount: { central: 200000, source: a test } }
      """)
    let comparison = try ModelComparison(of: ScenarioFile(reading: reform))
    #expect(
      comparison.scenario.models.map(\.name) == ["fee-for-service", "primary-care-first", "salary"])
    #expect(comparison.results.allSatisfy { $0[2].total == .kroner(200_000) })
  }

  @Test("an amount beyond exact money is refused, and named")
  func tooLarge() throws {
    let file = try ModelFile.of(
      ModelFile.nothing + """

        model:
          components:
            huge:
              per: [gold, visit]
              amount: =1000000000
              multipliers: { a: =1000000, b: =1000000, c: =1000000, d: =1000000 }
              divided-by: { e: =1000000000 }
        """, practices: "{ list-lengths: [10000000], visits-per-person-year: [1000] }",
      more: "counts: { gold: { per: practice, number: =1000000 } }")
    let refusal = #expect(throws: Refusal.self) { try ModelComparison(of: file) }
    #expect(
      refusal?.description == """
        refused: 'huge' of 'model' is more than a million millions for the practice with 10000000 \
        persons and 1000 visits
          help: check the amount, 'multipliers' and 'divided-by'
        """)
  }
}
