import Diagnostics
import RateBooks
import Rules
import Testing
import Units

@Suite("Norway's per-capita grants")
struct BaseGrantTests {
  /// First day, kroner up to place 1000, kroner above it where that differs.
  private static let series: [(from: String, rate: Int, above1000: Int?)] = [
    ("2001-07-01", 278, nil), ("2002-07-01", 296, nil), ("2003-07-01", 299, nil),
    ("2004-07-01", 311, nil), ("2005-07-01", 312, nil), ("2006-07-01", 326, nil),
    ("2007-07-01", 332, nil), ("2008-07-01", 357, nil), ("2009-07-01", 357, nil),
    ("2010-07-01", 380, nil), ("2011-07-01", 386, nil), ("2012-07-01", 400, nil),
    ("2013-07-01", 407, nil), ("2014-07-01", 421, nil), ("2015-07-01", 427, nil),
    ("2016-07-01", 442, nil), ("2017-07-01", 451, nil), ("2018-07-01", 486, nil),
    ("2019-07-01", 499, nil), ("2020-05-01", 577, 499), ("2021-07-01", 642, 526),
    ("2022-01-01", 653, 526), ("2022-07-01", 675, 544),
  ]

  private func grant() throws -> Series<PerCapitaScale> {
    try #require(Norway.book().perCapitaGrants["base-grant"]).series
  }

  private static func scale(_ rate: Int, _ above: Int?) -> PerCapitaScale {
    let first = PerCapitaScale.Tier(above: 0, rate: .kroner(rate))
    guard let above else { return PerCapitaScale(tiers: [first]) }
    let second = PerCapitaScale.Tier(above: 1_000, rate: .kroner(above))
    return PerCapitaScale(tiers: [first, second], paidUpTo: 2_500)
  }

  @Test("the base grant has the rate of each year from its first day to the day before the next")
  func everyPeriod() throws {
    let grant = try grant()
    let ends = Self.series.dropFirst().map(\.from) + ["2023-05-01"]
    for (period, end) in zip(Self.series, ends) {
      let expected = Self.scale(period.rate, period.above1000)
      #expect(try grant.inForce(on: day(period.from))?.value == expected, "\(period.from)")
      #expect(try grant.inForce(on: dayBefore(day(end)))?.value == expected, "before \(end)")
    }
    #expect(grant.periods.count == Self.series.count + 1)
    #expect(grant.payer == .municipality)
    #expect(grant.unit.value == "NOK/person/year")
  }

  @Test("the base grant is not known before July 2001 and ended on 1 May 2023")
  func ends() throws {
    let grant = try grant()
    guard case .notYet(let first) = try grant.standing(on: day("2001-06-30")) else {
      Issue.record("the base grant is known before its first rate")
      return
    }
    #expect(first.description == "2001-07-01")
    for text in ["2023-05-01", "2030-01-01"] {
      guard case .ended(let last) = try grant.standing(on: day(text)) else {
        Issue.record("the base grant is in force on \(text)")
        continue
      }
      #expect(last.description == "2023-05-01")
    }
  }

  @Test("the patient-adjusted grant is 841.80 times the need index, vouched for until June 2024")
  func patientAdjusted() throws {
    let grant = try #require(Norway.book().perCapitaGrants["patient-adjusted-base-grant"]).series
    let scale = try #require(try grant.inForce(on: day("2023-07-01"))?.value)
    #expect(scale.tiers == [PerCapitaScale.Tier(above: 0, rate: Money(ore: 84_180))])
    #expect(scale.isWeightedByNeed)
    #expect(scale.paidUpTo == nil)
    #expect(try grant.inForce(on: day("2024-06-30")) != nil)
    guard case .unknown(let last) = try grant.standing(on: day("2024-07-01")) else {
      Issue.record("the grant is known after its source stops")
      return
    }
    #expect(last.description == "2024-06-30")
    guard case .notYet = try grant.standing(on: day("2023-06-30")) else {
      Issue.record("a rate is known for May and June 2023")
      return
    }
  }

  @Test("tiers are listed in words")
  func words() throws {
    let grant = try grant()
    #expect(try grant.inForce(on: day("2010-01-01"))?.value.words == "357")
    #expect(
      try grant.inForce(on: day("2020-05-01"))?.value.words
        == "577 for places 1–1000; 499 for places 1001–2500")
    let adjusted = try #require(Norway.book().perCapitaGrants["patient-adjusted-base-grant"])
    #expect(
      try adjusted.series.inForce(on: day("2024-01-01"))?.value.words == "841.80 × need index")
  }
}
