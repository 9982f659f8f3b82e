import Diagnostics
import ScenarioSupport
import Scenarios
import Testing

@testable import Reports
@testable import takst

@Suite("Whom lump sums pass over")
struct LumpSumNoteTests {
  private static let grant = """
    { grant: { title: A grant, payer: state, amount: { central: 1000, source: a test },
               payable: once, share: { central: 1, source: a test } } }
    """

  private func accounts(of file: ScenarioFile) throws -> Table {
    try #require(try Report(of: file).tables.first { $0.name == "accounts" })
  }

  @Test("is told with the money, and only where somebody is passed over")
  func told() throws {
    let nation = try ShippedScenario.nation(of: 5_000)
    #expect(!(try accounts(of: nation)).notes.contains { $0.key == "note-lump-sums" })
    let granted = try nation.changing("lump-sums", toYAML: Self.grant)
    let notes = try accounts(of: granted).notes
    #expect(notes.contains { $0.key == "note-lump-sums" })
    var all = try granted.changing("practices.vacant-share", toYAML: "0")
    for group in try nation.nationalScenario().groups {
      all = try all.changing("municipality-groups.\(group.key).salaried-share", toYAML: "0")
    }
    #expect(!(try accounts(of: all)).notes.contains { $0.key == "note-lump-sums" })
  }
}
