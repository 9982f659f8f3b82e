import TestSupport
import Testing

@testable import Analysis

@Suite("Answers to prices")
struct PriceAnswerTests {
  private static let examples: [(old: Double, new: Double, few: Double, many: Double)] = [
    // What happens to the price, with an elasticity of −0.06 and of 0.5.
    (100, 200, 0.960789, 1.395612),
    (100, 50, 1.040811, 0.716531),
    (100, 1, 1.124821, 0.375237),
    (100, 0, 1.127497, 0.367879),
    (0, 100, 0.886920, 2.718282),
    (0, 0.01, 0.886920, 2.718282),
    (0, -100, 1.127497, 0.367879),
    (100, -100, 1.197217, 0.223130),
    (-100, -50, 0.960789, 1.395612),
    (-100, 0, 0.886920, 2.718282),
  ]

  @Test("doubled, halved, a hundredth, free of charge, introduced, a loss", arguments: examples)
  func example(_ example: (old: Double, new: Double, few: Double, many: Double)) {
    func factor(_ elasticity: Double) -> Double {
      PriceAnswer.factor(from: example.old, to: example.new, elasticity: elasticity)
    }
    #expect(abs(factor(-0.06) - example.few) < 1e-6)
    #expect(abs(factor(0.5) - example.many) < 1e-6)
  }

  @Test(
    "the shipped strength is what was published: 10 to 15 percent fewer visits when copay comes")
  func published() {
    let fewer = 1 - PriceAnswer.factor(from: 0, to: 170, elasticity: -0.06)
    #expect(fewer > 0.10 && fewer < 0.15)
    // The arc elasticity of that, from both its prices and both its volumes.
    let arc = ((1 - fewer) - 1) / ((1 - fewer) + 1)
    #expect(abs(arc / -0.06 - 1) < 0.002)
  }

  @Test("no change, and no elasticity, is exactly 1")
  func nothing() {
    forEverySeed { random in
      let (old, new) = (random.price(), random.price())
      let elasticity = random.elasticity()
      return PriceAnswer.factor(from: old, to: old, elasticity: elasticity) == 1
        && PriceAnswer.factor(from: old, to: new, elasticity: 0) == 1
    }
  }

  @Test("a dearer price never brings more where the elasticity is below zero, nor less where above")
  func monotone() {
    forEverySeed { random in
      let (old, elasticity) = (random.price(), random.elasticity())
      let prices = (0..<20).map { _ in random.price() }.sorted()
      let factors = prices.map { PriceAnswer.factor(from: old, to: $0, elasticity: elasticity) }
      return zip(factors, factors.dropFirst()).allSatisfy { elasticity < 0 ? $0 >= $1 : $0 <= $1 }
        && factors.allSatisfy { $0 > 0 && $0.isFinite }
    }
  }

  @Test("a deeper loss goes on moving the answer: there is no floor")
  func noFloor() {
    forEverySeed { random in
      let old = Double(random.whole(in: 1...100_000))
      let loss = -Double(random.whole(in: 0...100_000))
      let change = PriceAnswer.change(from: old, to: loss)
      return change > PriceAnswer.change(from: old, to: loss - 1)
        && change >= -4 && change <= -2
    }
  }

  @Test("a little change of the price is a little change of the answer, at nothing as anywhere")
  func continuous() {
    forEverySeed { random in
      let (elasticity, old) = (random.elasticity(), random.price())
      guard old != 0 else { return true }
      let price = random.whole(in: 0...3) == 0 ? 0 : random.price()
      let answer = PriceAnswer.factor(from: old, to: price, elasticity: elasticity)
      return [-1.0, 1].allSatisfy { side in
        let near = price + side * abs(old) * 1e-9
        let other = PriceAnswer.factor(from: old, to: near, elasticity: elasticity)
        return abs(other / answer - 1) < 1e-6
      }
    }
  }

  @Test("there and back is where one was, and the currency is no matter")
  func symmetric() {
    forEverySeed { random in
      let (elasticity, old, new) = (
        random.elasticity(), abs(random.price()), abs(random.price())
      )
      let there = PriceAnswer.factor(from: old, to: new, elasticity: elasticity)
      let back = PriceAnswer.factor(from: new, to: old, elasticity: elasticity)
      let other = PriceAnswer.factor(from: old * 8, to: new * 8, elasticity: elasticity)
      return abs(there * back - 1) < 1e-9 && abs(other / there - 1) < 1e-12
    }
  }
}

extension TestRandom {
  /// From −1,000 to 1,000, now and then nothing.
  fileprivate mutating func price() -> Double {
    whole(in: 0...9) == 0 ? 0 : Double(whole(in: -100_000...100_000)) / 100
  }

  fileprivate mutating func elasticity() -> Double {
    Double(whole(in: -10_000...10_000)) / 1_000
  }
}
