import Foundation
import Rules
import TestSupport
import Testing
import Units

@Suite("Payment models")
struct PaymentModelTests {
  @Test("components sum to the total and payers to each component, exactly")
  func sums() throws {
    try forEverySeed { random in
      let (model, practice) = (random.paymentModel(), random.practiceYear())
      let payments = try model.payments(to: practice)
      let paid = payments.filter(\.isPaid).reduce(Money.zero) { $0 + $1.amount }
      return try model.total(to: practice) == paid
        && payments.allSatisfy { payment in
          payment.payers.reduce(.zero) { $0 + $1.amount } == payment.amount
        }
    }
  }

  @Test("rounding moves a component by at most half a cent, and the total by half of one each")
  func rounding() throws {
    try forEverySeed { random in
      let (model, practice) = (random.paymentModel(), random.practiceYear())
      let exact = try model.exactTotal(to: practice) * Ratio(100)
      let cents = try Ratio(model.total(to: practice).ore)
      // A share of another component inherits that component's rounding, at most doubled here.
      let most = Ratio(3 * model.components.count, over: 2)
      return cents - exact <= most && exact - cents <= most
    }
  }

  @Test("units times amount times multipliers agree with decimal arithmetic to the cent")
  func decimals() throws {
    try forEverySeed { random in
      let persons = random.whole(in: 1...20_000)
      let visits = random.whole(in: 0...2_000)
      let (cents, multiplier) = (random.whole(in: 1...20_000), random.whole(in: 1...3_000))
      let component = PaymentComponent(
        basis: .units(.init(counted: [.visit])), scale: .flat(Ratio(cents, over: 100)),
        timesAYear: 12, factors: [Ratio(multiplier, over: 1_000)])
      let practice = PracticeYear(
        persons: Ratio(persons), visitsPerPerson: Ratio(visits, over: 100),
        groups: [.init(share: .one, use: .one)])
      var exact =
        Decimal(persons) * Decimal(visits) / 100 * Decimal(cents) * 12 * Decimal(multiplier) / 1_000
      var whole = Decimal()
      NSDecimalRound(&whole, &exact, 0, .plain)
      let total = try PaymentModel(components: [component]).total(to: practice)
      return Decimal(total.ore) == whole
    }
  }

  @Test("groups without weights pay what the whole list pays")
  func groups() throws {
    try forEverySeed { random in
      let practice = random.practiceYear()
      let all: [Ratio?] = practice.groups.map { _ in .one }
      for unit in [CountedUnit.person, .visit] {
        let whole = PaymentComponent(
          basis: .units(.init(counted: [unit])), scale: .flat(Ratio(7, over: 4)))
        let parts = PaymentComponent(
          basis: .units(.init(counted: [unit], weights: all)), scale: .flat(Ratio(7, over: 4)))
        guard
          try PaymentModel(components: [whole]).total(to: practice)
            == PaymentModel(components: [parts]).total(to: practice)
        else { return false }
      }
      return true
    }
  }

  @Test("one more person never lowers a payment by tiers of positive amounts")
  func monotone() throws {
    try forEverySeed { random in
      let tiers = random.tiers()
      let component = PaymentComponent(
        basis: .units(.init(counted: [.person])), scale: .tiers(tiers))
      var practice = random.practiceYear()
      let before = try PaymentModel(components: [component]).total(to: practice)
      practice.persons = practice.persons + .one
      return try before <= PaymentModel(components: [component]).total(to: practice)
    }
  }

  @Test("where no group comes to visits, they are divided as persons are")
  func noUse() throws {
    let practice = PracticeYear(
      persons: Ratio(100), visitsPerPerson: Ratio(2),
      groups: [
        .init(share: Ratio(1, over: 4), use: .zero), .init(share: Ratio(3, over: 4), use: .zero),
      ])
    let component = PaymentComponent(
      basis: .units(.init(counted: [.visit], weights: [.one, nil])), scale: .flat(.one))
    #expect(try PaymentModel(components: [component]).total(to: practice) == .kroner(50))
  }

  @Test("halves of a cent are rounded away from zero, and a share of a rounded amount once more")
  func halves() throws {
    let fee = PaymentComponent(
      basis: .units(.init(counted: [.person])), scale: .flat(Ratio(5, over: 1_000)))
    let back = PaymentComponent(
      basis: .components([.init(component: 0, rate: Ratio(-1, over: 2))]), scale: .flat(.one))
    let practice = PracticeYear(
      persons: .one, visitsPerPerson: .zero, groups: [.init(share: .one, use: .one)])
    let payments = try PaymentModel(components: [fee, back]).payments(to: practice)
    #expect(payments.map(\.amount.ore) == [1, -1])
  }

  @Test("a component beyond a million millions is refused by its place")
  func tooLarge() throws {
    let million = Ratio(1_000_000)
    let edge = PaymentComponent(
      basis: .units(.init(counted: [.practice])), scale: .flat(million), factors: [million])
    let beyond = PaymentComponent(
      basis: .units(.init(counted: [.practice])), scale: .flat(million),
      factors: [million, Ratio(1_001, over: 1_000)])
    let practice = PracticeYear(
      persons: .one, visitsPerPerson: .one, groups: [.init(share: .one, use: .one)])
    #expect(
      try PaymentModel(components: [edge]).total(to: practice) == .kroner(1_000_000_000_000))
    let error = #expect(throws: PaymentTooLarge.self) {
      try PaymentModel(components: [edge, beyond]).total(to: practice)
    }
    #expect(error?.component == 1)
  }
}
