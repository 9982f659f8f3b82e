import Arrivals
import Rules
import Scenarios
import TestSupport
import Testing
import Units

@Suite("How many apply for a place")
struct ApplicantTests {
  private static let free = ListRight(requires: [.accredited])
  private static let consenting = ListRight(requires: [.accredited], ownConsentFromAge: 16)

  private func applicants(
    persons: Ratio = Ratio(1700), family: Ratio = Ratio(3), uptake: Ratio = .one,
    ofAge: Ratio = Ratio(1, over: 2), consent: Ratio = .one, under right: ListRight = consenting
  ) throws -> Int {
    var arrival = try #require(try Shipped.mainFile().scenario().arrivals.first)
    arrival.persons.central = persons
    arrival.familySize.central = family
    arrival.uptake.central = uptake
    arrival.ages = .share(Self.share(ofAge, as: arrival.uptake))
    arrival.consent?.central = consent
    return arrival.applicants(under: right)
  }

  private static func share(_ number: Ratio, as estimate: Estimate) -> Estimate {
    var share = estimate
    share.central = number
    return share
  }

  @Test("1,700 families of three are 5,100 persons, and 1,700 persons are 1,700")
  func note() throws {
    let arrival = try #require(try Shipped.mainFile().scenario().arrivals.first)
    #expect(arrival.applicants(under: Self.consenting) == 5_100)
    #expect(try applicants(family: .one) == 1_700)
    #expect(try applicants(persons: .zero) == 0)
  }

  @Test("those who do not want a place stay away with their households")
  func uptake() throws {
    #expect(try applicants(uptake: Ratio(1, over: 2)) == 2_550)
    #expect(try applicants(uptake: .zero) == 0)
  }

  @Test("an accompanying person of age who does not consent stays away alone")
  func consent() throws {
    // 3,400 accompany; half are of age, and a fifth of those refuse: 340.
    #expect(try applicants(consent: Ratio(4, over: 5)) == 4_760)
    #expect(try applicants(consent: .zero) == 3_400)
    #expect(try applicants(ofAge: .zero, consent: .zero) == 5_100)
    #expect(try applicants(family: .one, consent: .zero) == 1_700)
  }

  @Test("nobody is asked where the law asks for no consent")
  func noConsent() throws {
    #expect(try applicants(consent: .zero, under: Self.free) == 5_100)
  }

  @Test("more families, larger families and more consent never lower the number")
  func monotone() throws {
    var arrival = try #require(try Shipped.mainFile().scenario().arrivals.first)
    forEverySeed { random in
      func share() -> Ratio { Ratio(random.whole(in: 0...1_000), over: 1_000) }
      arrival.persons.central = Ratio(random.whole(in: 0...10_000))
      arrival.familySize.central = Ratio(random.whole(in: 10...80), over: 10)
      arrival.uptake.central = share()
      arrival.consent?.central = share()
      arrival.ages = .share(Self.share(share(), as: arrival.uptake))
      let before = arrival.applicants(under: Self.consenting)
      var more = [arrival, arrival, arrival, arrival]
      more[0].persons.central = arrival.persons.central + .one
      more[1].familySize.central = arrival.familySize.central + .one
      more[2].consent?.central = .one
      more[3].uptake.central = .one
      return more.allSatisfy { $0.applicants(under: Self.consenting) >= before }
        && before <= arrival.applicants(under: Self.free)
    }
  }
}
