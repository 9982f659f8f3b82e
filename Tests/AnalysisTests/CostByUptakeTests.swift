import Analysis
import Arrivals
import Scenarios
import Testing
import Units

@Suite("The cost by uptake and family size")
struct CostByUptakeTests {
  private struct Case: Sendable {
    let world: SmallWorld
    let comparison: Comparison
    let table: CostByUptake

    init() throws {
      world = try SmallWorld(
        changes: [
          "cost-by-uptake.uptake": "[0, 0.25, 0.5, 0.75, 1]",
          "standby-contracts": "{ central: 10000, source: a test }",
        ])
      comparison = try world.comparison()
      let grid = try #require(comparison.scenario.uptakeGrid)
      table = try CostByUptake(grid, of: world.file, in: comparison)
    }
  }

  private static let shared = Result<Case, any Error> { try Case() }

  @Test("the table has the rows and columns of the scenario")
  func shape() throws {
    let table = try Self.shared.get().table
    #expect(table.grid.uptakes.map(\.description) == ["0", "0.25", "0.5", "0.75", "1"])
    #expect(table.costs.count == 5)
    #expect(table.costs.allSatisfy { $0.count == 3 })
  }

  @Test("when nobody wants a place, only the contracts end")
  func firstRow() throws {
    let saved = Money.kroner(-10_000)
    #expect(try Self.shared.get().table.costs[0] == [saved, saved, saved])
  }

  @Test("more uptake and larger families never cost less")
  func rises() throws {
    let costs = try Self.shared.get().table.costs.dropFirst()
    for (row, next) in zip(costs, costs.dropFirst()) {
      #expect(zip(row, next).allSatisfy { $0 < $1 })
    }
    for row in costs { #expect(row == row.sorted() && Set(row).count == row.count) }
  }

  @Test("the scenario's own cell is the scenario's own cost")
  func ownCell() throws {
    let shared = try Self.shared.get()
    #expect(shared.table.costs[4][2] == shared.comparison.cost.municipality)
  }

  @Test("a cell is what a whole comparison of its own gives", arguments: [(1, 0), (2, 1), (3, 2)])
  func wholeComparison(row: Int, column: Int) throws {
    let table = try Self.shared.get().table
    let (uptake, size) = (table.grid.uptakes[row], table.grid.familySizes[column])
    var changed = try Self.shared.get().world
    try changed.change("arrivals.diplomats.uptake", to: uptake.description)
    try changed.change("arrivals.diplomats.family-size", to: size.description)
    #expect(try changed.comparison().cost.municipality == table.costs[row][column])
  }
}
