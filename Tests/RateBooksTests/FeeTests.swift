import RateBooks
import Rules
import Testing
import Units

@Suite("Norway's fees and copays")
struct FeeTests {
  /// Code, first day, honorarium, refund, copay; the day after the last one vouched for.
  private static let fees: [(code: String, from: String, parts: [Int], unknown: String?)] = [
    ("2ad", "2020-11-01", [160, 0, 160], "2021-07-01"),
    ("2ad", "2022-07-01", [175, 15, 160], "2023-07-01"),
    ("2ae", "2013-07-01", [142, 2, 140], nil), ("2ae", "2014-07-01", [142, 2, 140], nil),
    ("2ae", "2015-07-01", [142, 2, 140], nil), ("2ae", "2016-07-01", [152, 0, 152], nil),
    ("2ae", "2017-07-01", [154, 2, 152], nil), ("2ae", "2018-07-01", [160, 5, 155], nil),
    ("2ae", "2019-07-01", [160, 5, 155], "2020-07-01"),
    ("2ae", "2020-11-01", [170, 10, 160], "2021-07-01"),
    ("2ae", "2022-07-01", [175, 15, 160], "2023-07-01"),
    ("2ak", "2022-07-01", [328, 48, 280], "2023-07-01"),
  ]

  @Test("consultations cost what the tariff says from its day until its source stops")
  func consultations() throws {
    let book = try Norway.book()
    for fee in Self.fees {
      let series = try #require(book.fees[fee.code]).series
      let found = try #require(try series.inForce(on: day(fee.from)), "\(fee.code) \(fee.from)")
      let parts = [found.value.honorarium, found.value.refund, found.value.copay]
      #expect(parts == fee.parts.map(Money.kroner), "\(fee.code) \(fee.from)")
      #expect(found.period.from.description == fee.from)
      guard let unknown = fee.unknown else { continue }
      #expect(try series.inForce(on: dayBefore(day(unknown)))?.value == found.value)
      guard case .unknown(let last) = try series.standing(on: day(unknown)) else {
        Issue.record("\(fee.code) is known on \(unknown)")
        continue
      }
      #expect(try last == dayBefore(day(unknown)))
    }
  }

  @Test("the refund and the copay of every fee make its honorarium")
  func sums() throws {
    var checked = 0
    for rule in try Norway.book().fees.rules {
      for fee in rule.series.periods.compactMap(\.value) {
        guard let refund = fee.refund, let copay = fee.copay else { continue }
        #expect(refund + copay == fee.honorarium, "\(rule.name)")
        checked += 1
      }
    }
    #expect(checked > 40)
  }

  @Test("a fee whose parts were not found says so")
  func notPublished() throws {
    let fee = try #require(Norway.book().fees["H1"]).series.periods[0].value
    #expect(fee?.refund == nil)
    #expect(fee?.words == "152 = refund not published + copay not published")
    let delegable = try #require(Norway.book().fees["701a"]).series.periods[0].value
    #expect(
      delegable?.words
        == "60 = refund 1 + copay 59, delegable (not with 1e; at most 1 on a bill)")
  }

  @Test("the copay ceiling of each calendar year")
  func ceilings() throws {
    let book = try Norway.book()
    for (name, text, kroner) in [
      ("copay-ceiling", "2021-01-01", 2460), ("copay-ceiling", "2021-12-31", 2460),
      ("copay-ceiling", "2022-01-01", 2921), ("copay-ceiling", "2022-12-31", 2921),
      ("copay-ceiling", "2023-01-01", 3040), ("copay-ceiling", "2023-12-31", 3040),
      ("copay-ceiling", "2024-12-31", 3165), ("copay-ceiling", "2026-06-01", 3278),
      ("copay-ceiling-1", "2009-01-01", 1780), ("copay-ceiling-1", "2010-12-31", 1840),
      ("copay-ceiling-1", "2013-01-01", 2040), ("copay-ceiling-1", "2014-01-01", 2105),
      ("copay-ceiling-1", "2015-01-01", 2185), ("copay-ceiling-1", "2016-12-31", 2185),
      ("copay-ceiling-2", "2010-01-01", 2560), ("copay-ceiling-2", "2017-12-31", 1990),
    ] {
      let ceiling = try #require(book.copayCeilings[name]).series
      #expect(try ceiling.inForce(on: day(text))?.value == .kroner(kroner), "\(name) \(text)")
    }
    for (name, text) in [
      ("copay-ceiling", "2020-12-31"), ("copay-ceiling", "2025-01-01"),
      ("copay-ceiling-1", "2011-01-01"), ("copay-ceiling-1", "2021-01-01"),
      ("copay-ceiling-2", "2018-01-01"), ("copay-ceiling-2", "2021-01-01"),
    ] {
      let ceiling = try #require(book.copayCeilings[name]).series
      #expect(try ceiling.inForce(on: day(text)) == nil, "\(name) \(text)")
    }
  }

  @Test("children under 12 pay no copay from 2006, and under 16 from 2010")
  func exemptions() throws {
    let series = try #require(Norway.book().copayExemptions["children"]).series
    for (text, last) in [
      ("2006-01-01", 11), ("2009-12-31", 11), ("2010-01-01", 15), ("2023-01-01", 15),
      ("2026-01-01", 15),
    ] {
      let exemption = try #require(try series.inForce(on: day(text))?.value)
      #expect(exemption.ages == 0...last, "\(text)")
    }
    #expect(try series.inForce(on: day("2005-12-31")) == nil)
  }
}
