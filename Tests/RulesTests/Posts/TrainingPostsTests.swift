import Rules
import TestSupport
import Testing
import Units

@Suite("Training posts")
struct TrainingPostsTests {
  private func posts(_ random: inout TestRandom) -> TrainingPosts {
    TrainingPosts(
      posts: Ratio(random.whole(in: 0...20_000), over: 10), salary: random.price(),
      socialCosts: random.share(), supervisionHours: Ratio(random.whole(in: 0...400)),
      supervisionPay: Money(ore: random.whole(in: 0...200_000)), stateGrant: random.price(),
      contactsPerPost: Ratio(random.whole(in: 0...4_000)), additionalShare: random.share(),
      feesTo: .municipality)
  }

  @Test("every contact is either taken over or on top")
  func contactsSum() {
    forEverySeed { random in
      let posts = self.posts(&random)
      return posts.takenOver + posts.additional == posts.contacts && posts.takenOver >= 0
        && posts.additional >= 0
    }
  }

  @Test("the fees of all consultations are what all are paid, and of none are nothing")
  func fees() {
    forEverySeed { random in
      let (all, paid) = (random.whole(in: 1...20_000_000), random.price())
      let some = random.whole(in: 0...all)
      let part = TrainingPosts.fees(of: some, among: all, paid: paid)
      return TrainingPosts.fees(of: all, among: all, paid: paid) == paid
        && TrainingPosts.fees(of: 0, among: all, paid: paid) == .zero
        && (Money.zero...paid).contains(part)
    }
  }

  @Test("lists have room for as many persons as have the consultations that were taken over")
  func room() {
    let posts = TrainingPosts(
      posts: Ratio(2), salary: .zero, socialCosts: .zero, supervisionHours: .zero,
      supervisionPay: .zero, stateGrant: .zero, contactsPerPost: Ratio(300),
      additionalShare: Ratio(1, over: 3), feesTo: .practice)
    // 400 of 600 are taken over; a person has three.
    #expect(posts.roomForPersons(consultations: 3_000, persons: 1_000) == Ratio(400, over: 3))
    #expect(posts.roomForPersons(consultations: 0, persons: 1_000) == .zero)
  }

  @Test("the largest numbers a scenario may hold are no trouble")
  func largest() {
    let posts = TrainingPosts(
      posts: Ratio(100_000), salary: .kroner(100_000_000), socialCosts: .one,
      supervisionHours: Ratio(10_000), supervisionPay: .kroner(100_000),
      stateGrant: .kroner(100_000_000), contactsPerPost: Ratio(100_000), additionalShare: .one,
      feesTo: .practice)
    #expect(posts.annualSalary == .kroner(20_000_000_000_000))
    #expect(posts.annualSupervision == .kroner(100_000_000_000_000))
    #expect(posts.contacts == 10_000_000_000 && posts.additional == posts.contacts)
  }
}
