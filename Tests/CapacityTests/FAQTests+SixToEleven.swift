import Capacity
import Ledger
import RateBooks
import Rules
import Scenarios
import TestSupport
import Testing
import Units

extension FAQTests {
  @Test("FAQ 6: complaints go to the own region until 2026-12-31, and to the board from then on")
  func complaints() throws {
    let bodies = try days(["2026-12-31", "2027-01-01"], of: SmallDenmark(), \.complaintBody)
    #expect(bodies == [.ownRegion, .complaintBoard])
  }

  @Test("FAQ 7: the region decides, and a reduced number of patients is a local fact")
  func reducedNumber() throws {
    let decides = try law().capacityRules["minimum-decided-by"]?.series
    #expect(try decides?.inForce(on: day("2026-07-01"))?.value == .region)
    func plan(patients: Int) throws -> CapacityPlan {
      try SmallDenmark.but {
        $0.clinics = SmallDenmark.table([
          SmallDenmark.clinic(
            "100001", in: "0101", capacities: 2, patients: patients, intake: "closed")
        ])
        $0.facts =
          "clinic,fact,change,reason,decided\n100001,illness,-600,an illness,2026-01-01\n"
      }.plan()
    }
    let (below, at) = try (plan(patients: 2_599), plan(patients: 2_600))
    #expect(at.minimums[0].inForce == 2_600)
    #expect([below, at].map { $0.minimums[0].mayClose } == [false, true])
    #expect([below, at].map(kinds) == [[.closedBelowMinimum], []])
  }

  @Test("FAQ 8: the collective agreement's rules hold beside the order, before 2027 and after")
  func collectiveAgreement() throws {
    let law = try law()
    for name in [
      "shared-practice", "employed-doctors", "withdrawal", "availability", "generational-change",
    ] {
      let series = try #require(law.capacityRules[name]?.series, "\(name)")
      for text in ["2025-07-01", "2026-12-31", "2027-01-01", "2035-12-31"] {
        let (rule, period) = try #require(series.inForce(on: day(text)), "\(name)")
        #expect(rule == .collectiveAgreement, "\(name)")
        #expect(period.note == "In force before as well.")
      }
    }
    #expect(try law.limit(.vacancyWithdrawal, on: day("2027-01-01")) == Ratio(12))
  }

