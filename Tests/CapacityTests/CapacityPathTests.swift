import Capacity
import Scenarios
import Statistics
import TestSupport
import Testing
import Units
import Work

@Suite("The way to the last year")
struct CapacityPathTests {
  /// Ten years of thirty clinics with 60 capacities, some of them vacant, and doctors who come and go.
  private func busy(_ change: (inout SmallDenmark) -> Void = { _ in }) -> SmallDenmark {
    .but {
      $0.until = "2035"
      $0.clinics = SmallDenmark.table(
        (0..<30).map { place in
          SmallDenmark.clinic(
            "\(100_001 + place)", in: SmallDenmark.codes[place % 6], capacities: 2,
            vacant: place % 4 == 0 ? 1 : 0, patients: 2_400 + 20 * place)
        })
      ($0.newDoctors, $0.leaving, $0.deployedShare, $0.beyondMinimum) = ("4", "0.05", "0.5", "0.05")
      change(&$0)
    }
  }

  private func interval(_ low: String, _ central: String, _ high: String) -> String {
    "{ central: \(central), low: \(low), high: \(high), source: 'assumption: a test' }"
  }

  // Who does the work, and which lots.

  @Test("one worker and seven walk the same ways")
  func workers() throws {
    let world = busy {
      $0.runs = 24
      $0.newDoctors = interval("1", "4", "9")
      $0.leaving = interval("0.01", "0.05", "0.1")
      $0.numbers["2035"] = interval("80", "100", "140")
    }
    let plans = try [1, 2, 3, 7].map { try world.plan(workers: $0) }
    for plan in plans {
      #expect(plan.spread?.shortfall == plans[0].spread?.shortfall)
      #expect(plan.spread?.withoutClinic == plans[0].spread?.withoutClinic)
      #expect(plan.path.councils == plans[0].path.councils)
    }
    #expect(
      plans[0].spread?.varied == [
        "capacities.number.2035", "supply.new-doctors", "supply.leaving",
      ])
    #expect(plans[0].spread?.runs == 24)
    #expect(plans[0].spread?.shortfall.count == 10)
    #expect(try #require(plans[0].spread).shortfall[9].deviation > 0)
  }

  @Test("the same seed gives the same way, and another seed another")
  func seeds() throws {
    let first = try busy().plan().path
    #expect(try busy().plan().path.councils == first.councils)
    #expect(try busy { $0.seed = 2 }.plan().path.councils != first.councils)
  }

  @Test("without runs, or with one, nothing is said of how sure the way is")
  func noRuns() throws {
    for runs in [0, 1] { #expect(try busy { $0.runs = runs }.plan().spread == nil) }
    #expect(try busy { $0.runs = 2 }.plan().spread?.runs == 2)
  }

  // Doctors.

  @Test("where nobody comes and nobody leaves, as many capacities are held in every year")
  func nobodyMoves() throws {
    let nation = try busy { ($0.newDoctors, $0.leaving) = ("0", "0") }.plan().path.nation
    #expect(nation.map(\.filled) == Array(repeating: 52, count: 10))
    #expect(nation.map(\.year) == Array(2_026...2_035))
  }

  @Test("where nobody leaves, four new doctors a year fill four of the vacant capacities")
  func newDoctors() throws {
    let nation = try busy { $0.leaving = "0" }.plan().path.nation
    #expect(nation.map(\.filled) == Array(stride(from: 52, through: 88, by: 4)))
    let full = try busy { ($0.leaving, $0.deployedShare) = ("0", "0") }.plan().path.nation
    #expect(full.map(\.filled) == [52, 56, 60, 60, 60, 60, 60, 60, 60, 60])
    #expect(full.map(\.shortfall).last == 40)
  }

  @Test(
    "where all doctors leave and none comes, everybody is without a clinic from the first year on")
  func nobodyIsLeft() throws {
    let nation = try busy { ($0.newDoctors, $0.leaving) = ("0", "1") }.plan().path.nation
    #expect(nation[0].filled == 52)
    for year in nation.dropFirst() {
      #expect(year.filled == 0 && year.listed == 0)
      #expect(year.withoutClinic == 160_000 && year.shortfall == 100)
    }
  }

  @Test("more new doctors never raise the mean shortfall of a year")
  func moreDoctors() throws {
    for seed in 1...5 {
      let means = try ["0", "2", "4", "8", "16", "40"].map { number in
        let spread = try busy {
          ($0.seed, $0.runs, $0.newDoctors) = (seed, 16, number)
        }.plan(workers: 2).spread
        return try #require(spread).shortfall.map(\.mean)
      }
      for (fewer, more) in zip(means, means.dropFirst()) {
        #expect(zip(fewer, more).allSatisfy { $0 >= $1 }, "seed \(seed)")
      }
      #expect(means[0][9] > means[5][9] + 20)
    }
  }

  @Test("the runs lie between what the ends of an interval give, and beyond neither")
  func interval() throws {
    let spread = try #require(
      busy {
        ($0.runs, $0.leaving) = (64, "0")
        $0.newDoctors = interval("1", "4", "5")
      }.plan().spread)
    // 52 are held; nine years bring 9 to 45 more, and 100 are sought.
    for (year, summary) in spread.shortfall.enumerated() {
      #expect(summary.minimum >= Double(48 - 5 * year) && summary.maximum <= Double(48 - year))
    }
    #expect(spread.shortfall[0].deviation == 0)
    #expect(spread.shortfall[9].maximum - spread.shortfall[9].minimum >= 18)
    #expect((15...21).contains(spread.shortfall[9].mean))
    #expect(spread.varied == ["supply.new-doctors"])
  }

  @Test("intervals of money and of other settings vary nothing")
  func otherIntervals() throws {
    let spread = try #require(
      busy {
        ($0.runs, $0.leaving) = (8, "0")
        $0.wellAbove = interval("0.05", "0.1", "0.2")
        $0.money = "base-fee: \(interval("400", "462", "520"))"
      }.plan().spread)
    #expect(spread.varied.isEmpty)
    #expect(spread.shortfall.allSatisfy { $0.deviation == 0 })
  }

  // Capacities.

  @Test("regions deploy their share of the room of each council, to the nearest whole")
  func deployment() throws {
    func deployed(_ share: String) throws -> [[Int]] {
      try SmallDenmark.but { ($0.until, $0.deployedShare) = ("2028", share) }.plan()
        .path.councils.map { $0.map(\.deployed) }
    }
    // Half of 37, 41 and 14, and then of 18, 20 and 7: halves up.
    #expect(try deployed("0.5") == [[3, 4, 1], [22, 25, 8], [31, 35, 12]])
    #expect(try deployed("1") == [[3, 4, 1], [40, 45, 15], [40, 45, 15]])
  }

  @Test("an extraordinary situation makes room in its years, and what was deployed stays")
  func extraordinary() throws {
    let path = try SmallDenmark.but {
      ($0.until, $0.deployedShare) = ("2029", "1")
      $0.events = """
        extraordinary:
          new-town:
            council: oer
            cause: sudden-local-growth
            from: 2028-05-01
            until: 2028-09-30
            capacities: 3
            source: 'assumption: a test'
        """
    }.plan().path
    #expect(path.councils.map { $0[2].deployed } == [1, 15, 18, 18])
  }

  @Test("capacities that are vacant for long move inside their council, and none is lost")
  func withdrawal() throws {
    func councils(_ events: String) throws -> [[Int]] {
      try busy {
        $0.events = events
        $0.deployedShare = "0"
      }.plan().path.councils.map { $0.map(\.deployed) }
    }
    #expect(try councils("withdraw-vacant: true") == councils(""))
    #expect(try councils("").allSatisfy { $0 == [20, 30, 10] })
  }

  @Test(
    "above its ceiling a council loses what is vacant at both ends of a year, but no patients' clinic"
  )
  func withdrawalAboveCeiling() throws {
    func deployed(patients: Int) throws -> [Int] {
      try SmallDenmark.but {
        ($0.until, $0.events) = ("2029", "withdraw-vacant: true")
        $0.ceilings = "council,year,ceiling\nnord,2026,3\nnord,2035,3\n"
        $0.clinics = SmallDenmark.table([
          SmallDenmark.clinic("100001", in: "0101", capacities: 3, vacant: 1, patients: patients),
          SmallDenmark.clinic("100002", in: "0102", capacities: 2, vacant: 1, patients: 1),
        ])
      }.plan().path.councils.map { $0[0].deployed }
    }
    // Seen vacant at the end of 2027, and withdrawn a year later. 5,400 patients need two capacities.
    #expect(try deployed(patients: 5_400) == [5, 5, 3, 3])
  }

  @Test("a capacity moves when it was vacant at both ends of a year, to where need is another")
  func secondYear() throws {
    func nation(_ events: String) throws -> [PathYear] {
      try SmallDenmark.but {
        ($0.until, $0.newDoctors, $0.events) = ("2030", "5", events)
        $0.weights = ["kind,weight\na,1\nb,2\n"]
        $0.population = $0.population.replacing(",persons", with: ",persons,kind")
          .replacing("000\n", with: "000,a\n").replacing("0102,24000,a", with: "0102,24000,b")
        $0.clinics = SmallDenmark.table([
          SmallDenmark.clinic("100001", in: "0101", capacities: 40, vacant: 20, patients: 20_000)
        ])
      }.plan().path.nation
    }
    let (kept, moved) = try (nation(""), nation("withdraw-vacant: true"))
    #expect(kept.map(\.deployed) == moved.map(\.deployed))
    #expect(
      kept.map(\.filled) == [20, 25, 30, 35, 40] && kept.map(\.filled) == moved.map(\.filled))
    // Vacant at the ends of 2027 and 2028, taken by doctors in Bdal from 2029 on.
    #expect(
      zip(kept, moved).map { $0.listedNeed == $1.listedNeed } == [true, true, true, false, false])
  }

  // Patients.

  /// Forty clinics of nord, each with a capacity of 1,600 patients of nord's 64,000.
  private func nord(patients: Int, intake: String = "open", beyond: String = "0") -> SmallDenmark {
    .but {
      $0.until = "2027"
      $0.beyondMinimum = beyond
      $0.clinics = SmallDenmark.table(
        (0..<40).map {
          SmallDenmark.clinic("\(100_001 + $0)", in: "0101", patients: patients, intake: intake)
        })
    }
  }

  @Test("who is on nobody's list is taken up to the minimum, and the clinics close")
  func patientsFindClinics() throws {
    let taken = try nord(patients: 1_500).plan().path.councils[1][0]
    #expect(taken.listed == 64_000 && taken.withoutClinic == 0)
    #expect(taken.closings == 40 && taken.openings == 0)
    let reopened = try nord(patients: 1_500, intake: "closed").plan().path.councils[1][0]
    #expect(reopened.listed == 64_000 && reopened.closings == 40 && reopened.openings == 40)
  }

  @Test("a council with more need than doctors has patients up to the closing limit")
  func closingLimit() throws {
    let plan = try SmallDenmark.but { ($0.until, $0.beyondMinimum) = ("2027", "0.5") }.plan()
    #expect(plan.path.councils[0].map(\.listed) == [4_800, 6_400, 1_600])
    #expect(plan.path.councils[1].map(\.listed) == [8_100, 10_800, 2_700])
    #expect(plan.path.nation[1].withoutClinic == 160_000 - 21_600)
  }

  @Test("clinics with more patients than there are persons lose them to the last")
  func tooManyPatients() throws {
    let nord = try nord(patients: 1_700).plan().path.councils
    #expect(nord[0][0].listed == 68_000 && nord[0][0].withoutClinic == 0)
    #expect(nord[1][0].listed == 64_000)
  }

  @Test(
    "in hundreds of small countries lists hold no more than persons, and doctors no more than there is"
  )
  func properties() throws {
    let folder = try TemporaryFolder()
    let file = try busy().written(to: folder)
    try forEverySeed(in: 0..<200) { random in
      let clinics = (0..<random.whole(in: 1...25)).map { place in
        let capacities = random.whole(in: 0...6)
        return SmallDenmark.clinic(
          "\(100_001 + place)", in: SmallDenmark.codes[random.whole(in: 0...5)],
          capacities: capacities, vacant: random.whole(in: 0...capacities),
          patients: random.whole(in: 0...20_000),
          intake: ["open", "selective", "closed"][random.whole(in: 0...2)],
          need: ["", "0.7", "1.4"][random.whole(in: 0...2)])
      }
      _ = try folder.file("clinics.csv", SmallDenmark.table(clinics))
      let plan = try CapacityPlan(
        of: file.setting("supply.leaving", to: Ratio(random.whole(in: 0...100), over: 100))
          .setting("supply.new-doctors", to: Ratio(random.whole(in: 0...30)))
          .setting("supply.deployed-share", to: Ratio(random.whole(in: 0...10), over: 10))
          .setting("supply.beyond-minimum", to: Ratio(random.whole(in: 0...5), over: 10)),
        workers: Workers(1))
      let councils = plan.path.councils
      return plan.path.nation.allSatisfy { (0...$0.deployed).contains($0.filled) }
        && zip(councils, councils.dropFirst()).allSatisfy { before, after in
          zip(before, after).allSatisfy { before, after in
            (0...after.deployed).contains(after.filled)
              && (0...after.persons).contains(after.listed)
              && after.listed <= 2_700 * after.filled
              && after.deployed >= before.deployed
              && after.deployed <= max(before.deployed, after.target)
          }
        }
    }
  }
}
