import Capacity
import Rules
import Scenarios
import TestSupport
import Testing
import Units
import Work

@Suite("Capacities shared out by need")
struct DistributionTests {
  private static let methods = ApportionmentMethod.allCases.map(\.rawValue)

  private func distribution(
    _ change: (inout SmallDenmark) -> Void = { _ in }
  ) throws -> Distribution {
    try SmallDenmark.but(change).plan().distribution
  }

  private func ceilings(_ rows: String...) -> String {
    "council,year,ceiling,floor\n" + rows.joined(separator: "\n") + "\n"
  }

  @Test("1,600 persons of equal need have a capacity, in councils and in municipalities")
  func even() throws {
    for method in Self.methods {
      let distribution = try distribution { $0.method = method }
      #expect(distribution.total == 100 && distribution.unplaced == 0)
      #expect(distribution.councils == [40, 45, 15])
      #expect(distribution.municipalities == [25, 15, 30, 10, 5, 15])
      #expect(distribution.ceilings == [nil, nil, nil])
    }
  }

  @Test("one capacity more takes one from oer by largest remainder, and never by Sainte-Laguë")
  func methods() throws {
    func councils(_ method: String, _ number: Int) throws -> [Int] {
      try distribution {
        $0.method = method
        $0.numbers = ["2026": "\(number)", "2027": "\(number)"]
      }.councils
    }
    // The quotas of 23 are 9.2, 10.35 and 3.45; those of 24 are 9.6, 10.8 and 3.6.
    #expect(try councils("largest-remainder", 23) == [9, 10, 4])
    #expect(try councils("largest-remainder", 24) == [10, 11, 3])
    #expect(try councils("sainte-lague", 23) == [9, 11, 3])
    #expect(try councils("sainte-lague", 24) == [9, 11, 4])
  }

  @Test(
    "a council's number stops at its ceiling and never goes below its floor; others have the rest")
  func bounds() throws {
    for method in Self.methods {
      // Of the 80 left for nord and syd, by 64 to 72, are 37.6 and 42.4.
      let distribution = try distribution {
        $0.method = method
        $0.ceilings = ceilings("oer,2026,30,20")
      }
      #expect(distribution.councils == [38, 42, 20], "\(method)")
      // Of the 70 left for syd and oer, by 72 to 24, are 52.5 and 17.5; of equals the earlier wins.
      let capped = try self.distribution {
        $0.method = method
        $0.ceilings = ceilings("nord,2026,30,")
      }
      #expect(capped.councils == [30, 53, 17], "\(method)")
      #expect(capped.ceilings == [30, nil, nil])
    }
  }

  @Test(
    "ceilings and floors lie on straight lines, whole numbers below, and stay after the last year")
  func linesOfCeilings() throws {
    func ceiling(on day: String) throws -> Int? {
      try distribution {
        $0.day = day
        $0.population = SmallDenmark.persons(
          in: ["2020": SmallDenmark.counts, "2040": SmallDenmark.counts])
        $0.numbers = ["2020": "100", "2040": "100"]
        $0.ceilings = ceilings("nord,2035,31,", "nord,2026,20,", "nord,2030,31,")
      }.ceilings[0]
    }
    // 20 + 11 × 1 ∕ 4 = 22.75, 25.5 and 28.25.
    let days = ["2025-07-01", "2026-07-01", "2027-07-01", "2028-07-01", "2029-07-01", "2038-07-01"]
    #expect(try days.map(ceiling) == [20, 20, 22, 25, 28, 31])
  }

  @Test("what no ceiling leaves room for is nobody's, and is told")
  func unplaced() throws {
    let plan = try SmallDenmark.but {
      $0.ceilings = ceilings("nord,2026,10,", "syd,2026,20,", "oer,2026,40,")
    }.plan()
    #expect(plan.distribution.councils == [10, 20, 40])
    #expect(plan.distribution.unplaced == 30)
    #expect(plan.findings.first?.kind == .unplaced)
    #expect(plan.findings.first?.number == 30)
  }

  @Test(
    "expected growth is in the distribution, on straight lines between the years that are known")
  func growth() throws {
    func distribution(on day: String) throws -> Distribution {
      try self.distribution {
        $0.day = day
        $0.numbers = ["2026": "100", "2035": "190"]
        $0.population = SmallDenmark.persons(
          in: [
            "2026": SmallDenmark.counts, "2035": [40_000, 24_000, 48_000, 16_000, 8_000, 48_000],
          ])
      }
    }
    let first = try distribution(on: "2026-01-01")
    #expect(first.year == 2026 && first.total == 100 && first.councils == [40, 45, 15])
    // 3 of 9 years: 30 of 90 capacities, and 8,000 of 24,000 persons.
    let third = try distribution(on: "2029-12-31")
    #expect(third.total == 130 && third.need.persons[5] == 32_000)
    // 130 × 64 ∕ 168 = 49.52, 130 × 72 ∕ 168 = 55.71 and 130 × 32 ∕ 168 = 24.76.
    #expect(third.councils == [49, 56, 25])
    let last = try distribution(on: "2035-12-31")
    // 190 × 64 ∕ 184 = 66.09, 190 × 72 ∕ 184 = 74.35 and 190 × 48 ∕ 184 = 49.57.
    #expect(last.total == 190 && last.councils == [66, 74, 50])
  }

