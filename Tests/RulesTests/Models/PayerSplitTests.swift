import Rules
import TestSupport
import Testing
import Units

@Suite("Who pays a component")
struct PayerSplitTests {
  private func cents(_ split: PayerSplit, of amount: Int, units: Int = 1) -> [Int] {
    split.payments(of: Money(ore: amount), units: Ratio(units)).map(\.amount.ore)
  }

  @Test("shares lose no cent, and the earlier payer takes the odd one")
  func shares() {
    let third = Ratio(333_333, over: 1_000_000)
    let split = PayerSplit.shares([
      .init(payer: 0, number: third), .init(payer: 1, number: third),
      .init(payer: 2, number: .one - third - third),
    ])
    #expect(cents(split, of: 100) == [33, 33, 34])
    #expect(cents(split, of: 0) == [0, 0, 0])
    #expect(cents(split, of: -100) == [-33, -33, -34])
    let halves = PayerSplit.shares([
      .init(payer: 0, number: Ratio(1, over: 2)), .init(payer: 1, number: Ratio(1, over: 2)),
    ])
    #expect(cents(halves, of: 101) == [51, 50])
  }

  @Test("an amount per unit is paid up to the whole, and the rest by another")
  func amounts() {
    let split = PayerSplit.amounts([.init(payer: 1, number: Ratio(15))], rest: 0)
    #expect(cents(split, of: 40_00, units: 1) == [15_00, 25_00])
    #expect(cents(split, of: 15_00, units: 1) == [15_00, 0])
    #expect(cents(split, of: 14_99, units: 1) == [14_99, 0])
    #expect(cents(split, of: -5_00, units: 1) == [0, -5_00])
    #expect(cents(split, of: 80_00, units: 2) == [30_00, 50_00])
  }

  @Test("what payers pay sums to the amount, whatever the split")
  func sums() {
    forEverySeed { random in
      let split = random.payerSplit()
      let amount = Money(ore: random.whole(in: -1_000_000...100_000_000))
      let units = Ratio(random.whole(in: 0...10_000), over: 7)
      return split.payments(of: amount, units: units).reduce(.zero) { $0 + $1.amount } == amount
    }
  }
}
