import Arrivals
import Ledger
import Practices
import Rules
import Simulation
import Testing
import Units

@Suite("A new grant per person")
struct NewGrantTests {
  private static let reference = "reference: { title: A test, document: A test }"
  /// A hundred kroner for every person beside the base grant.
  private static let grant = """
    {
      prevention-grant: {
        title: Prevention grant, unit: NOK/person/year, payer: state,
        periods: [{ from: 2023-01-01, value: { places: [{ above: 0, rate: 100 }] }, \(reference) }]
      }
    }
    """
  private static let months: KeyValuePairs = [
    "from": "2023-07", "law-at": "2023-07-01", "municipalities.tromso.inhabitants": "4999",
  ]

  private func run(_ lists: [PatientList], _ law: KeyValuePairs<String, String>) throws -> Run {
    let changes = Self.months.map { ($0.key, $0.value) } + law.map { ($0.key, $0.value) }
    return try SmallWorld(lists, pairs: changes).run(.baseline)
  }

  private static let short: [PatientList] = [.of(800, cap: 1_000, in: 2), .of(1_000, in: 2)]

  @Test("enlarges no equalisation grant, is booked on its own line, and is paid by its payer")
  func equalisation() throws {
    let before = try run(Self.short, [:])
    let after = try run(Self.short, ["law.per-capita-grants": Self.grant])
    for line in AccountLine.allCases where line != .perCapitaGrant {
      #expect(after.total(line) == before.total(line), "\(line)")
    }
    #expect(before.total(.perCapitaGrant) == .zero)
    #expect(after.total(.perCapitaGrant) == .kroner(180_000))
    let new = after.ledger.postings.filter { $0.line == .perCapitaGrant }
    #expect(new.allSatisfy { after.ledger.grant(of: $0) == "prevention-grant" })
    #expect(new.allSatisfy { $0.payer == .state })
    let others = after.ledger.postings.filter { $0.line != .perCapitaGrant }
    #expect(others.allSatisfy { after.ledger.grant(of: $0) == nil })
  }

  @Test("enlarges the equalisation grant where the law names it")
  func named() throws {
    let before = try run(Self.short, [:]).total(.equalisationGrant)
    let after = try run(
      Self.short,
      [
        "law.per-capita-grants": Self.grant,
        "law.equalisation-grants": """
        {
          equalisation-grant: {
            title: A test, unit: persons, payer: state,
            periods: [{
              from: 2023-01-01,
              value: {
                reference-list: 1200, municipality-below: 5000,
                of: [patient-adjusted-base-grant, prevention-grant] },
              \(Self.reference) }]
          }
        }
        """,
      ]
    ).total(.equalisationGrant)
    // Three hundred persons short, for each of two lists.
    #expect(after - before == 2 * 300 * .kroner(100))
  }

  @Test("is paid to a new list beside its start-up grant, for the persons that are there")
  func startUp() throws {
    let lists: [PatientList] = [.of(300, cap: 900, opened: "2023-07-01")]
    let before = try run(lists, [:])
    let after = try run(lists, ["law.per-capita-grants": Self.grant])
    #expect(before.total(.startUpGrant) == .kroner(420_900))
    #expect(after.total(.startUpGrant) == before.total(.startUpGrant))
    #expect(after.total(.baseGrant) == .zero)
    #expect(after.total(.perCapitaGrant) == .kroner(30_000))
  }

  @Test("of a name the accounts have a line for, or booked on one, has that line and no name")
  func booked() throws {
    let own = Self.grant.replacing("payer: state", with: "payer: state, account: base-grant")
    let run = try run(Self.short, ["law.per-capita-grants": own])
    #expect(run.total(.perCapitaGrant) == .zero)
    #expect(run.ledger.postings.allSatisfy { run.ledger.grant(of: $0) == nil })
  }

  @Test("two of different names stand apart, and so do two lump sums")
  func names() throws {
    func lumpSum(_ name: String) -> String {
      """
      \(name): {
        title: A test, unit: NOK, payer: state,
        periods: [{ from: 2023-01-01, value: { amount: 10, payable: once }, \(Self.reference) }] }
      """
    }
    let run = try run(
      Self.short,
      [
        "law.per-capita-grants": Self.grant,
        "law.lump-sums": "{ \(lumpSum("first")), \(lumpSum("second")) }",
      ])
    let lump = run.ledger.postings.filter { $0.line == .lumpSum }
    #expect(Set(lump.compactMap(run.ledger.grant)) == ["first", "second"])
    #expect(run.total(.lumpSum) == .kroner(40))
  }

  @Test("a posting keeps to 32 bytes")
  func size() {
    #expect(MemoryLayout<Posting>.stride == 32)
  }
}
