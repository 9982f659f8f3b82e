import Capacity
import Diagnostics
import RateBooks
import Rules
import Scenarios
import TestSupport
import Testing
import Units

/// The eleven answers of the FAQ on the national distribution model, number by number.
@Suite("The FAQ on the national distribution model")
struct FAQTests {
  /// Days of the plan, and what a plan of each says.
  func days<Value>(
    _ days: [String], of world: SmallDenmark, _ value: (CapacityPlan) -> Value
  ) throws -> [Value] {
    try days.map { day in
      var world = world
      world.day = day
      return try value(world.plan())
    }
  }

  func kinds(_ plan: CapacityPlan) -> [CapacityFinding.Kind] { plan.findings.map(\.kind) }

  func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  func law() throws -> RateBook {
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
        $0.ceilings = "council,year,ceiling\nnord,2026,40\n"
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

  @Test("FAQ 4: a fact that raises the number after the notice needs another notice")
  func newNotice() throws {
    func plan(_ change: Int, decided: String) throws -> CapacityPlan {
      var world = raised("2026-01-01,2026-01-01,2026-01-01,2026-01-01")
      world.facts = "clinic,fact,change,reason,decided\n100001,staff,\(change),more,\(decided)\n"
      return try world.plan()
    }
    #expect(try plan(100, decided: "2026-01-01").minimums[0].inForce == 3_300)
    let late = try plan(100, decided: "2026-01-02")
    #expect(late.minimums[0].decided == 3_300 && late.minimums[0].inForce == 1_600)
    #expect(kinds(late).contains(.noticeIncomplete))
    // Who must have fewer has been told of more than that already.
    #expect(try plan(-100, decided: "2026-01-02").minimums[0].inForce == 3_100)
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
}
