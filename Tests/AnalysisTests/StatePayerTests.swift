import Analysis
import Arrivals
import Ledger
import Testing
import Units

@Suite("A per-capita grant that the state pays")
struct StatePayerTests {
  private func world() throws -> SmallWorld {
    try SmallWorld(
      changes: [
        "law.per-capita-grants": """
        base-grant:
          title: The base grant, paid by the state
          unit: NOK/person/year
          payer: state
          periods:
            - from: 2021-05-01
              value: { places: [{ above: 0, rate: 100 }] }
              reference: { title: A test, document: none }
        """
      ])
  }

  @Test("one more person moves the state's money and not the municipality's")
  func onePerson() throws {
    let rows = try OnePerson(in: world().comparison()).rows.filter { $0.line == .baseGrant }
    #expect(rows.map(\.payer) == [.state, .state])
    #expect(rows.map(\.amount) == [.kroner(100), .kroner(100)])
  }

  @Test("its cost is the state's, told apart from fees and handling")
  func cost() throws {
    let comparison = try world().comparison()
    let cost = comparison.cost
    #expect(cost.municipality == .zero && cost.grants == .zero)
    #expect(cost.stateGrants == comparison.difference { $0.line == .baseGrant })
    #expect(cost.stateGrants > .zero && cost.stateGrants < cost.state)
  }
}
