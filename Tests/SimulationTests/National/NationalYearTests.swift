import Diagnostics
import Ledger
import Practices
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units
import Work

@testable import Simulation

/// A small nation with everything the large one has.
private let small = Result { try SmallNation() }

struct SmallNation {
  let file: ScenarioFile
  let scenario: NationalScenario
  let nation: Nation
  let year: NationalYear
  let run: NationalRun

  init() throws {
    file = try ShippedScenario.nation(of: 20_000)
    scenario = try file.nationalScenario()
    nation = try file.nation(of: scenario)
    year = try NationalYear(scenario, of: nation)
    run = try year.run(workers: Workers(1))
  }
}

@Suite("A nation's year")
struct NationalYearTests {
  @Test("is the same for any number of workers", arguments: [2, 3, 7, 16])
  func workers(count: Int) throws {
    let small = try small.get()
    let run = try small.year.run(workers: Workers(count))
    #expect(run.byList == small.run.byList && run.byClass == small.run.byClass)
    #expect(run.ledger.postings == small.run.ledger.postings)
  }

  @Test("is the same for any size of blocks", arguments: [1, 500, 3_333, 1_000_000])
  func blocks(persons: Int) throws {
    let small = try small.get()
    let year = try NationalYear(small.scenario, of: small.nation, personsPerBlock: persons)
    let run = try year.run()
    #expect(run.byList == small.run.byList && run.byClass == small.run.byClass)
    for (place, _) in small.scenario.use.groups.enumerated() {
      let use = run.use(of: .consultation, inGroup: place)
      #expect(use == small.run.use(of: .consultation, inGroup: place))
    }
  }

