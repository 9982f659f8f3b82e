import Arrivals
import Diagnostics
import Ledger
import Practices
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

@Suite("The ledger, over random worlds")
struct LedgerTests {
  @Test("the balances of all accounts sum to zero in every municipality and month")
  func closes() throws {
    try forEverySeed(in: 0..<120) { random in
      let world = try SmallWorld.random(&random)
      let run = try world.run(random.world)
      return world.scenario.municipalities.indices.allSatisfy { municipality in
        world.scenario.calendar.indices.allSatisfy { month in
          let sum = Account.allCases.reduce(Money.zero) { sum, account in
            sum
              + run.ledger.balance(of: account) {
                $0.municipality == municipality && $0.month == month
              }
          }
          return sum == .zero
        }
      }
    }
  }

  @Test("practices and staff receive exactly what municipalities, the state and patients pay")
  func nothingIsLost() throws {
    try forEverySeed(in: 0..<120) { random in
      let ledger = try SmallWorld.random(&random).run(random.world).ledger
      let paid = [Account.municipality, .state, .patient].reduce(Money.zero) {
        $0 - ledger.balance(of: $1)
      }
      let received = ledger.balance(of: .practice) + ledger.balance(of: .staff)
      return paid == received && paid == ledger.total { _ in true }
    }
  }

  @Test("every posting is positive and goes from one account to another")
  func postingsArePositive() throws {
    try forEverySeed(in: 0..<120) { random in
      let run = try SmallWorld.random(&random).run(random.world)
      return run.ledger.postings.allSatisfy { $0.amount > .zero && $0.payer != $0.payee }
    }
  }

  @Test("every posting has a month, a place and an origin with a name, a rate and a source")
  func postingsHaveOrigins() throws {
    try forEverySeed(in: 0..<120) { random in
      let world = try SmallWorld.random(&random)
      let ledger = try world.run(random.world).ledger
      return ledger.postings.allSatisfy { posting in
        let origin = ledger.origins[posting.origin]
        let isPlaced = posting.list.map {
          world.lists[$0].municipality == posting.municipality
        }
        return posting.month.map(world.scenario.calendar.indices.contains) ?? false
          && isPlaced ?? true
          && !origin.name.isEmpty && !origin.rate.isEmpty && !origin.source.isEmpty
          && origin.position.line > 0
      }
    }
  }

  @Test("an origin stands once")
  func originsAreUnique() throws {
    try forEverySeed(in: 0..<120) { random in
      let origins = try SmallWorld.random(&random).run(random.world).ledger.origins
      return Set(origins).count == origins.count
    }
  }

  @Test("the same world gives the same postings again")
  func isDeterministic() throws {
    try forEverySeed(in: 0..<20) { random in
      let world = try SmallWorld.random(&random)
      return try world.run(.reform).ledger.postings == world.run(.reform).ledger.postings
    }
  }
}

extension TestRandom {
  /// Either world, as often.
  fileprivate var world: World {
    mutating get { Bool.random(using: &self) ? .reform : .baseline }
  }
}
