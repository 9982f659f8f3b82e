import Rules
import TestSupport
import Testing
import Units

@Suite("Rules on capacities and clinics")
struct CapacityRuleTests {
  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  @Test(
    "FAQ 2: a capacity that has been vacant for a year may be withdrawn",
    arguments: [
      ("2025-03-01", "2026-02-28", false), ("2025-03-01", "2026-03-01", true),
      ("2024-02-29", "2025-02-27", false), ("2024-02-29", "2025-02-28", true),
    ])
  func vacancy(since: String, on: String, isAllowed: Bool) throws {
    #expect(
      try VacancyRule.mayBeWithdrawn(vacantSince: day(since), on: day(on), afterMonths: 12)
        == isAllowed)
  }

  @Test("FAQ 2: sudden growth in a place is extraordinary, imbalance and expected growth are not")
  func extraordinary() {
    #expect(
      ExtraordinarySituation.Cause.allCases.filter(\.allowsDeviation)
        == [.suddenLocalGrowth, .other])
  }

  @Test("FAQ 9: the act's supplement is for councils with room, other funds for everywhere")
  func supplement() {
    #expect(TemporarySupplement.isAllowed(by: .whereNewCapacities, hasRoomForNew: true))
    #expect(!TemporarySupplement.isAllowed(by: .whereNewCapacities, hasRoomForNew: false))
    #expect(TemporarySupplement.isAllowed(by: .everywhere, hasRoomForNew: true))
    #expect(TemporarySupplement.isAllowed(by: .everywhere, hasRoomForNew: false))
  }

  @Test("FAQ 10: an island doctor with fewer patients than the limit is exempt, if reported")
  func island() throws {
    func isExempt(_ patients: Int, reported: String?) throws -> Bool {
      try IslandExemption.isExempt(
        patients: patients, limit: 500, reportedOn: reported.map { try day($0) },
        on: day("2025-10-01"), months: 12)
    }
    #expect(try isExempt(499, reported: "2025-09-01"))
    #expect(try !isExempt(500, reported: "2025-09-01"))
    #expect(try !isExempt(499, reported: nil))
  }

  @Test(
    "guidance 3: a report holds from its day and for a year",
    arguments: [
      ("2025-08-31", false), ("2025-09-01", true), ("2026-08-31", true), ("2026-09-01", false),
    ])
  func report(on: String, isExempt: Bool) throws {
    #expect(
      try IslandExemption.isExempt(
        patients: 300, limit: 500, reportedOn: day("2025-09-01"), on: day(on), months: 12)
        == isExempt)
  }

  @Test("FAQ 11: a clinic may close at its minimum and not below", arguments: [-1, 0, 1])
  func intake(above: Int) {
    #expect(Intake.mayClose(patients: 1_600 + above, minimum: 1_600) == (above >= 0))
    #expect(Intake.allCases.map(\.rawValue) == ["open", "selective", "closed"])
  }

  @Test("a doctor may own as many clinics as the most, counted once each")
  func owners() {
    let owners = [(7, 1), (7, 2), (7, 3), (7, 3), (4, 1), (4, 2), (4, 3), (4, 5), (9, 1)]
    let exceeding = YdernumberLimit.exceeding(
      owners: owners.map { (doctor: $0.0, clinic: $0.1) }, most: 3)
    #expect(exceeding.map(\.doctor) == [4])
    #expect(exceeding.map(\.clinics) == [4])
  }

  @Test("who owns too many by one limit owns too many by every lower one")
  func limits() {
    forEverySeed { random in
      let owners = (0..<random.whole(in: 0...60)).map { _ in
        (doctor: random.whole(in: 0...9), clinic: random.whole(in: 0...9))
      }
      let most = random.whole(in: 1...6)
      let fewer = Set(YdernumberLimit.exceeding(owners: owners, most: most).map(\.doctor))
      return fewer.isSubset(
        of: YdernumberLimit.exceeding(owners: owners, most: most - 1).map(\.doctor))
    }
  }
}
