import RateBooks
import Rules
import Testing
import Units

@Suite("The fee schedule of a day")
struct ScheduleTests {
  @Test("it holds every fee in force and no other")
  func inForce() throws {
    let book = try Norway.book()
    for text in ["2010-01-01", "2022-07-01", "2023-06-30", "2035-01-01"] {
      let schedule = try book.schedule(on: day(text))
      for rule in book.fees.rules {
        let fee = try rule.series.inForce(on: day(text))?.value
        #expect(schedule.fees[rule.name] == fee, "\(rule.name) \(text)")
      }
    }
    #expect(try book.schedule(on: day("1999-01-01")).fees.isEmpty)
    #expect(try book.schedule(on: day("2022-07-01")).fees["2ae"]?.honorarium == .kroner(175))
  }

  @Test("a fee that ended is no longer in it, and a new amount is from its first day")
  func dated() throws {
    let book = try SmallBook.reading(
      fee: "{ honorarium: 100, refund: 40, copay: 60 }",
      sections: "      - { from: 2021-01-01, value: { honorarium: 9 }, reference: *own }\n"
        + "      - { from: 2022-01-01, value: null, reference: *own }")
    for (text, kroner) in [
      ("2019-12-31", nil), ("2020-01-01", 100), ("2020-12-31", 100), ("2021-01-01", 9),
      ("2022-01-01", nil),
    ] {
      let fee = try book.schedule(on: day(text)).fees["visit"]
      #expect(fee?.honorarium == kroner.map(Money.kroner), "\(text)")
    }
  }
}
