import Arrivals
import Diagnostics
import Documents
import Rules
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@Suite("Who of those who accompany must consent")
struct AccompanyingAgesTests {
  private func ages(_ bands: String) throws -> AccompanyingAges? {
    try ShippedScenario.file().changing("arrivals.diplomats.accompanying-ages", toYAML: bands)
      .scenario().arrivals[0].ages
  }

  private static let halves = "{ 0-15: { central: 0.5, source: a test }, 16-75: rest }"

  @Test(
    "the share follows from the age the law asks consent from, even within a band",
    arguments: [
      (0, Ratio.one), (8, Ratio(3, over: 4)), (15, Ratio(17, over: 32)), (16, Ratio(1, over: 2)),
      (17, Ratio(59, over: 120)), (75, Ratio(1, over: 120)), (76, Ratio.zero),
    ])
  func share(age: Int, share: Ratio) throws {
    #expect(try ages(Self.halves)?.share(from: age) == share)
  }

  @Test("the rest may be any band, a band may be one age, and nobody need be in a gap")
  func forms() throws {
    let bands =
      "{ 0-9: rest, 16: { central: 0.25, source: a test }, 18-18: { central: 0.25, source: a test } }"
    let ages = try #require(try ages(bands))
    #expect(ages.share(from: 0) == .one && ages.share(from: 10) == Ratio(1, over: 2))
    #expect(ages.share(from: 16) == Ratio(1, over: 2) && ages.share(from: 17) == Ratio(1, over: 4))
  }

  @Test("a share without ages is the same from every age")
  func shareAlone() throws {
    let file = try ShippedScenario.file().changing(
      "arrivals.diplomats.accompanying-ages", toYAML: "null"
    )
    .changing("arrivals.diplomats.of-consenting-age", toYAML: "{ central: 0.4, source: a test }")
    let ages = try #require(try file.scenario().arrivals[0].ages)
    #expect(ages.share(from: 16) == Ratio(2, over: 5) && ages.share(from: 99) == Ratio(2, over: 5))
  }

  @Test("a later age of consent never lets fewer come")
  func monotone() throws {
    var arrival = try #require(try Shipped.mainFile().scenario().arrivals.first)
    arrival.consent?.central = .zero
    let persons = (0...80).map { age in
      arrival.applicants(under: ListRight(requires: [.accredited], ownConsentFromAge: age))
    }
    #expect(zip(persons, persons.dropFirst()).allSatisfy(<=))
    #expect(persons.first == 1_700 && persons[16] == 3_400 && persons.last == 5_100)
  }
}
