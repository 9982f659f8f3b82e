import Analysis
import Diagnostics
import Ledger
import ScenarioSupport
import Scenarios
import Simulation
import TestSupport
import Testing

@Suite("A law of fees alone")
struct FeeOnlyLawTests {
  private let folder = Result { try TemporaryFolder() }

  private static let book = """
    rate-book: Fees only
    currency: NOK
    fees:
      visit:
        title: A visit
        unit: NOK/contact
        periods:
          - from: 2020-01-01
            value: { honorarium: 300, refund: 200, copay: 100 }
            reference: &own { title: Own, document: This test }

    """

  /// A small nation under a book of its own.
  private func file(_ sections: String = "", more: String = "") throws -> ScenarioFile {
    let folder = try folder.get()
    _ = try folder.file("book.yaml", Self.book + sections)
    let types = [
      "physical", "electronic", "simple-in-writing", "simple-in-person", "out-of-hours-physical",
      "out-of-hours-electronic",
    ]
    let fees = types.map {
      "  contacts.types.\($0).fees: " + ($0 == "physical" ? "[{ fee: visit }]" : "null")
    }
    return try ScenarioFile(
      reading: folder.file(
        "reform.yaml",
        """
        reform: Fees only
        base: \(Repository.path("Scenarios/norway/baseline-2023.yaml"))
        change:
          jurisdiction: book.yaml
          law: null
          law-gaps: null
          calibration: null
          population.persons.central: 20000
        \(fees.joined(separator: "\n"))
        \(more)
        """))
  }

  private func told(_ file: ScenarioFile) -> [String] {
    do throws(Faults) {
      _ = try file.nationalScenario()
      return []
    } catch {
      return error.diagnostics.map(\.what)
    }
  }

  @Test("has no grants to pay by the month, needs no month rule, and its year runs")
  func runs() throws {
    let file = try file()
    let scenario = try file.nationalScenario()
    let year = try NationalYear(scenario, of: file.nation(of: scenario))
    let run = try year.run()
    #expect(!run.ledger.postings.isEmpty)
    #expect(run.ledger.postings.allSatisfy { !$0.line.isGrant })
  }

  private static let refusal =
    "no month rule is known for 2023-01-01, so a yearly grant cannot be paid by the month"

  @Test("with a grant, of the law or of the scenario, it is refused for want of a month rule")
  func grants() throws {
    let grant = """
      per-capita-grants:
        base:
          title: Base
          unit: NOK/person/year
          payer: state
          periods: [{ from: 2020-01-01, value: { places: [{ above: 0, rate: 70 }] }, reference: *own }]

      """
    #expect(told(try file(grant)) == [Self.refusal])
    let rule = """
      month-rules:
        payment:
          title: Payment
          unit: rule
          periods: [{ from: 2020-01-01, value: twelfths, reference: *own }]

      """
    #expect(told(try file(grant + rule)) == [])
    let own = """
        lump-sums.start:
          title: Start
          payer: state
          amount: { central: 1000, source: "assumption: test" }
          payable: once
          share: { central: 0.5, source: "assumption: test" }
      """
    #expect(told(try file(more: own)) == [Self.refusal])
  }
}
