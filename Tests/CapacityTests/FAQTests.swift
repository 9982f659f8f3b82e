import Capacity
import Diagnostics
import RateBooks
import Rules
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

/// The eleven answers of the FAQ on the national distribution model, number by number.
@Suite("The FAQ on the national distribution model")
struct FAQTests {
  /// Days of the plan, and what a plan of each says.
  private func days<Value>(
    _ days: [String], of world: SmallDenmark, _ value: (CapacityPlan) -> Value
  ) throws -> [Value] {
    try days.map { day in
      var world = world
      world.day = day
      return try value(world.plan())
    }
  }

  private func kinds(_ plan: CapacityPlan) -> [CapacityFinding.Kind] { plan.findings.map(\.kind) }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private func law() throws -> RateBook {
    try RateBook(named: Located("denmark", written: "denmark", at: SourcePosition(file: "")))
  }

  @Test("FAQ 1: a region that deploys nothing for nine years breaks no rule")
  func noDuty() throws {
    let plan = try SmallDenmark.but { $0.until = "2035" }.plan()
    #expect(plan.findings.isEmpty)
    #expect(plan.states.map(\.room) == [37, 41, 14])
    #expect(plan.states.map(\.beyond) == [0, 0, 0])
    #expect(plan.path.nation.count == 10)
    #expect(plan.path.nation.allSatisfy { $0.deployed == 8 && $0.target == 100 })
    #expect(try law().capacityRules["deployment"]?.series.periods.map(\.value) == [.mayNotMust])
  }

  @Test("FAQ 1: one capacity beyond the ceiling is a fault of its council, and the ceiling is none")
  func ceiling() throws {
    func plan(_ capacities: Int) throws -> CapacityPlan {
      try SmallDenmark.but {
        $0.clinics = SmallDenmark.table([
          SmallDenmark.clinic("100001", in: "0101", capacities: capacities, patients: 1),
          SmallDenmark.clinic("200001", in: "0201"), SmallDenmark.clinic("300001", in: "0301"),
        ])
      }.plan()
    }
    #expect(try plan(40).findings.isEmpty)
    let beyond = try plan(41)
    #expect(beyond.findings.map(\.kind) == [.beyondCeiling])
    #expect(beyond.findings.first?.subject == "Council North")
    #expect(beyond.findings.first?.number == 1)
    #expect(beyond.states.map(\.room) == [0, 44, 14])
  }

  private static let growth = """
    extraordinary:
      new-town:
        council: nord
        cause: sudden-local-growth
        from: 2026-03-01
        until: 2026-12-31
        capacities: 3
        source: 'assumption: a test'
    """

