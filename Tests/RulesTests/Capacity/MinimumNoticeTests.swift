import Rules
import TestSupport
import Testing
import Units

@Suite("Notice of a higher minimum")
struct MinimumNoticeTests {
  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  private func notice(without missing: [MinimumNotice.Part] = []) throws -> MinimumNotice {
    func day(_ text: String, _ part: MinimumNotice.Part) throws -> CalendarDate? {
      missing.contains(part) ? nil : try self.day(text)
    }
    return try MinimumNotice(
      informed: day("2025-12-01", .informed), calculations: day("2025-12-02", .calculations),
      population: day("2025-11-30", .population), complaint: day("2025-12-01", .complaint))
  }

  @Test("FAQ 4: a raise takes effect so many days after the last of the four parts")
  func last() throws {
    #expect(try notice().earliest(noticeDays: 30) == day("2026-01-01"))
    #expect(try notice().earliest(noticeDays: 0) == day("2025-12-02"))
  }

  @Test(
    "FAQ 4: no raise takes effect while a part is missing", arguments: MinimumNotice.Part.allCases)
  func missing(part: MinimumNotice.Part) throws {
    let notice = try notice(without: [part])
    #expect(notice.missing == [part])
    #expect(notice.earliest(noticeDays: 30) == nil)
    #expect(
      try MinimumNotice.day(
        raising: true, decided: day("2025-12-01"), notice: notice, noticeDays: 30) == nil)
  }

  @Test("FAQ 4: only a raise needs notice")
  func lower() throws {
    let decided = try day("2025-12-05")
    func effect(_ raising: Bool, _ notice: MinimumNotice?) -> CalendarDate? {
      MinimumNotice.day(raising: raising, decided: decided, notice: notice, noticeDays: 30)
    }
    #expect(effect(false, nil) == decided)
    #expect(effect(true, nil) == nil)
    #expect(try effect(true, notice()) == day("2026-01-01"))
  }

  @Test("FAQ 4: a raise does not take effect before it is decided")
  func decidedLater() throws {
    for (decided, effect) in [("2026-01-01", "2026-01-01"), ("2026-01-02", "2026-01-02")] {
      #expect(
        try MinimumNotice.day(
          raising: true, decided: day(decided), notice: notice(), noticeDays: 30) == day(effect))
    }
  }

  @Test("FAQ 4: no part leaves the clinic fewer days than its notice")
  func everyPart() {
    forEverySeed { random in
      let notice = MinimumNotice(
        informed: random.day(), calculations: random.day(), population: random.day(),
        complaint: random.day())
      let days = random.whole(in: 0...60)
      guard let first = notice.earliest(noticeDays: days) else { return false }
      let left = MinimumNotice.Part.allCases.compactMap { notice.day(of: $0)?.days(until: first) }
      return left.count == 4 && left.min() == days
    }
  }
}
