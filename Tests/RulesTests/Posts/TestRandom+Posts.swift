import Rules
import TestSupport
import Units

extension TestRandom {
  /// A share with up to four decimals; none and all of it are as likely as any other.
  mutating func share() -> Ratio {
    switch whole(in: 0...9) {
    case 0: .zero
    case 1: .one
    default: Ratio(whole(in: 0...10_000), over: 10_000)
    }
  }

  /// Up to ten million kroner.
  mutating func price() -> Money { Money(ore: whole(in: 0...1_000_000_000)) }
}
