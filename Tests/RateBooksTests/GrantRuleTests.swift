import RateBooks
import Rules
import Testing
import Units

@Suite("Norway's other grants")
struct GrantRuleTests {
  /// What both are reckoned from; the second took over from the first.
  private static let baseGrants = GrantBasis.named(["base-grant", "patient-adjusted-base-grant"])

  @Test("months were twelfths, then days from July 2016, then twelfths again from July 2022")
  func monthRules() throws {
    let rule = try #require(Norway.book().monthRules["base-grant-payment"]).series
    for (text, expected) in [
      ("2001-06-01", MonthRule.twelfths), ("2016-06-30", .twelfths), ("2016-07-01", .days),
      ("2022-06-30", .days), ("2022-07-01", .twelfths), ("2030-01-01", .twelfths),
    ] {
      #expect(try rule.inForce(on: day(text))?.value == expected, "\(text)")
    }
    #expect(try rule.inForce(on: day("2001-05-31")) == nil)
  }

  @Test("a short list is paid as 500 persons for two years from May 2020")
  func startUp() throws {
    let grant = try #require(Norway.book().startUpGrants["start-up-grant"]).series
    #expect(try grant.inForce(on: day("2020-04-30")) == nil)
    #expect(
      try grant.inForce(on: day("2020-05-01"))?.value
        == StartUpGrant(
          paidAs: 500, listBelow: 500, listCapAtLeast: 500, longest: 24, of: Self.baseGrants))
    #expect(grant.payer == .municipality)
  }

  @Test("small municipalities are lifted toward 1,200 persons a list from July 2023, by the state")
  func equalisation() throws {
    let grant = try #require(Norway.book().equalisationGrants["equalisation-grant"]).series
    #expect(try grant.inForce(on: day("2023-06-30")) == nil)
    #expect(
      try grant.inForce(on: day("2023-07-01"))?.value
        == EqualisationGrant(
          referenceList: 1_200, municipalityBelow: 5_000, of: Self.baseGrants))
    #expect(grant.payer == .state)
  }

  @Test("the recruitment grant was for 2018; rent supplements are for named lists only")
  func lumpSums() throws {
    let sums = try Norway.book().lumpSums
    let recruitment = try #require(sums["recruitment-start-grant"]).series
    let grant = try #require(try recruitment.inForce(on: day("2018-12-31"))?.value)
    #expect(grant.amount == .kroner(200_000))
    #expect(grant.payable == .once)
    #expect(grant.onlyNamedLists)
    #expect(try recruitment.inForce(on: day("2017-12-31")) == nil)
    #expect(try recruitment.inForce(on: day("2019-01-01")) == nil)
    for (name, kroner) in [("rent-supplement-high", 25_000), ("rent-supplement-low", 15_000)] {
      let series = try #require(sums[name]).series
      let rent = try #require(try series.inForce(on: day("2024-06-30"))?.value)
      #expect(rent.amount == .kroner(kroner))
      #expect(rent.payable == .yearly)
      #expect(rent.onlyNamedLists)
      #expect(try series.inForce(on: day("2024-07-01")) == nil)
    }
    #expect(grant.words == "200000 once (at most 200000, closed scheme)")
  }

  @Test("residents, insured asylum seekers and registered staff have a right; two changes a year")
  func rights() throws {
    let book = try Norway.book()
    for (name, condition) in [
      ("registered-residents", ListRight.Condition.registeredAsResident),
      ("asylum-seekers", .nationalInsurance), ("locally-employed", .registeredAsResident),
    ] {
      let right = try #require(book.listRights[name]).series
      #expect(try right.inForce(on: day("2012-08-29"))?.value.requires == [condition])
      #expect(try right.inForce(on: day("2012-08-28")) == nil)
    }
    let changes = try #require(book.listLimits["changes-per-year"]).series
    #expect(try changes.inForce(on: day("2021-05-01"))?.value == 2)
  }
}