  @Test("the path shares every year's number out by that year's need")
  func targets() throws {
    let plan = try SmallDenmark.but {
      $0.until = "2035"
      $0.numbers = ["2026": "100", "2035": "190"]
      $0.population = SmallDenmark.persons(
        in: ["2026": SmallDenmark.counts, "2035": [40_000, 24_000, 48_000, 16_000, 8_000, 48_000]])
    }.plan()
    #expect(plan.path.nation.map(\.target) == stride(from: 100, through: 190, by: 10).map(\.self))
    #expect(plan.path.councils[3].map(\.target) == [49, 56, 25])
    #expect(plan.path.councils[9].map(\.target) == [66, 74, 50])
    #expect(plan.path.nation.map(\.persons).last == 184_000)
  }

  @Test("districts have their parts, by need, of their municipality's number")
  func districts() throws {
    let plan = try SmallDenmark.but {
      var rows = "year,municipality,district,persons\n"
      for year in ["2026", "2035"] {
        for (code, count) in zip(SmallDenmark.codes, SmallDenmark.counts) {
          rows += "\(year),\(code),east,\(count / 4)\n\(year),\(code),west,\(count * 3 / 4)\n"
        }
      }
      $0.population = rows
    }.plan()
    #expect(
      plan.inputs.need.districts.map(\.name)
        == Array(repeating: ["east", "west"], count: 6).flatMap(\.self))
    #expect(plan.districtNeed.persons[0...1] == [10_000, 30_000])
    // 25 are 6.25 and 18.75, 15 are 3.75 and 11.25, 30 are 7.5 and 22.5, of which the earlier has the half.
    #expect(plan.districtNumbers == [6, 19, 4, 11, 8, 22, 3, 7, 1, 4, 4, 11])
    #expect(try SmallDenmark().plan().districtNumbers.isEmpty)
  }

  @Test("floors that sum to more than there is are refused, in the first year and in a later one")
  func refusals() throws {
    var world = SmallDenmark.but { $0.ceilings = ceilings("nord,2026,90,41", "oer,2026,90,60") }
    #expect(
      try world.told() == """
        refused: the health councils are promised 101 capacities in 2026, and there are 100
          help: lower the floors of the table of ceilings, or raise 'capacities: number'
        """)
    world.ceilings = ceilings("nord,2026,90,40", "oer,2026,90,60")
    #expect(try world.plan().distribution.councils == [40, 0, 60])
    world.until = "2035"
    world.numbers["2035"] = "91"
    #expect(
      try world.told() == """
        refused: the health councils are promised 100 capacities in 2027, and there are 99
          help: lower the floors of the table of ceilings, or raise 'capacities: number'
        """)
  }

  @Test("sums are exact and bounds hold in five hundred small countries, by both methods")
  func properties() throws {
    let folder = try TemporaryFolder()
    for method in Self.methods {
      var world = SmallDenmark()
      world.method = method
      world.numbers = ["2026": "100", "2035": "100"]
      world.ceilings = ceilings("nord,2026,1,0")
      let file = try world.written(to: folder)
      try forEverySeed(in: 0..<250) { random in
        let total = random.whole(in: 1...400)
        let counts = SmallDenmark.codes.map { _ in
          random.whole(in: 1...random.whole(in: 1...90_000))
        }
        let floors = (0..<3).map { _ in random.whole(in: 0...total / 4) }
        let tops = floors.map { $0 + random.whole(in: 0...total) }
        let isBound = (0..<3).map { _ in random.whole(in: 0...3) > 0 }
        let rows = zip(["nord", "syd", "oer"], zip(tops, floors)).map {
          "\($0),2026,\($1.0),\($1.1)"
        }
        _ = try folder.file("population.csv", SmallDenmark.persons(in: ["2026": counts]))
        _ = try folder.file(
          "ceilings.csv",
          "council,year,ceiling,floor\n"
            + zip(rows, isBound).map { $1 ? $0 + "\n" : "" }.joined() + "oer,2040,1000,0\n")
        let plan = try CapacityPlan(
          of: file.setting("capacities.number.2026", to: Ratio(total)), workers: Workers(1))
        let shared = plan.distribution
        let sum = shared.councils.reduce(0, +)
        let isFull = zip(shared.councils, shared.ceilings).allSatisfy { $0 == $1 }
        let holds = isBound.indices.allSatisfy {
          !isBound[$0] || (floors[$0]...tops[$0]).contains(shared.councils[$0])
        }
        let members = plan.inputs.areas.councils.map { council in
          council.municipalities.reduce(0) { $0 + shared.municipalities[$1] }
        }
        return sum + shared.unplaced == total && holds && members == shared.councils
          && (shared.unplaced == 0 || isFull)
          && zip(shared.councils, shared.ceilings).allSatisfy { $0 <= $1 ?? .max }
      }
    }
  }

  @Test("without bounds nobody is a whole capacity from the quota, and more need never has fewer")
  func quotas() throws {
    let folder = try TemporaryFolder()
    let file = try SmallDenmark().written(to: folder)
    try forEverySeed(in: 0..<250) { random in
      let counts = SmallDenmark.codes.map { _ in random.whole(in: 1...90_000) }
      _ = try folder.file("population.csv", SmallDenmark.persons(in: ["2026": counts]))
      let total = random.whole(in: 1...400)
      let shared = try CapacityPlan(
        of: file.setting("capacities.number.2026", to: Ratio(total)), workers: Workers(1)
      ).distribution
      let needs = [counts[0] + counts[1], counts[2] + counts[3] + counts[4], counts[5]]
      let whole = needs.reduce(0, +)
      return (0..<3).allSatisfy { a in
        abs(shared.councils[a] * whole - total * needs[a]) < whole
          && (0..<3).allSatisfy { b in
            needs[a] <= needs[b] || shared.councils[a] >= shared.councils[b]
          }
      }
    }
  }
}
