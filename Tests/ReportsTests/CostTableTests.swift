import Scenarios
import Testing
import Units

@testable import Reports

@Suite("The tables of costs")
struct CostTableTests {
  @Test("months sum to the municipality's total, and municipalities to that of all")
  func sums() throws {
    let rows = try rows(.marginalCost)
    let total = try #require(rows.last)
    #expect(total.prefix(2) == [.term("all"), .term("all")])
    let municipalities = rows.dropLast().filter { $0[1] == .term("all") }
    #expect(municipalities.count == 3)
    #expect(municipalities.reduce(.zero) { $0 + $1[4].money } == total[4].money)
    for municipality in municipalities {
      let months = rows.filter { $0[0] == municipality[0] && $0[1] != .term("all") }
      #expect(months.count == 12)
      #expect(months.reduce(.zero) { $0 + $1[4].money } == municipality[4].money)
    }
  }

  @Test("a person's yearly rate is that of the tier where room was found")
  func rates() throws {
    let lists = "list,municipality,length,cap\na,oslo,500,900\nb,baerum,1500,2000\n"
    let world = try SmallWorld(lists, changes: ["law-at": "2021-05-01"])
    let table = try #require(try world.report("marginal-cost").tables.first)
    let totals = table.rows.filter { $0[1] == .term("all") }
    let rates = totals.map { Wording(.english).text($0[5]) }
    #expect(rates.prefix(2) == ["577.00", "499.00"])
  }

  @Test("a rate of nobody is no number, which is not the same as one nobody has published")
  func rateOfNobody() throws {
    let report = try SmallWorld(changes: ["arrivals.diplomats.uptake": "0"]).report("marginal-cost")
    let text = TextWriter(Wording(.english)).text(report)
    #expect(!text.contains("not published"))
    #expect(text.contains(/all +all +0.0 +0.0 +0 +–\n/))
    let csv = MachineWriter(Wording(.english)).csv(report.tables[0], in: report)
    #expect(csv.contains(/\nall,all,.*,0\.00,,2021,[^,]*,current,after-list-movements\n$/))
  }

  @Test("municipalities break even when contracts cost what the grants do")
  func breakEven() throws {
    let rows = try rows(.breakEven)
    let grants = try #require(try self.rows(.marginalCost).last)[4]
    #expect(rows.map { $0[1] } == [grants, .missing, .missing])
  }

  @Test("every row of payers is with, less without")
  func differences() throws {
    let rows = try rows(.payers).filter { $0[3] != .missing }
    #expect(rows.count == 5)
    #expect(rows.allSatisfy { $0[4].money - $0[3].money == $0[5].money })
    let grants = try #require(rows.first { $0[2] == .term("base-grant") })
    #expect(try grants[5].money == #require(self.rows(.marginalCost).last)[4].money)
  }

  @Test("the last cell of the scenario's own uptake and family is its cost")
  func ownCell() throws {
    let cells = try #require(try rows(.costByUptake).last)
    #expect(cells[0] == .number(.one, decimals: 2))
    let central = try #require(try rows(.costRange).first)
    #expect(central[0] == .term("central"))
    #expect(cells[3] == central[2])
  }

  @Test("the range has two rows a number, between the centre and the two ends")
  func range() throws {
    let rows = try rows(.costRange)
    #expect(rows.suffix(2).map { $0[0] } == [.term("all-low"), .term("all-high")])
    let costs = rows.map { $0[2].money }
    #expect(costs.min() == rows[rows.count - 2][2].money)
    #expect(costs.max() == rows[rows.count - 1][2].money)
    // The centre, both ends of eleven numbers, two other placement rules, and the two corners.
    #expect(rows.count == 1 + 2 * 11 + 2 + 2)
  }

  @Test("persons are counted for every municipality and month")
  func enrolment() throws {
    let rows = try rows(.enrolment)
    #expect(rows.count == 36)
    #expect(rows.filter { $0[0] == .text("Oslo") }.first?[2] == .count(4_182))
  }

  private func rows(_ name: TableName) throws -> [[Cell]] {
    try #require(try SmallWorld.shippedReport.get().table(name)).rows
  }
}

extension Cell {
  fileprivate var money: Money {
    if case .money(let money) = self { money } else { Money(ore: .max) }
  }
}
