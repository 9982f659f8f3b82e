import Rules
import TestSupport
import Testing
import Units

@Suite("Lump sums")
struct LumpSumGrantTests {
  private func applicant(
    persons: Int = 800, inhabitants: Int = 3_000, monthsOpen: Int? = nil, isNamed: Bool = false
  ) -> LumpSumGrant.Applicant {
    .init(persons: persons, inhabitants: inhabitants, monthsOpen: monthsOpen, isNamed: isNamed)
  }

  @Test("a grant without conditions is due to any list")
  func withoutConditions() {
    let grant = LumpSumGrant(amount: .kroner(25_000), payable: .yearly)
    #expect(grant.isDue(to: applicant()))
    #expect(grant.isDue(to: applicant(persons: 9_999, inhabitants: 700_000, monthsOpen: 500)))
  }

  @Test("a closed scheme is due only to the lists that name it")
  func namedLists() {
    let grant = LumpSumGrant(amount: .kroner(25_000), payable: .yearly, onlyNamedLists: true)
    #expect(!grant.isDue(to: applicant()))
    #expect(grant.isDue(to: applicant(isNamed: true)))
  }

  @Test("each condition alone can refuse a list, and none makes up for another")
  func everyConditionCounts() {
    let grant = LumpSumGrant(
      amount: .kroner(1), payable: .once, listBelow: 500, municipalityBelow: 5_000, longest: 24,
      onlyNamedLists: true)
    func isDue(
      _ persons: Int, _ inhabitants: Int, _ monthsOpen: Int?, _ isNamed: Bool
    ) -> Bool {
      grant.isDue(
        to: applicant(
          persons: persons, inhabitants: inhabitants, monthsOpen: monthsOpen, isNamed: isNamed))
    }
    #expect(isDue(499, 4_999, 23, true))
    #expect(!isDue(500, 4_999, 23, true))
    #expect(!isDue(499, 5_000, 23, true))
    #expect(!isDue(499, 4_999, 24, true))
    #expect(!isDue(499, 4_999, -1, true))
    #expect(!isDue(499, 4_999, nil, true))
    #expect(!isDue(499, 4_999, 23, false))
  }

  @Test("the recruitment grant of 200,000 NOK is paid up to its cap and no further")
  func cap() {
    let grant = LumpSumGrant(amount: .kroner(200_000), payable: .once, cap: .kroner(200_000))
    #expect(grant.payment(of: .kroner(200_000), after: .zero) == .kroner(200_000))
    #expect(grant.payment(of: .kroner(200_000), after: Money(ore: 1)) == Money(ore: 19_999_999))
    #expect(grant.payment(of: .kroner(200_000), after: .kroner(200_000)) == .zero)
    #expect(grant.payment(of: .kroner(200_000), after: .kroner(250_000)) == .zero)
  }

  @Test("however a grant is paid out, its sum never passes the cap and reaches it if it can")
  func sumsToTheCap() {
    forEverySeed { random in
      let cap = Money(ore: random.whole(in: 0...1_000))
      let grant = LumpSumGrant(amount: cap, payable: .yearly, cap: cap)
      let due = random.wholes(count: 0...20, in: 0...200).map(Money.init(ore:))
      let paid = due.reduce(Money.zero) { $0 + grant.payment(of: $1, after: $0) }
      return paid == min(cap, due.reduce(.zero, +))
    }
  }
}
