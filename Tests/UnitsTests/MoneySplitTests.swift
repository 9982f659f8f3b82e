import TestSupport
import Testing
import Units

@Suite("Splitting money")
struct MoneySplitTests {
  @Test("one krone in three is 34, 33 and 33 øre")
  func oneKroneInThree() {
    #expect(Money.kroner(1).split(by: [1, 1, 1]) == [34, 33, 33].map(Money.init(ore:)))
  }

  @Test("the missing øre goes to the largest remainder, not to the first part")
  func largestRemainderWins() {
    // Exactly 14.29, 28.57 and 57.14 øre.
    #expect(Money.kroner(1).split(by: [1, 2, 4]) == [14, 29, 57].map(Money.init(ore:)))
  }

  @Test("a part without weight receives nothing")
  func zeroWeight() {
    #expect(Money(ore: 7).split(by: [0, 2, 0]) == [0, 7, 0].map(Money.init(ore:)))
  }

  @Test("no split makes or loses an øre")
  func sumIsPreserved() {
    forEverySeed { random in
      let (amount, weights) = (random.money(), random.weights())
      return amount.split(by: weights).reduce(.zero, +) == amount
    }
  }

  @Test("no part is a whole øre away from its exact share")
  func partsAreFair() {
    forEverySeed { random in
      let (amount, weights) = (random.money(), random.weights())
      let whole = weights.reduce(0, +)
      return zip(amount.split(by: weights), weights).allSatisfy { part, weight in
        abs(part.ore * whole - amount.ore * weight) < whole
      }
    }
  }

  @Test("a repayment splits as the payment did, with the signs turned")
  func negationCommutes() {
    forEverySeed { random in
      let (amount, weights) = (random.money(), random.weights())
      return (-amount).split(by: weights) == amount.split(by: weights).map { -$0 }
    }
  }

  @Test("weights in another unit give the same parts")
  func onlyProportionsMatter() {
    forEverySeed { random in
      let (amount, weights, unit) = (random.money(), random.weights(), random.whole(in: 1...1_000))
      return amount.split(by: weights.map { $0 * unit }) == amount.split(by: weights)
    }
  }

  @Test("amounts and weights at the end of their range do not overflow")
  func largestNumbers() {
    let halves = Money(ore: .max).split(by: [.max, .max])
    #expect(halves == [Money(ore: 1 << 62), Money(ore: (1 << 62) - 1)])
  }
}
