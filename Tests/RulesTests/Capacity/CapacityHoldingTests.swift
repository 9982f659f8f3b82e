import Rules
import TestSupport
import Testing
import Units

@Suite("Who fills a capacity")
struct CapacityHoldingTests {
  private typealias Qualification = CapacityHolding.Qualification

  private func post(
    _ doctor: Int, at clinic: Int, part: Int = 100, _ qualification: Qualification = .specialist
  ) -> CapacityHolding.Engagement {
    .init(
      doctor: doctor, clinic: clinic, part: Ratio(part, over: 100), qualification: qualification)
  }

  private func vacant(_ capacities: [Int], _ posts: [CapacityHolding.Engagement]) -> [Int] {
    CapacityHolding.of(capacities: capacities, engagements: posts).map(\.vacant)
  }

  @Test("guidance 1.2: a specialist fills a capacity even in part, but not by a post of nothing")
  func parts() {
    #expect(vacant([1], [post(1, at: 0, part: 1)]) == [0])
    #expect(vacant([1], [post(1, at: 0, part: 0)]) == [1])
    #expect(vacant([1], []) == [1])
  }

  @Test("guidance 1.2: a specialist fills one capacity at most")
  func one() {
    #expect(vacant([2], [post(1, at: 0), post(1, at: 0, part: 50)]) == [1])
    #expect(vacant([1, 1], [post(1, at: 0, part: 50), post(1, at: 1, part: 50)]) == [0, 1])
    #expect(vacant([2], [post(1, at: 0, part: 1), post(2, at: 0, part: 1)]) == [0])
    #expect(vacant([1], [post(1, at: 0), post(2, at: 0)]) == [0])
  }

  @Test("guidance 1.2: a doctor under the agreement fills one too, and another doctor none")
  func qualifications() {
    let posts = [post(1, at: 0), post(2, at: 0, .agreement), post(3, at: 0, .other)]
    #expect(
      CapacityHolding.of(capacities: [3], engagements: posts)
        == [CapacityHolding(specialists: 1, underAgreement: 1, vacant: 1)])
  }

  @Test("a specialist comes before a doctor under the agreement, wherever they stand in the table")
  func specialistsFirst() {
    let posts = [post(1, at: 0, .agreement), post(2, at: 0, part: 10)]
    #expect(
      CapacityHolding.of(capacities: [1], engagements: posts)
        == [CapacityHolding(specialists: 1, underAgreement: 0, vacant: 0)])
  }

  @Test(
    "a doctor with two posts fills where the larger part is, unless that leaves one vacant more")
  func leavesFewest() {
    let two = [post(1, at: 0, part: 40), post(1, at: 1, part: 60)]
    #expect(vacant([1, 1], two) == [1, 0])
    #expect(vacant([1, 1], two + [post(2, at: 1, part: 10)]) == [0, 0])
    // One moves the next on: 3 can only be at 2, so 2 goes to 1 and 1 to 0.
    let chain = [
      post(1, at: 1, part: 80), post(1, at: 0, part: 20), post(2, at: 2, part: 70),
      post(2, at: 1, part: 30), post(3, at: 2, part: 50),
    ]
    #expect(vacant([1, 1, 1], chain) == [0, 0, 0])
  }

  @Test("counts sum to the capacities, and as many are filled as a search of all ways finds")
  func maximum() {
    forEverySeed { random in
      let capacities = random.wholes(count: 1...5, in: 0...3)
      let posts = random.posts(clinics: capacities.count)
      let holdings = CapacityHolding.of(capacities: capacities, engagements: posts)
      let isWhole = zip(holdings, capacities).allSatisfy {
        $0.specialists + $0.underAgreement + $0.vacant == $1
          && min($0.specialists, $0.underAgreement, $0.vacant) >= 0
      }
      let order = Qualification.allCases
      let rank = Dictionary(grouping: posts, by: \.doctor).mapValues { posts in
        posts.compactMap { order.firstIndex(of: $0.qualification) }.min() ?? 2
      }
      func most(upTo highest: Int) -> Int {
        var choices: [[Int]] = []
        for doctor in rank.keys where rank[doctor, default: 2] <= highest {
          choices.append(posts.filter { $0.doctor == doctor && $0.part > .zero }.map(\.clinic))
        }
        return mostFilled(capacities, choices[...])
      }
      return isWhole
        && holdings.reduce(0) { $0 + $1.specialists } == most(upTo: 0)
        && holdings.reduce(0) { $0 + $1.specialists + $1.underAgreement } == most(upTo: 1)
    }
  }

  private func mostFilled(_ free: [Int], _ choices: ArraySlice<[Int]>) -> Int {
    guard let first = choices.first else { return 0 }
    var best = mostFilled(free, choices.dropFirst())
    for clinic in Set(first) where free[clinic] > 0 {
      var free = free
      free[clinic] -= 1
      best = max(best, 1 + mostFilled(free, choices.dropFirst()))
    }
    return best
  }

  @Test("the order of posts changes no count of all clinics, and one more doctor vacates none")
  func order() {
    forEverySeed { random in
      let capacities = random.wholes(count: 1...5, in: 0...3)
      let posts = random.posts(clinics: capacities.count)
      let before = vacant(capacities, posts).reduce(0, +)
      let turned = vacant(capacities, posts.shuffled(using: &random)).reduce(0, +)
      let more = vacant(capacities, posts + [post(99, at: 0)]).reduce(0, +)
      return before == turned && (before - 1...before).contains(more)
    }
  }

  @Test("a nation's doctors are placed in no time")
  func large() {
    var random = TestRandom(seed: 1)
    let capacities = (0..<1_900).map { _ in random.whole(in: 1...3) }
    let posts = (0..<4_000).flatMap { doctor in
      (0..<random.whole(in: 1...2)).map { _ in
        post(doctor, at: random.whole(in: 0...1_899), part: random.whole(in: 1...100))
      }
    }
    let filled = capacities.reduce(0, +) - vacant(capacities, posts).reduce(0, +)
    #expect((2_500...4_000).contains(filled))
  }

  @Test("one doctor more may move every other on, through a whole nation")
  func longChain() {
    let clinics = 1_900
    let chain = (0..<clinics - 1).flatMap { doctor in
      [post(doctor, at: doctor, part: 60), post(doctor, at: doctor + 1, part: 40)]
    }
    let capacities = (0..<clinics).map { _ in 1 }
    #expect(vacant(capacities, chain).reduce(0, +) == 1)
    #expect(vacant(capacities, chain + [post(clinics, at: 0, part: 10)]).allSatisfy { $0 == 0 })
  }
}
