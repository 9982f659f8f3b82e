import Analysis
import Arrivals
import Documents
import Scenarios
import Testing
import Units

@Suite("The range of the cost")
struct CostRangeTests {
  private struct Case: Sendable {
    var world: SmallWorld
    let range: CostRange

    init(standbyContracts: String? = nil) throws {
      world = try SmallWorld()
      try world.change("enrolment.changes-per-year", to: Self.interval(0, 2, 4))
      if let standbyContracts { try world.change("standby-contracts", to: standbyContracts) }
      range = try CostRange(of: world.file, central: world.comparison())
    }

    static func interval(_ low: Int, _ central: Int, _ high: Int) -> String {
      "{ low: \(low), central: \(central), high: \(high), source: a test }"
    }
  }

  /// Without and with a number for the contracts, which decides what the baseline depends on.
  private static let shared = [nil, Case.interval(10_000, 20_000, 30_000)].map { contracts in
    Result<Case, any Error> { try Case(standbyContracts: contracts) }
  }

  @Test("every uncertain number in use has a row, in the order of the file")
  func paths() throws {
    let paths = try Self.shared[0].get().range.rows.map(\.path)
    #expect(
      paths == [
        "arrivals.diplomats.family-size", "arrivals.diplomats.uptake",
        "arrivals.diplomats.accompanying-ages.0-15",
        "arrivals.diplomats.insured-share", "arrivals.diplomats.stay-years",
        "enrolment.channels.embassy-list.consent",
        "enrolment.channels.embassy-list.cost-per-case",
        "enrolment.channels.embassy-list.deregistration-delay", "enrolment.changes-per-year",
        "consultations.more-per-year", "consultations.supplement-refund",
      ])
    #expect(try Self.shared[1].get().range.rows.map(\.path) == paths + ["standby-contracts"])
  }

  @Test("the other channel's numbers take the place of the first one's when it is chosen")
  func otherChannel() throws {
    let world = try SmallWorld(changes: ["enrolment.channel": "individual"])
    let paths = try CostRange(of: world.file, central: world.comparison()).rows.map(\.path)
    #expect(paths.contains("enrolment.channels.individual.cost-per-case"))
    #expect(!paths.contains { $0.contains("embassy-list") })
  }

  @Test("all numbers at their cheaper ends cost municipalities least, and at the dearer most")
  func ends() throws {
    for range in try Self.shared.map({ try $0.get().range }) {
      let costs = range.rows.flatMap { [$0.low.municipality, $0.high.municipality] }
      let all = costs + [range.central.municipality]
      #expect(all.allSatisfy { range.lowest.municipality <= $0 })
      #expect(all.allSatisfy { $0 <= range.highest.municipality })
      #expect(range.lowest.municipality < range.highest.municipality)
    }
  }

  @Test("every row is what a whole comparison of its own gives", arguments: 0...1)
  func wholeComparisons(contracts: Int) throws {
    let world = try Self.shared[contracts].get().world
    for row in try Self.shared[contracts].get().range.rows {
      let low = try Comparison(of: world.file.taking(.low, of: row.path)).cost
      let high = try Comparison(of: world.file.taking(.high, of: row.path)).cost
      #expect(row.low == low, "\(row.path)")
      #expect(row.high == high, "\(row.path)")
    }
  }

  @Test("each uncertain number moves somebody's cost, or stands at that end already")
  func noDeadRange() throws {
    let world = try Self.shared[1].get().world
    let range = try Self.shared[1].get().range
    for row in range.rows {
      // Everybody consents in the scenario, so how many must be asked matters only below.
      if row.path == "arrivals.diplomats.accompanying-ages.0-15" { continue }
      let estimate = try #require(world.file.document.value(at: row.path))
      let isLow = estimate["low"]?.asTyped == estimate["central"]?.asTyped
      let isHigh = estimate["high"]?.asTyped == estimate["central"]?.asTyped
      #expect((row.low == range.central) == isLow, "low end of \(row.path)")
      #expect((row.high == range.central) == isHigh, "high end of \(row.path)")
    }
  }

  @Test("the share that must consent matters when not everybody does")
  func consentingAge() throws {
    let world = try SmallWorld(changes: ["enrolment.channels.embassy-list.consent": "0.5"])
    let range = try CostRange(of: world.file, central: world.comparison())
    let row = try #require(range.rows.first { $0.path.hasSuffix("accompanying-ages.0-15") })
    // The more children, the fewer must consent.
    #expect(row.low.municipality < range.central.municipality)
    #expect(range.central.municipality < row.high.municipality)
  }
}
