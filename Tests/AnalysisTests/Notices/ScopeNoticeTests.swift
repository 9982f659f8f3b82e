import Analysis
import Arrivals
import Diagnostics
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

@Suite("Names of proposals that meet nothing")
struct ScopeNoticeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What is told of a reform that adds one proposal to the shipped baseline.
  private func told(_ path: String, _ yaml: String) throws -> [String] {
    let base = Repository.path("Scenarios/norway/baseline-2023.yaml")
    let indented = yaml.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let file = try folder.file(
      "reform.yaml", "reform: A test\nbase: \(base)\nchange:\n  \(path):\n\(indented)\n")
    return try ScenarioFile(reading: file).notices()
      .map { $0.description.replacing("\(folder.path)/", with: "") }
  }

  private static let factor = "factor: { central: 0.9, source: a test }"

  @Test("a baseline as shipped is told nothing, and neither is a proposal whose every name counts")
  func nothing() throws {
    #expect(try ShippedScenario.nation(of: 5_000).notices().isEmpty)
    #expect(
      try told(
        "adjustments.down",
        """
        { of: fees, fees: [2ad, physical/certificates], except-fees: [2ad], parts: [refund],
          contact-types: [physical], forms: [self-employed, salaried, company], \(Self.factor) }
        """
      ).isEmpty)
    #expect(try told("adjustments.up", "{ of: grants, forms: [vacant], \(Self.factor) }").isEmpty)
  }

  @Test("a fee of the law that no contact claims is told where it is named")
  func unclaimed() throws {
    #expect(
      try told(
        "adjustments.down",
        "{ of: fees, fees: [2ad, 706k], contact-types: [physical], \(Self.factor) }") == [
          """
          reform.yaml:5:29: note: '706k' is claimed in no contact of the adjustment 'down'; it has no effect
            help: remove it, or name a fee that is claimed there
          """
        ])
    #expect(
      try told(
        "controls.daily-cap",
        "{ fees: [2ad, 706k], most: { central: 1, source: a test }, order: dearest-first }") == [
          """
          reform.yaml:5:19: note: '706k' is claimed in no contact, so the daily cap never counts it
            help: remove it, or name a fee that is claimed
          """
        ])
  }

  @Test("an exception from what was never meant, and a type without such a fee, are told")
  func unmet() throws {
    #expect(
      try told(
        "adjustments.down",
        "{ of: fees, fees: [2ad], except-fees: [2ae], contact-types: [physical, electronic], \(Self.factor) }"
      ) == [
        """
        reform.yaml:5:44: note: '2ae' is not among the fees of the adjustment 'down'; that it is excepted \
        has no effect
          help: remove it, or name a fee that is claimed there
        """,
        """
        reform.yaml:5:76: note: no fee of the adjustment 'down' is claimed in contacts of 'electronic'; it \
        has no effect
          help: remove it, or name a type with such a fee
        """,
      ])
    let work = "{ central: 10, source: a test }"
    #expect(
      try told(
        "staff.nurse",
        """
        { profession: nurse, of: [physical], share: { central: 0.1, source: a test }, claims: own,
          minutes: \(work), doctor-minutes: \(work), hour-cost: \(work),
          except-fees: [2ae, physical/certificates], forms: [company] }
        """) == [
          """
          reform.yaml:7:21: note: '2ae' is not among the fees of 'nurse'; that it is excepted has no effect
            help: remove it, or name a fee that is claimed there
          """,
          """
          reform.yaml:7:58: note: no list is of the form 'company', so 'nurse' never meets one
            help: remove it, or let some lists have the form
          """,
        ])
  }

  @Test("a part that no fee in the scope has is told")
  func parts() throws {
    #expect(
      try told(
        "adjustments.down",
        "{ of: fees, fees: [physical/certificates], parts: [refund, patient-payment], \(Self.factor) }"
      ) == [
        """
        reform.yaml:5:64: note: no fee of the adjustment 'down' has a patient-payment above zero; that \
        part has no effect
          help: remove it, or name other fees
        """
      ])
  }

  @Test("a table that is named twice is told, and shown once")
  func tables() throws {
    let file = try ShippedScenario.file().changing(
      "tables", toYAML: "[note-audit, lists, note-audit]")
    #expect(
      try file.notices().map(\.description) == [
        """
        test.yaml:1:21: note: the table 'note-audit' is named twice; it is shown once
          help: keep one of them
        """
      ])
    #expect(try file.scenario().tables == [.noteAudit, .lists])
  }
}
