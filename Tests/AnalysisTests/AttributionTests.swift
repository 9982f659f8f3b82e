import Ledger
import TestSupport
import Testing
import Units

@testable import Analysis

@Suite("What each part of a package does")
struct AttributionTests {
  /// Effects of every subset of some parts, any money at all.
  private func subsets(of parts: Int, _ random: inout TestRandom) -> [Int: Effects] {
    var subsets = [0: Effects.zero]
    for subset in 1..<(1 << parts) {
      var left = Money.zero
      var balances: [Account: Money] = [:]
      for account in [Account.municipality, .state, .patient] {
        let amount = Money(ore: random.whole(in: -1_000...1_000))
        balances[account] = amount
        left += amount
      }
      balances[.practice] = -left
      subsets[subset] = Effects(balances: balances)
    }
    return subsets
  }

  @Test("parts and interaction, and fair shares, sum to the total to the øre")
  func sums() {
    forEverySeed(in: 0..<300) { random in
      let parts = random.whole(in: 2...5)
      let attribution = Attribution(
        names: (0..<parts).map { "\($0)" }, subsets: subsets(of: parts, &random))
      return Account.allCases.allSatisfy { account in
        let alone = attribution.alone.reduce(Money.zero) { $0 + $1[account] }
        let shares = (attribution.shares ?? []).reduce(Money.zero) { $0 + $1[account] }
        return alone + attribution.interaction[account] == attribution.total[account]
          && shares == attribution.total[account]
      }
    }
  }

  @Test("two parts share their interaction in halves")
  func halves() {
    func effects(_ kroner: Int) -> Effects {
      Effects(balances: [.state: .kroner(kroner), .patient: .kroner(-kroner)])
    }
    let attribution = Attribution(
      names: ["a", "b"], subsets: [0: .zero, 1: effects(100), 2: effects(50), 3: effects(130)])
    #expect(attribution.interaction[.state] == .kroner(-20))
    #expect(attribution.shares?.map { $0[.state] } == [.kroner(90), .kroner(40)])
  }

  @Test("a part that adds the same to everything is its own effect; one that adds nothing has none")
  func additive() {
    func effects(_ kroner: Int) -> Effects { Effects(balances: [.state: .kroner(kroner)]) }
    var subsets: [Int: Effects] = [:]
    for subset in 0..<8 {
      subsets[subset] = effects((subset & 1 != 0 ? 7 : 0) + (subset & 2 != 0 ? 11 : 0))
    }
    let attribution = Attribution(names: ["a", "b", "c"], subsets: subsets)
    #expect(attribution.shares?.map { $0[.state] } == [.kroner(7), .kroner(11), .zero])
    #expect(attribution.interaction == .zero || attribution.interaction[.state] == .zero)
  }
}