  /// Anby and Fur lack doctors; oer has all of its 15 capacities and no room for new ones.
  private var thin: SmallDenmark {
    .but {
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic("100001", in: "0101", capacities: 2, patients: 3_000),
        SmallDenmark.clinic("200001", in: "0201", patients: 2_000),
        SmallDenmark.clinic("300001", in: "0301", capacities: 15, patients: 1_000),
      ])
      $0.money = """
        base-fee: { central: not-published, source: 'assumption: a test' }
        shortage-areas: { municipalities: ["0101", "0301"], source: 'assumption: a test' }
        supplement: { central: 1000, source: 'assumption: a test' }
        coverage-funds: { central: 800, source: 'assumption: a test' }
        """
    }
  }

  @Test(
    "FAQ 9: the supplement is paid where a council has room for new capacities, until 2026-12-31")
  func supplement() throws {
    let paid = try days(["2026-12-31", "2027-01-01"], of: thin) { plan in
      plan.ledger.postings.filter { $0.line == .temporarySupplement }
    }
    #expect(paid.map { $0.map(\.list) } == [[0], []])
    #expect(paid[0].map(\.amount) == [.kroner(2_000)])
  }

  @Test("FAQ 9: money of the spring agreement is paid wherever doctors lack, room or not")
  func coverageFunds() throws {
    let paid = try days(["2026-12-31", "2027-01-01"], of: thin) { plan in
      plan.ledger.postings.filter { $0.line == .coverageFunds }
    }
    #expect(paid.map { $0.map(\.list) } == [[0, 2], [0, 2]])
    #expect(
      paid.map { $0.map(\.amount) } == Array(repeating: [.kroner(600), .kroner(200)], count: 2))
  }

  /// An island's clinic in a council that has one capacity more than its 15.
  private func island(patients: Int, island: String = "yes") -> SmallDenmark {
    .but {
      $0.events = "islands-reported: 2026-04-01"
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic("300001", in: "0301", capacities: 15),
        SmallDenmark.clinic(
          "300002", in: "0301", patients: patients, minimum: 1_600, island: island),
      ])
    }
  }

  @Test("FAQ 10: a reported doctor on an island with 499 patients is left out, one with 500 is not")
  func islandPatients() throws {
    func oer(_ world: SmallDenmark) throws -> CouncilState { try world.plan().states[2] }
    #expect(try [499, 500].map { try oer(island(patients: $0)).leftOut } == [1, 0])
    #expect(try [499, 500].map { try oer(island(patients: $0)).beyond } == [0, 1])
    #expect(try oer(island(patients: 499)).deployed == 16)
    #expect(try oer(island(patients: 499, island: "no")).leftOut == 0)
    var unreported = island(patients: 499)
    unreported.events = ""
    #expect(try oer(unreported).leftOut == 0)
  }

  @Test("FAQ 10: the report holds for a year from its day, and then says that it has lapsed")
  func islandYear() throws {
    let days = ["2026-03-31", "2026-04-01", "2027-03-31", "2027-04-01"]
    let plans = try self.days(days, of: island(patients: 499)) { $0 }
    #expect(plans.map { $0.states[2].leftOut } == [0, 1, 1, 0])
    let lapsed = plans.map { plan in plan.findings.filter { $0.kind == .exemptionLapsed } }
    #expect(lapsed.map { $0.map(\.subject) } == [[], [], [], ["2026-04-01"]])
  }

  @Test("FAQ 11: where nothing is calculated the area's need counts, and a split clinic's origin")
  func areaAndSplit() throws {
    let plan = try SmallDenmark.but {
      $0.weights = ["kind,weight\nplain,1\nheavy,2\n"]
      $0.population = $0.population.replacing(",persons", with: ",persons,kind")
        .replacing("000\n", with: "000,plain\n").replacing(
          "0301,24000,plain", with: "0301,24000,heavy")
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic("300001", in: "0301", need: ""),
        SmallDenmark.clinic("100001", in: "0101", need: "1.25"),
        SmallDenmark.clinic("100002", in: "0101", need: "", splitFrom: "100001"),
        SmallDenmark.clinic("300002", in: "0301", need: "", splitFrom: "300001"),
      ])
    }.plan()
    // 136,000 plain and 24,000 heavy: the mean is 1.15 and Fur's need 2 ∕ 1.15.
    let fur = Ratio(40, over: 23)
    #expect(plan.minimums.map(\.basis) == [.area, .ownPatients, .splitClinic, .area])
    #expect(
      plan.minimums.map(\.needPerPatient) == [fur, Ratio(5, over: 4), Ratio(5, over: 4), fur])
    // 26 of 100 capacities for a need of 48,000 ∕ 1.15 mean persons, of which each has 40 ∕ 23.
    #expect(plan.distribution.councils[2] == 26)
    #expect(plan.minimums[0].model == 923)
  }

  @Test("FAQ 11: a clinic below its minimum may close for some, by the region's leave, not for all")
  func selective() throws {
    let plan = try SmallDenmark.but {
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic("100001", in: "0101", patients: 1_599, intake: "selective"),
        SmallDenmark.clinic("200001", in: "0201", patients: 1_599, intake: "closed"),
        SmallDenmark.clinic("300001", in: "0301", patients: 1_600, intake: "closed"),
      ])
    }.plan()
    #expect(plan.findings.map(\.kind) == [.closedBelowMinimum])
    #expect(plan.findings.map(\.subject) == ["Council South"])
    #expect(
      plan.states.map { [$0.open, $0.selective, $0.closed] } == [
        [0, 1, 0], [0, 0, 1], [0, 0, 1],
      ])
    let rule = try law().capacityRules["selective-closing"]?.series
    #expect(try rule?.inForce(on: day("2026-07-01"))?.value == .region)
  }
}
