import Capacity
import Diagnostics
import Ledger
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units
import Work

@Suite("What clinics are paid")
struct PlanMoneyTests {
  private static let unpublished = "{ central: not-published, source: 'assumption: a test' }"

  private func kroner(_ text: String) -> String {
    "{ central: \(text), source: 'assumption: a test' }"
  }

  /// Three clinics in Anby, Bdal and Cby, with 2, 1 and 1 capacities.
  private func world(
    _ money: String, patients: [Int] = [5_400, 2_700, 2_700], needs: [String] = ["1", "1", "1"],
    _ change: (inout SmallDenmark) -> Void = { _ in }
  ) -> SmallDenmark {
    .but {
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic(
          "100001", in: "0101", capacities: 2, patients: patients[0], need: needs[0]),
        SmallDenmark.clinic("100002", in: "0102", patients: patients[1], need: needs[1]),
        SmallDenmark.clinic("200001", in: "0201", patients: patients[2], need: needs[2]),
      ])
      $0.money = money
      change(&$0)
    }
  }

  /// What each of the three clinics is paid by a line.
  private func paid(_ line: AccountLine, _ world: SmallDenmark) throws -> [Money] {
    let ledger = try world.plan().ledger
    return (0..<3).map { clinic in ledger.total { $0.line == line && $0.list == clinic } }
  }

  private func ore(_ amounts: Int...) -> [Money] { amounts.map(Money.init(ore:)) }

  private let everything = """
    base-fee: { central: 462.35, source: 'assumption: a test' }
    differentiated:
      as-of: 2020-12-31
      threshold: { central: 0.05, source: 'assumption: a test' }
    services:
      "0101":
        per-person: { central: 3.3, source: 'assumption: a test' }
        as-of: 2024-04-01
    shortage-areas: { municipalities: ["0101", "0201"], source: 'assumption: a test' }
    supplement: { central: 77777.77, source: 'assumption: a test' }
    coverage-funds: { central: 1000000.01, source: 'assumption: a test' }
    """

  @Test("what regions pay is what clinics are paid, to the øre")
  func balance() throws {
    let ledger = try world(everything, needs: ["1.07", "1.2", "0.9"]).plan().ledger
    #expect(Set(ledger.postings.map(\.line)).count == 5)
    #expect(Account.allCases.reduce(Money.zero) { $0 + ledger.balance(of: $1) } == .zero)
    let total = ledger.total { _ in true }
    #expect(ledger.balance(of: .practice) == total && ledger.balance(of: .region) == -total)
    #expect(total > .kroner(10_000_000))
  }

  @Test("the base fee is paid for every patient on the list")
  func baseFee() throws {
    // 5,400 and 2,700 times 462.35.
    #expect(
      try paid(.baseFee, world(everything)) == ore(249_669_000, 124_834_500, 124_834_500))
  }

  @Test("services are as many as the clinic's patients need, each at the fee of the law or its own")
  func services() throws {
    // 5,400 × 1.07 × 3.3 = 19,067.4; 2,700 × 1.25 × 3.3 = 11,137.5; 2,700 × 0.9 × 3.3 = 8,019.
    let byLaw = world(everything, needs: ["1.07", "1.25", "0.9"])
    #expect(
      try paid(.serviceFee, byLaw) == ore(19_067 * 16_072, 11_138 * 16_072, 8_019 * 16_072))
    let own = world(
      everything.replacing("as-of: 2024-04-01", with: "fee: \(kroner("10.01"))"),
      needs: ["1.07", "1.25", "0.9"])
    #expect(try paid(.serviceFee, own) == ore(19_067 * 1_001, 11_138 * 1_001, 8_019 * 1_001))
  }

  @Test("every posting names its rule: the plan's own number or the law's")
  func origins() throws {
    let ledger = try world(everything, needs: ["1.07", "1", "1"]).plan().ledger
    let origins = Dictionary(grouping: ledger.postings, by: \.line).mapValues {
      Set($0.map { ledger.origins[$0.origin].position.file.split(separator: "/").last ?? "" })
    }
    #expect(origins[.baseFee] == ["plan.yaml"])
    #expect(origins[.temporarySupplement] == ["plan.yaml"])
    #expect(origins[.serviceFee] == ["small.yml"])
    #expect(origins[.differentiatedBaseFee] == ["small.yml"])
  }

  // The pool.

  @Test("the pool of the law goes to shortage areas by patients, and by burden up to the most")
  func poolOfTheLaw() throws {
    // 24 of 60 million by 3,000 to 1,000; above the threshold of 0.05 are only 1.051 and 1.2.
    let world = world(
      everything, patients: [3_000, 500, 1_000], needs: ["1.051", "1.05", "1.2"])
    #expect(
      try paid(.differentiatedBaseFee, world)
        == [.kroner(18_000_000 + 200_000), .zero, .kroner(6_000_000 + 100_000)])
  }

  private func smallPool(most: String) -> String {
    """
    base-fee-pools:
      small:
        title: A small pool
        unit: DKK/year
        periods:
          - from: 2026-01-01
            value: { pool: 100.01, shortage-share: 0.4, most-per-capacity: \(most) }
            reference: { title: made up for tests, url: "https://example.org" }
    """
  }

  private let pool = """
    base-fee: { central: not-published, source: 'assumption: a test' }
    differentiated:
      as-of: 2026-07-01
      threshold: { central: 0.05, source: 'assumption: a test' }
    shortage-areas: { municipalities: ["0101", "0102", "0201"], source: 'assumption: a test' }
    """

  @Test("a pool is paid out to the last øre where no most stands in the way")
  func wholePool() throws {
    // 40.00 in three parts, and 60.01 by excesses of 500 to 250.
    let world = world(pool, patients: [1_000, 1_000, 1_000], needs: ["1.5", "1.25", "1.05"]) {
      $0.law = smallPool(most: "100")
    }
    #expect(
      try paid(.differentiatedBaseFee, world) == ore(1_334 + 4_001, 1_333 + 2_000, 1_333))
  }

  @Test("what a clinic loses by its most goes to the others, and what nobody may have stays")
  func cappedPool() throws {
    func paid(most: String) throws -> [Money] {
      try self.paid(
        .differentiatedBaseFee,
        world(pool, patients: [1_000, 1_000, 1_000], needs: ["1.25", "1.5", "1"]) {
          $0.law = smallPool(most: most)
        })
    }
    // 20.00 and 40.01; the second clinic has one capacity, the first has two.
    #expect(try paid(most: "30.01") == ore(1_334 + 3_000, 1_333 + 3_001, 1_333))
    #expect(try paid(most: "10") == ore(1_334 + 2_000, 1_333 + 1_000, 1_333))
  }

  // The supplement and the funds.

  @Test("the supplement is paid for capacities in shortage areas that their clinic still has")
  func supplement() throws {
    #expect(
      try paid(.temporarySupplement, world(everything)) == ore(15_555_554, 0, 7_777_777))
    let withdrawn = world(everything) {
      $0.events = "withdraw-vacant: true"
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic(
          "100001", in: "0101", capacities: 26, vacant: 1, vacantSince: "2020-01-01"),
        SmallDenmark.clinic("100002", in: "0102"), SmallDenmark.clinic("200001", in: "0201"),
      ])
    }
    #expect(
      try paid(.temporarySupplement, withdrawn) == ore(25 * 7_777_777, 0, 7_777_777))
  }

  @Test("funds are shared out by patients of shortage areas without losing an øre")
  func coverageFunds() throws {
    // 1,000,000.01 by 5,400 to 2,700.
    #expect(try paid(.coverageFunds, world(everything)) == ore(66_666_667, 0, 33_333_334))
    let nobody = world(everything, patients: [0, 100, 0])
    #expect(try paid(.coverageFunds, nobody) == ore(0, 0, 0))
  }

  @Test("funds of any size are paid to the last øre, in three hundred small countries")
  func fundsProperty() throws {
    let folder = try TemporaryFolder()
    let file = try world(everything).written(to: folder)
    try forEverySeed(in: 0..<300) { random in
      let patients = (0..<3).map { _ in random.whole(in: 1...9_999) }
      _ = try folder.file("clinics.csv", world("", patients: patients).clinics)
      let amount = random.whole(in: 1...99_999_999)
      let ledger = try CapacityPlan(
        of: file.setting("money.coverage-funds", to: Ratio(amount, over: 100)), workers: Workers(1)
      ).ledger
      return ledger.total { $0.line == .coverageFunds } == Money(ore: amount)
        && Account.allCases.reduce(Money.zero) { $0 + ledger.balance(of: $1) } == .zero
    }
  }

  // What is not known.

  @Test("a number that is not published is no posting, and a frame that is not published no frame")
  func notPublished() throws {
    let plan = try world(
      """
      base-fee: \(Self.unpublished)
      shortage-areas: { municipalities: ["0101"], source: 'assumption: a test' }
      supplement: \(Self.unpublished)
      coverage-funds: \(Self.unpublished)
      frame: { amount: \(Self.unpublished), growth: \(kroner("0")), as-of: 2023-07-01 }
      """
    ).plan()
    #expect(plan.ledger.postings.isEmpty && plan.frame.isEmpty)
    let silent = try SmallDenmark().plan()
    #expect(silent.ledger.postings.isEmpty && silent.frame.isEmpty)
  }

  // The frame.

  private func framed(
    baseFee: String, service: String? = nil, frame: String, growth: String = "0", until: String,
    patients: [Int] = [5_400, 2_700, 2_700]
  ) throws -> [FrameYear] {
    let services = service.map {
      "services:\n  visit:\n    per-person: \(kroner("2"))\n    fee: \(kroner($0))\n"
    }
    return try world(
      "base-fee: \(kroner(baseFee))\n" + (services ?? "")
        + "frame: { amount: \(kroner(frame)), growth: \(kroner(growth)), as-of: 2023-07-01 }\n",
      patients: patients
    ) { $0.until = until }.plan().frame
  }

  @Test("0.6 percent beyond the frame is tolerated, and the øre above it is not")
  func tolerance() throws {
    // 10,800 patients. 1,080,000 ∕ 1.006 is 1,073,558.648…: a thousandth above it and below it.
    func clawBack(_ frame: String) throws -> [Money] {
      try framed(baseFee: "100", frame: frame, until: "2026").map(\.clawBack)
    }
    #expect(try clawBack("1073558.65") == [.zero])
    #expect(try clawBack("1073558.64") == [Money(ore: 1)])
    #expect(try clawBack("1000000") == [.kroner(74_000)])
    #expect(try clawBack("2000000") == [.zero])
  }

  @Test("what was spent too much is repaid by lower fees of the next year, and then by none")
  func feeFactor() throws {
    // 10,800 patients: base fees of 1,080,000 and 21,600 visits at 50. The limit is 2,012,000.
    let years = try framed(baseFee: "100", service: "50", frame: "2000000", until: "2028")
    #expect(years.map(\.spending) == [.kroner(2_160_000), .kroner(2_012_000), .kroner(2_160_000)])
    #expect(years.map(\.clawBack) == [.kroner(148_000), .zero, .kroner(148_000)])
    #expect(years.map(\.feeFactor) == [.one, Ratio(932, over: 1_080), .one])
    #expect(years.map(\.serviceFees) == [.kroner(1_080_000), .kroner(932_000), .kroner(1_080_000)])
    #expect(years.map(\.otherPayments) == Array(repeating: .kroner(1_080_000), count: 3))
  }

  @Test("the frame grows by its share a year, and fees below zero there are none")
  func growth() throws {
    let years = try framed(
      baseFee: "100", service: "1", frame: "1000000", growth: "0.015", until: "2028")
    #expect(years.map(\.frame) == [.kroner(1_000_000), .kroner(1_015_000), .kroner(1_030_225)])
    // 1,101,600 is 95,600 beyond 1,006,000, and fees are 21,600.
    #expect(years[0].clawBack == .kroner(95_600))
    #expect(years[1].feeFactor == .zero && years[1].serviceFees == .zero)
    // 1,080,000 is 58,910 beyond 1,015,000 × 1.006.
    #expect(years[1].clawBack == .kroner(58_910))
  }

  @Test("twice the patients cost twice as much in the next year")
  func morePatients() throws {
    let years = try framed(
      baseFee: "100", service: "50", frame: "9000000", until: "2027",
      patients: [2_700, 1_350, 1_350])
    #expect(years.map(\.serviceFees) == [.kroner(540_000), .kroner(1_080_000)])
    #expect(years.map(\.otherPayments) == [.kroner(540_000), .kroner(1_080_000)])
  }

  // Reforms.

  @Test("a reform that changes nothing changes no posting, no number and no way")
  func emptyReform() throws {
    let folder = try TemporaryFolder()
    let frame =
      "\nframe: { amount: \(kroner("1000000")), growth: \(kroner("0.01")), as-of: 2023-07-01 }"
    let world = world(everything + frame, needs: ["1.07", "1", "1"]) {
      ($0.until, $0.runs) = ("2030", 8)
      ($0.newDoctors, $0.leaving, $0.deployedShare) = ("3", "0.1", "0.5")
    }
    let before = try CapacityPlan(of: world.written(to: folder), workers: Workers(1))
    let reform = try folder.file("reform.yaml", "reform: Nothing\nbase: plan.yaml\nchange: {}\n")
    let after = try CapacityPlan(of: ScenarioFile(reading: reform), workers: Workers(2))
    #expect(!before.ledger.postings.isEmpty)
    #expect(after.ledger.postings == before.ledger.postings)
    #expect(after.ledger.origins == before.ledger.origins)
    #expect(after.distribution.municipalities == before.distribution.municipalities)
    #expect(after.minimums.map(\.decided) == before.minimums.map(\.decided))
    #expect(after.path.councils == before.path.councils)
    #expect(after.spread?.shortfall == before.spread?.shortfall)
    #expect(after.frame.map(\.spending) == before.frame.map(\.spending))
  }

  @Test("a reform of one number changes what follows from it, and nothing else")
  func smallReform() throws {
    let folder = try TemporaryFolder()
    let before = try CapacityPlan(of: world(everything).written(to: folder), workers: Workers(1))
    let reform = try folder.file(
      "reform.yaml",
      "reform: A krone more\nbase: plan.yaml\nchange: { money.base-fee.central: 463.35 }\n")
    let after = try CapacityPlan(of: ScenarioFile(reading: reform), workers: Workers(1))
    func total(_ plan: CapacityPlan, _ line: AccountLine) -> Money {
      plan.ledger.total { $0.line == line }
    }
    for line in AccountLine.allCases {
      #expect(
        total(after, line) - total(before, line) == (line == .baseFee ? .kroner(10_800) : .zero))
    }
  }
}
