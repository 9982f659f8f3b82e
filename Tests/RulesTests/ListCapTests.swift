import Rules
import TestSupport
import Testing
import Units

@Suite("Caps on lists and practices")
struct ListCapTests {
  @Test(
    "a practitioner is paid for no more persons than the cap",
    arguments: [(0, 0), (1_499, 1_499), (1_500, 1_500), (1_501, 1_500), (9_000, 1_500)])
  func perPractitioner(persons: Int, paid: Int) {
    #expect(ListCap(perPractitioner: 1_500).paid([persons]) == [paid])
    #expect(ListCap(perPractitioner: 1_500).paid([persons, 10]) == [paid, 10])
  }

  @Test(
    "an enterprise is paid for no more persons than its cap, by the length of its lists",
    arguments: [
      ([1_000, 1_999], [1_000, 1_999]), ([1_000, 2_000], [1_000, 2_000]),
      ([1_000, 2_001], [1_000, 2_000]), ([2_000, 4_000], [1_000, 2_000]),
      ([3_000, 3_000, 3_000], [1_000, 1_000, 1_000]), ([0, 6_000], [0, 3_000]),
    ])
  func perEnterprise(lengths: [Int], paid: [Int]) {
    #expect(ListCap(perEnterprise: 3_000).paid(lengths) == paid)
  }

  @Test("what does not divide goes to the largest remainders, of equal ones to the first")
  func remainders() {
    #expect(ListCap(perEnterprise: 100).paid([100, 100, 100]) == [34, 33, 33])
    #expect(ListCap(perEnterprise: 2).paid([1, 1, 1]) == [1, 1, 0])
  }

  @Test("the cap of each practitioner comes before that of the enterprise")
  func both() {
    let cap = ListCap(perPractitioner: 1_500, perEnterprise: 2_500)
    #expect(cap.paid([9_000, 1_000]) == [1_500, 1_000])
    #expect(cap.paid([9_000, 1_001]) == [1_499, 1_001])
    #expect(cap.paid([9_000, 9_000]) == [1_250, 1_250])
  }

  @Test("without caps every person is paid for")
  func withoutCaps() {
    #expect(ListCap().paid([0, 9_000]) == [0, 9_000])
    #expect(ListCap(perEnterprise: 0).paid([0, 0]) == [0, 0])
    #expect(ListCap(perEnterprise: 0).paid([3, 4]) == [0, 0])
    #expect(ListCap(perPractitioner: 5, perEnterprise: 5).paid([]) == [])
  }

  @Test("no list is paid for more than its length or the caps, and no place is wasted")
  func bounds() {
    forEverySeed { random in
      let lengths = random.wholes(count: 0...6, in: 0...60)
      let (own, all) = (random.whole(in: 0...60), random.whole(in: 0...200))
      let paid = ListCap(perPractitioner: own, perEnterprise: all).paid(lengths)
      let most = lengths.map { min($0, own) }
      return zip(paid, most).allSatisfy { (0...$1).contains($0) }
        && paid.reduce(0, +) == min(all, most.reduce(0, +))
    }
  }

  @Test(
    "what a practice's refunds have above the ceiling is withheld",
    arguments: [(0, 0), (99_999, 0), (100_000, 0), (100_001, 1), (250_000, 150_000)])
  func practiceCeiling(refunds: Int, withheld: Int) {
    let ceiling = PracticeCeiling(refunds: .kroner(100_000))
    #expect(ceiling.withheld(of: .kroner(refunds)) == .kroner(withheld))
  }
}