  @Test("is the same priced again, in pieces of any size", arguments: [1, 3, 16])
  func pieces(workers: Int) throws {
    let small = try small.get()
    let year = try NationalYear(small.scenario, of: small.nation, personsPerBlock: 700)
    let again = try DrawnNation(year).repriced(
      under: small.scenario, workers: Workers(workers))
    #expect(again.byList == small.run.byList && again.byClass == small.run.byClass)
    #expect(again.atCeiling == small.run.atCeiling && again.contacts == small.run.contacts)
    #expect(again.ledger.postings == small.run.ledger.postings)
    #expect(
      again.use(of: .simpleContact, inGroup: 1) == small.run.use(of: .simpleContact, inGroup: 1))
  }

  @Test("is another one for another seed, and for another repetition")
  func seeds() throws {
    let small = try small.get()
    let other = try NationalYear(small.scenario, of: small.nation, replicate: 1).run()
    #expect(other.byList != small.run.byList)
    var scenario = small.scenario
    scenario.seed = 2
    #expect(try NationalYear(scenario, of: small.nation).run().byList != small.run.byList)
  }

  @Test("every list, municipality and class closes to zero")
  func closing() throws {
    let run = try small.get().run
    let all = Account.allCases.reduce(Money.zero) { $0 + run.ledger.balance(of: $1) }
    #expect(all == .zero)
    for list in run.year.nation.lists.indices {
      let posted = run.ledger.total { $0.list == list && $0.month == nil }
      let sums = run.byList[list * 2].honorarium + run.byList[list * 2 + 1].honorarium
      #expect(posted.ore == sums)
    }
    #expect(run.byList.reduce(.zero, &+) == run.byClass.reduce(PaymentVector.zero, &+))
  }

  @Test("is what the reference pricer makes of every person, one by one")
  func reference() throws {
    let small = try small.get()
    for list in [0, 100, 356] where small.nation.lists.indices.contains(list) {
      var sums = Array(repeating: PaymentVector.zero, count: 2)
      for place in 0..<small.nation.lists[list].length {
        for contact in try small.year.person(place, onList: list).contacts {
          sums[contact.type.service == .outOfHours ? 1 : 0] &+= PaymentVector(contact.payment)
        }
      }
      #expect(sums == Array(small.run.byList[list * 2...list * 2 + 1]))
    }
  }

  @Test("an empty reform is exactly zero")
  func emptyReform() throws {
    let small = try small.get()
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "reform.yaml",
      "reform: Nothing changes\nbase: \(small.file.path)\nchange:\n  population.persons.central: 20000"
    )
    let reform = try ScenarioFile(reading: path)
    let scenario = try reform.nationalScenario()
    let run = try NationalYear(scenario, of: try reform.nation(of: scenario)).run()
    #expect(run.byList == small.run.byList && run.ledger.postings == small.run.ledger.postings)
    let drawn = try DrawnNation(small.year)
    let again = try drawn.repriced(under: small.scenario)
    #expect(again.byList == small.run.byList && again.ledger.postings == small.run.ledger.postings)
  }

  @Test("kept draws priced under another law give what a run under that law gives")
  func repricing() throws {
    let small = try small.get()
    let drawn = try DrawnNation(small.year)
    let changes = [
      ("contacts.residuals.practice.refund", "10"),
      ("contacts.residuals.practice.copay", "90"),
      ("contacts.residuals.practice.copay", "0"),
      ("contacts.residuals.out-of-hours.copay", "20"),
      ("law.copay-exemptions", Self.exemptToSeventeen),
      ("law.copay-ceilings", Self.ceiling(of: 1_500)),
      ("law.copay-ceilings", Self.ceiling(of: 6_000)),
      ("adjustments", Self.factor("of: fees, parts: [copay]")),
      ("contacts.types.simple-in-writing.supplements", Self.fromNothing),
      ("adjustments", Self.factor("of: fees, forms: [salaried]")),
    ]
    for (path, text) in changes {
      let file = try small.file.changing(path, toYAML: text)
      let scenario = try file.nationalScenario()
      let fresh = try NationalYear(scenario, of: small.nation).run()
      let repriced = try drawn.repriced(under: scenario)
      #expect(repriced.byList == fresh.byList && repriced.byClass == fresh.byClass, "\(path)")
      #expect(repriced.ledger.postings == fresh.ledger.postings, "\(path)")
      #expect(repriced.byList != small.run.byList, "\(path)")
    }
  }

  @Test("a contact that costs more than can be summed up is refused")
  func tooDear() throws {
    let small = try small.get()
    let file = try small.file.changing(
      "adjustments",
      toYAML: """
        { a: { of: fees, factor: { central: 1000, source: "assumption: a test" } }, b: { of: fees, factor: { central: 900, source: "assumption: a test" } } }
        """)
    let year = try NationalYear(file.nationalScenario(), of: small.nation)
    let refusal = #expect(throws: Refusal.self) { try year.run() }
    #expect(refusal?.what.hasSuffix("at most 21474836.47 can be reckoned with") == true)
  }

  private static let exemptToSeventeen =
    "{ children: { title: Children, unit: years-of-age, periods: [{ from: 2023-01-01, "
    + "value: { from-age: 0, to-age: 17 }, reference: { title: A proposal, document: A test } }] } }"

  @Test("kept draws under other grants give the postings of a run under those grants")
  func grants() throws {
    let small = try small.get()
    let drawn = try DrawnNation(small.year)
    let changes = [
      ("adjustments", Self.factor("of: grants")),
      ("adjustments", Self.factor("of: grants, specialists: true, paid-by: state")),
      ("law.list-caps", Self.cap("per-practitioner: 800")),
      ("law-gaps.patient-adjusted-base-grant.amount.central", "700"),
    ]
    for (path, text) in changes {
      let scenario = try small.file.changing(path, toYAML: text).nationalScenario()
      let fresh = try NationalYear(scenario, of: small.nation).run()
      // Twice, so that nothing of the first is left over for the second.
      for _ in 0..<2 {
        let repriced = try drawn.repriced(under: scenario)
        #expect(repriced.ledger.postings == fresh.ledger.postings, "\(path)")
        #expect(repriced.ledger.origins == fresh.ledger.origins, "\(path)")
        #expect(repriced.byList == small.run.byList, "\(path)")
      }
      #expect(fresh.ledger.postings != small.run.ledger.postings, "\(path)")
    }
  }

  private static func factor(_ words: String) -> String {
    "{ more: { \(words), factor: { central: 1.1, source: 'assumption: a test' } } }"
  }

  private static func cap(_ value: String) -> String {
    "{ cap: { title: Cap, unit: persons, periods: [{ from: 2023-01-01, value: { \(value) }, "
      + "reference: { title: A proposal, document: A test } }] } }"
  }

  private static let fromNothing =
    "{ paper: { copay: { central: 10, source: 'assumption: a test' } } }"

  private static func ceiling(of kroner: Int) -> String {
    "{ copay-ceiling: { title: Ceiling, unit: NOK/person/year, periods: [{ from: 2023-01-01, "
      + "value: \(kroner), reference: { title: A proposal, document: A test } }] } }"
  }

  @Test("a year that takes tables over from another is the same as one that does not")
  func tables() throws {
    let small = try small.get()
    let changes = [
      ("seed", "2"), ("use.levels.consultations", "0.9"), ("other-copay.shape", "0.7"),
      ("contacts.same-day-share", "0.05"), ("population.exempt-share", "0.1"),
    ]
    for (path, text) in changes {
      let scenario = try small.file.changing(path, toYAML: text).nationalScenario()
      let fresh = try NationalYear(scenario, of: small.nation)
      let other = try NationalYear(scenario, of: small.nation, before: small.year)
      #expect(other.draws(like: fresh) && !other.draws(like: small.year), "\(path)")
      #expect(try other.run().byList == fresh.run().byList, "\(path)")
    }
  }

  @Test("one more person changes nobody else's year")
  func oneMore() throws {
    let small = try small.get()
    for list in [0, 57, small.nation.lists.count - 1] {
      var nation = small.nation
      nation.lists[list].length += 1
      let year = try NationalYear(small.scenario, of: nation)
      let before = small.year.drawn(list..<list + 1)
      let after = year.drawn(list..<list + 1)
      #expect(after.people.count == before.people.count + 1)
      #expect(Array(after.people.cells.dropLast()) == before.people.cells)
      #expect(Array(after.contacts.prefix(before.contacts.count)) == before.contacts)
      #expect(Array(after.otherCopay.dropLast()) == before.otherCopay)
      let others = small.year.drawn(0..<list).contacts
      #expect(year.drawn(0..<list).contacts == others)
    }
  }

  @Test("contacts of a person are in the order of time, and some share a day")
  func order() throws {
    let block = try small.get().year.drawn(0..<100).inOrder()
    var shared = 0
    for person in 0..<block.people.count {
      let own = block.contacts[Int(block.starts[person])..<Int(block.starts[person + 1])]
      for (contact, next) in zip(own, own.dropFirst()) {
        #expect(contact >> 16 <= next >> 16)
        shared += contact >> 16 == next >> 16 ? 1 : 0
      }
    }
    #expect(shared > 50)
    #expect(block.contacts.allSatisfy { $0 >> 16 < 365 })
  }

  @Test("stops when told to, and says so")
  func stopped() throws {
    let sign = StopSign()
    sign.set()
    let year = try small.get().year
    #expect(throws: Interrupted.self) { try year.run(workers: Workers(2, stop: sign)) }
  }

  @Test("tells how far it is, once per block")
  func progress() throws {
    let told = Told()
    let year = try small.get().year
    _ = try year.run(workers: Workers(2) { done, all in told.add(done, all) })
    #expect(told.count == year.blocks.count && told.last == year.blocks.count)
  }
}
