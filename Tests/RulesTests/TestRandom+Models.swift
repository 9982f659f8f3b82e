import Rules
import TestSupport
import Units

extension TestRandom {
  /// A practice with one to four groups and a count per practice.
  mutating func practiceYear() -> PracticeYear {
    let count = whole(in: 1...4)
    var left = 100
    let shares = (1...count).map { place in
      let share = place == count ? left : whole(in: 0...left)
      left -= share
      return share
    }
    return PracticeYear(
      persons: Ratio(whole(in: 1...5_000)), visitsPerPerson: Ratio(whole(in: 0...100), over: 10),
      groups: shares.map {
        .init(share: Ratio($0, over: 100), use: Ratio(whole(in: 1...40), over: 10))
      },
      counts: [.init(per: .practice, numbers: [Ratio(whole(in: 0...100))])])
  }

  /// Rising from zero, with amounts of at most 100.
  mutating func tiers() -> [PaymentScale.Level] {
    var start = 0
    return (0..<whole(in: 1...4)).map { _ in
      let level = PaymentScale.Level(
        start: Ratio(start), value: Ratio(whole(in: 0...10_000), over: 100))
      start += whole(in: 1...2_000)
      return level
    }
  }

  /// One to four components of every kind, the later ones shares of the earlier at times.
  mutating func paymentModel() -> PaymentModel {
    let components = (0..<whole(in: 1...4)).map { place -> PaymentComponent in
      let isShare = place > 0 && whole(in: 0...2) == 0
      let units: [CountedUnit] = [.person, .visit, .practice, .count(0)]
      let part = PaymentComponent.Part(
        component: whole(in: 0...max(0, place - 1)), rate: Ratio(whole(in: -10...10), over: 10))
      let basis: PaymentComponent.Basis =
        isShare
        ? .components([part])
        : .units(
          .init(counted: [units[whole(in: 0...3)]], share: Ratio(whole(in: 0...100), over: 100)))
      let scale = whole(in: 0...1) == 0 || isShare ? .flat(.one) : PaymentScale.tiers(tiers())
      return PaymentComponent(
        basis: basis, scale: scale, timesAYear: isShare ? 1 : whole(in: 1...12),
        factors: isShare ? [] : [Ratio(whole(in: 0...30), over: 10)],
        minimum: whole(in: 0...3) == 0 ? Ratio(whole(in: 0...1_000)) : nil,
        isPaid: whole(in: 0...4) > 0, payers: isShare ? shares() : payerSplit())
    }
    return PaymentModel(components: components)
  }

  mutating func payerSplit() -> PayerSplit {
    guard whole(in: 0...1) == 0 else { return shares() }
    let parts = (1...whole(in: 1...2)).map {
      PayerSplit.Part(payer: $0, number: Ratio(whole(in: 0...5_000), over: 100))
    }
    return .amounts(parts, rest: 0)
  }

  private mutating func shares() -> PayerSplit {
    let first = Ratio(whole(in: 0...1_000), over: 1_000)
    return .shares([.init(payer: 0, number: first), .init(payer: 1, number: .one - first)])
  }
}