  @Test("FAQ 2: a sudden local growth adds capacities to its council on its days alone")
  func extraordinary() throws {
    let world = SmallDenmark.but {
      $0.events = Self.growth
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic("100001", in: "0101", capacities: 43),
        SmallDenmark.clinic("300001", in: "0301", capacities: 16),
      ])
    }
    let days = ["2026-02-28", "2026-03-01", "2026-12-31", "2027-01-01"]
    let states = try self.days(days, of: world, \.states)
    #expect(states.map { $0[0].extraordinary } == [0, 3, 3, 0])
    #expect(states.map { $0[0].beyond } == [3, 0, 0, 3])
    #expect(states.map { $0[2].beyond } == [1, 1, 1, 1])
  }

  @Test("FAQ 2: an imbalance there is, and growth that is expected, are no extraordinary situation")
  func refusedCauses() throws {
    for cause in ["present-imbalance", "expected-growth"] {
      let world = SmallDenmark.but {
        $0.events = Self.growth.replacing("sudden-local-growth", with: cause)
      }
      #expect(
        try world.told() == """
          plan.yaml:23:14: error: '\(cause)' is no extraordinary situation
            help: an imbalance there is, and growth that is expected, are in the distribution already; \
          redeploy vacant capacities inside the health council (FAQ no. 2)
          """)
    }
  }

  @Test("FAQ 2: what has been vacant for a year moves inside its council, a day before not")
  func vacant() throws {
    let world = SmallDenmark.but {
      $0.events = "withdraw-vacant: true"
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic(
          "100001", in: "0101", capacities: 25, vacant: 2, vacantSince: "2025-07-01"),
        SmallDenmark.clinic("100002", in: "0102", capacities: 13),
        SmallDenmark.clinic("200001", in: "0201"),
      ])
    }
    let plans = try days(["2026-06-30", "2026-07-01"], of: world) { $0 }
    #expect(plans.map { $0.states.map(\.withdrawable) } == [[0, 0, 0], [2, 0, 0]])
    #expect(plans[0].moves.moves.isEmpty)
    // Bdal lacks two of its 15. Of the second both lack as many when Anby has lost it, and it stays.
    #expect(plans[1].moves.moves.map { [$0.clinic, $0.municipality] } == [[0, 1]])
    #expect(plans.map { $0.minimums[0].capacities } == [25, 24])
    #expect(plans.map { $0.states[0].deployed } == [38, 38])
    var kept = world
    kept.events = "withdraw-vacant: false"
    let plan = try kept.plan()
    #expect(plan.moves.moves.isEmpty)
    #expect(plan.states[0].withdrawable == 2)
  }

  @Test("FAQ 3: the more a clinic's own patients need, the fewer it must have")
  func ownPatients() throws {
    let plan = try SmallDenmark.but {
      $0.weights = ["kind,weight\nplain,1\nheavy,2\n"]
      $0.population = $0.population.replacing(",persons", with: ",persons,kind")
        .replacing("000\n", with: "000,plain\n")
      $0.patients = "clinic,persons,kind\n100001,1500,heavy\n100001,1500,plain\n"
    }.plan()
    let minimum = plan.minimums[0]
    #expect(minimum.basis == .ownPatients)
    #expect(minimum.needPerPatient == Ratio(3, over: 2))
    // 2 capacities × 1,600 ∕ 1.5
    #expect(minimum.model == 2_133)
    #expect(plan.minimums[1].model == 1_600)
  }

  @Test("FAQ 3: local facts change the number, each with its reason, from the day they are decided")
  func localFacts() throws {
    let world = SmallDenmark.but {
      $0.facts = """
        clinic,fact,change,reason,decided
        100001,staff,200,two nurses,2026-06-01
        100001,special-population,-350,many homeless,2026-07-02

        """
    }
    let minimums = try days(["2026-07-01", "2026-07-02"], of: world) { $0.minimums[0] }
    #expect(minimums.map(\.model) == [3_200, 3_200])
    #expect(minimums.map(\.decided) == [3_400, 3_050])
    #expect(
      minimums.map { $0.facts.map(\.reason) } == [["two nurses"], ["two nurses", "many homeless"]])
    #expect(minimums[1].facts.map(\.fact) == [.staff, .specialPopulation])
  }

  @Test("FAQ 3: an agreement is sought first where the number lies well above both today's numbers")
  func agreementFirst() throws {
    // 1.1 × 2,910 is 3,201, and 1.1 × 2,909 is 3,199.9.
    for (minimum, patients, needs) in [
      (2_909, 2_909, true), (2_910, 2_909, false), (2_909, 2_910, false), (3_300, 100, false),
    ] {
      let plan = try SmallDenmark.but {
        $0.clinics = SmallDenmark.table([
          SmallDenmark.clinic(
            "100001", in: "0101", capacities: 2, patients: patients, minimum: minimum)
        ])
      }.plan()
      #expect(plan.minimums[0].decided == 3_200)
      #expect(plan.minimums[0].needsAgreementFirst == needs, "\(minimum) and \(patients)")
      #expect(kinds(plan).contains(.agreementFirst) == needs)
    }
  }

  /// A clinic that must have 1,600 patients and is to have 3,200.
  private func raised(_ notice: String, steps: Int = 1) -> SmallDenmark {
    .but {
      $0.steps = steps
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic("100001", in: "0101", capacities: 2, minimum: 1_600)
      ])
      $0.notices = "clinic,informed,calculations,population,complaint\n100001,\(notice)\n"
    }
  }

  @Test("FAQ 4: a higher number holds 30 days after the last of the four things was told")
  func notice() throws {
    for notice in [
      "2026-06-01,2026-05-01,2026-05-01,2026-05-01", "2026-05-01,2026-06-01,2026-05-01,2026-05-01",
      "2026-05-01,2026-05-01,2026-06-01,2026-05-01", "2026-05-01,2026-05-01,2026-05-01,2026-06-01",
    ] {
      let plans = try days(["2026-06-30", "2026-07-01"], of: raised(notice)) { $0 }
      #expect(try plans.map { $0.minimums[0].earliest } == [day("2026-07-01"), day("2026-07-01")])
      #expect(plans.map { $0.minimums[0].inForce } == [1_600, 3_200], "\(notice)")
      #expect(!kinds(plans[0]).contains(.noticeIncomplete))
    }
  }

  @Test("FAQ 4: as long as one of the four is missing, today's number stays")
  func incompleteNotice() throws {
    for (place, part) in MinimumNotice.Part.allCases.enumerated() {
      var days = Array(repeating: "2026-01-01", count: 4)
      days[place] = ""
      let plan = try raised(days.joined(separator: ",")).plan()
      #expect(plan.minimums[0].earliest == nil)
      #expect(plan.minimums[0].inForce == 1_600)
      let finding = try #require(plan.findings.first { $0.kind == .noticeIncomplete })
      #expect(finding.subject == "100001" && finding.number == 3_200)
      #expect(finding.missing == [part])
    }
  }

  @Test("FAQ 4: who was told nothing keeps the number, and who must have fewer needs no notice")
  func noNotice() throws {
    var world = raised("2026-01-01,2026-01-01,2026-01-01,2026-01-01")
    world.notices = nil
    let plan = try world.plan()
    #expect(plan.minimums[0].inForce == 1_600)
    #expect(kinds(plan) == [.noticeMissing])
    world.clinics = world.clinics.replacing(",1600,open", with: ",4000,open")
    #expect(try world.plan().minimums[0].inForce == 3_200)
    #expect(try world.plan().findings.isEmpty)
  }

  @Test("FAQ 4: steps go on until 2027-01-01, when the whole number holds")
  func steps() throws {
    // 184 days from 2026-07-01 to 2027-01-01; half of them are 92.
    let world = raised("2026-06-01,2026-06-01,2026-06-01,2026-06-01", steps: 2)
    let days = ["2026-07-01", "2026-09-30", "2026-10-01", "2026-12-31", "2027-01-01"]
    #expect(
      try self.days(days, of: world) { $0.minimums[0].inForce } == [
        1_600, 1_600, 2_400, 2_400, 3_200,
      ])
  }

  @Test("FAQ 4: a notice of 2027 has no steps")
  func noSteps() throws {
    let world = raised("2027-01-10,2027-01-10,2027-01-10,2027-01-10", steps: 4)
    let days = ["2027-02-08", "2027-02-09"]
    #expect(try self.days(days, of: world) { $0.minimums[0].inForce } == [1_600, 3_200])
  }

  @Test("FAQ 5: nobody must have more than 2,700 patients per capacity before closing")
  func closingLimit() throws {
    for (need, model, decided) in [
      ("0.6", 5_333, 5_333), ("0.5926", 5_400, 5_400), ("0.5925", 5_401, 5_400),
      ("0.5", 6_400, 5_400),
    ] {
      let minimum = try SmallDenmark.but {
        $0.clinics = SmallDenmark.table([
          SmallDenmark.clinic("100001", in: "0101", capacities: 2, need: need)
        ])
      }.plan().minimums[0]
      #expect(minimum.model == model, "\(need)")
      #expect(minimum.decided == decided, "\(need)")
    }
    let law = try law()
    for text in ["2025-07-01", "2026-12-31", "2027-01-01", "2035-12-31"] {
      #expect(try law.limit(.closingLimit, on: day(text)) == Ratio(2_700), "\(text)")
    }
  }

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
  private let thin = SmallDenmark.but {
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
