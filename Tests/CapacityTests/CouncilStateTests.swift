import Capacity
import Ledger
import TestSupport
import Testing
import Units

@Suite("How far a health council has come")
struct CouncilStateTests {
  /// Two clinics of nord with 3 and 2 capacities, one of syd with 1, and who works there.
  private func world(_ doctors: String...) -> SmallDenmark {
    .but {
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic("100001", in: "0101", capacities: 3, vacant: nil),
        SmallDenmark.clinic("100002", in: "0102", capacities: 2, vacant: nil),
        SmallDenmark.clinic("200001", in: "0201", vacant: nil),
      ])
      $0.doctors =
        "doctor,clinic,qualification,part,owner\n" + doctors.joined(separator: "\n") + "\n"
    }
  }

  @Test("capacities are held by specialists, by doctors under the agreement, or by nobody")
  func holdings() throws {
    let states = try world(
      "A,100001,specialist,1,yes", "B,100001,specialist,0.2,no", "C,100001,other,1,no",
      "D,100002,agreement,1,no", "E,200001,specialist,,", "F,200001,specialist,,"
    ).plan().states
    #expect(states.map(\.deployed) == [5, 1, 0])
    #expect(states.map(\.bySpecialists) == [2, 1, 0])
    #expect(states.map(\.underAgreement) == [1, 0, 0])
    #expect(states.map(\.vacant) == [2, 0, 0])
  }

  @Test("a doctor with posts at two clinics fills one capacity, where it leaves the fewest vacant")
  func twoPosts() throws {
    let states = try world(
      "A,200001,specialist,0.6,no", "A,100001,specialist,0.4,no", "B,200001,specialist,0.5,no"
    ).plan().states
    #expect(states.map(\.bySpecialists) == [1, 1, 0])
  }

  @Test("what the table of clinics says is vacant must be so by the table of doctors")
  func contradiction() throws {
    let told = try SmallDenmark.but {
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic("100001", in: "0101", capacities: 2, vacant: 0)
      ])
      $0.doctors = "doctor,clinic,qualification\nA,100001,specialist\n"
    }.told()
    #expect(
      told.hasSuffix(
        """
        error: clinic '100001' has 0 vacant capacities, and by the table of doctors 1
          help: mend one of the tables, or empty 'vacant'
        """))
  }

  @Test("without a table of doctors the clinics say what is vacant, and the rest are specialists'")
  func withoutDoctors() throws {
    let state = try SmallDenmark.but {
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic("100001", in: "0101", capacities: 3, vacant: 2)
      ])
    }.plan().states[0]
    #expect(state.bySpecialists == 1 && state.underAgreement == 0 && state.vacant == 2)
  }

  @Test("who owns three clinics owns as many as one may, and who owns four is named")
  func owners() throws {
    func findings(of clinics: Int) throws -> [CapacityFinding] {
      try SmallDenmark.but {
        $0.clinics = SmallDenmark.table(
          (0..<4).map { SmallDenmark.clinic("\(100_001 + $0)", in: "0101", vacant: nil) })
        $0.doctors = (0..<4).reduce("doctor,clinic,qualification,owner\n") {
          $0 + "A,\(100_001 + $1),specialist,\($1 < clinics ? "yes" : "no")\n"
        }
      }.plan().findings
    }
    #expect(try findings(of: 3).isEmpty)
    #expect(try findings(of: 4).map(\.kind) == [.tooManyClinics])
    #expect(try findings(of: 4).map(\.subject) == ["A"])
    #expect(try findings(of: 4).map(\.number) == [4])
  }

  @Test("persons of a council who are on no list have no clinic")
  func withoutClinic() throws {
    let states = try SmallDenmark().plan().states
    #expect(states.map(\.persons) == [64_000, 72_000, 24_000])
    #expect(states.map(\.patients) == [4_800, 6_400, 1_600])
    #expect(states.map(\.withoutClinic) == [59_200, 65_600, 22_400])
    #expect(states.map(\.clinics) == [2, 2, 1])
  }

  @Test("a capacity's need is its council's or the country's, of what is deployed or distributed")
  func levels() throws {
    func minimums(_ level: String, _ basis: String) throws -> [Int] {
      try SmallDenmark.but {
        ($0.level, $0.basis) = (level, basis)
        $0.clinics = SmallDenmark.table([
          SmallDenmark.clinic("100001", in: "0101", capacities: 50),
          SmallDenmark.clinic("200001", in: "0201", capacities: 45),
          SmallDenmark.clinic("300001", in: "0301", capacities: 33),
        ])
      }.plan().minimums.map(\.model)
    }
    // 64,000 ∕ 50, 72,000 ∕ 45, 24,000 ∕ 33, and 160,000 ∕ 128 = 1,250, times 50, 45 and 33.
    #expect(try minimums("council", "deployed") == [64_000, 72_000, 24_000])
    #expect(try minimums("nation", "deployed") == [62_500, 56_250, 41_250])
    #expect(try minimums("council", "distributed") == [80_000, 72_000, 52_800])
    #expect(try minimums("nation", "distributed") == [80_000, 72_000, 52_800])
  }

  @Test("the largest numbers tables and plans may hold can be paid and shared out")
  func largest() throws {
    let plan = try SmallDenmark.but {
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic(
          "100001", in: "0101", capacities: 100, patients: 100_000, minimum: 100_000,
          need: "10")
      ])
      $0.weights = ["weight\n1000\n"]
      $0.population = SmallDenmark.persons(
        in: ["2026": Array(repeating: 10_000_000, count: 6)])
      $0.money = """
        base-fee: { central: 1000000, source: 'assumption: a test' }
        services:
          visit:
            per-person: { central: 1000, source: 'assumption: a test' }
            fee: { central: 100000, source: 'assumption: a test' }
        shortage-areas: { municipalities: ["0101"], source: 'assumption: a test' }
        supplement: { central: 1000000000, source: 'assumption: a test' }
        coverage-funds: { central: 1000000000000, source: 'assumption: a test' }
        """
    }.plan()
    #expect(plan.ledger.total { $0.line == .baseFee } == .kroner(100_000_000_000))
    #expect(plan.ledger.total { $0.line == .serviceFee } == .kroner(100_000_000_000_000))
    #expect(plan.distribution.municipalities.reduce(0, +) == 100)
  }
}
