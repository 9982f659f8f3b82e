import Rules
import TestSupport
import Testing
import Units

@Suite("The economic frame")
struct EconomicFrameTests {
  private let tolerance = Ratio(6, over: 1_000)

  private func owed(frame: Money, overrun: Money) -> Money {
    EconomicFrame.clawBack(frame: frame, spending: frame + overrun, tolerance: tolerance)
  }

  /// Sundhedspolitisk Tidsskrift gives an overrun of 135 million, 1.4 percent of the frame, and a net of
  /// 79 million. The percentage is rounded: the frame it gives leaves 77 million, and one of
  /// 1.4464 percent the published 79.
  @Test(
    "the overrun of 2023 leaves 77 million by the rounded percentage, and 79 within its rounding")
  func published() throws {
    let overrun = Money.kroner(135_000_000)
    func owed(percent: String) throws -> Money {
      let share = try #require(Ratio(decimal: percent)) / Ratio(100)
      return self.owed(frame: overrun.scaled(by: .one / share), overrun: overrun)
    }
    #expect(try owed(percent: "1.4") == Money(ore: 7_714_285_714))
    #expect(try owed(percent: "1.4464") < .kroner(79_000_000))
    #expect(try owed(percent: "1.4465") > .kroner(79_000_000))
  }

  @Test("nothing is owed up to the tolerance, and every øre beyond it")
  func threshold() {
    let frame = Money.kroner(10_000_000)
    #expect(owed(frame: frame, overrun: .kroner(60_000)) == .zero)
    #expect(owed(frame: frame, overrun: .kroner(60_000) + Money(ore: 1)) == Money(ore: 1))
    #expect(owed(frame: frame, overrun: .kroner(-60_000)) == .zero)
  }

  @Test("fees times the factor repay what is owed, as far as they reach")
  func repaid() {
    forEverySeed { random in
      let fees = Money(ore: random.whole(in: 1...1_000_000_000_000))
      let owed = Money(ore: random.whole(in: 0...100_000_000_000))
      let factor = EconomicFrame.feeFactor(clawBack: owed, expectedFees: fees)
      return fees - fees.scaled(by: factor) == min(owed, fees) && factor <= .one
        && factor >= .zero
    }
  }
}
