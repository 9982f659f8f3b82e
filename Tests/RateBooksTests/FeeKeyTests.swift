import RateBooks
import Rules
import Testing
import Units

@Suite("The keys of a fee")
struct FeeKeyTests {
  private static let parts = "honorarium: 100, refund: 40, copay: 60"

  @Test("a fee without further keys has no conditions")
  func plain() throws {
    let fee = try SmallBook.fee("{ \(Self.parts) }")
    #expect(
      fee == Fee(honorarium: .kroner(100), refund: .kroner(40), copay: .kroner(60)))
    #expect(fee.words == "100 = refund 40 + copay 60")
  }

  @Test("each condition is read into the field of its name, and told in words")
  func conditions() throws {
    let cases: [(String, String, (inout FeeConditions) -> Void)] = [
      (
        "per-started-minutes: { each: 15, beyond: 20 }", "per started 15 minutes beyond 20",
        { $0.unit = .startedMinutes(each: 15, beyond: 20) }
      ),
      (
        "per-started-minutes: { each: 30 }", "per started 30 minutes",
        { $0.unit = .startedMinutes(each: 30, beyond: 0) }
      ),
      ("times: [evening]", "evening", { $0.times = [.evening] }),
      ("times: [evening, day]", "day, evening", { $0.times = [.day, .evening] }),
      ("contact-types: [video, phone]", "phone, video", { $0.contactTypes = ["phone", "video"] }),
      (
        "forms: [company, self-employed]", "self-employed, company",
        { $0.forms = [.selfEmployed, .company] }
      ),
      ("only-specialists: true", "only specialists", { $0.onlySpecialists = true }),
      ("minimum-minutes: 20", "at least 20 minutes", { $0.minimumMinutes = 20 }),
      ("needs-procedure: true", "with a procedure", { $0.needsProcedure = true }),
      ("needs-diagnosis: true", "with a diagnosis", { $0.needsDiagnosis = true }),
      ("invalid-with: [2cd, 14]", "not with 14, 2cd", { $0.invalidWith = ["14", "2cd"] }),
      (
        "invalid-with-families: [11, 2, 4]", "not with the families 2, 4, 11",
        { $0.invalidWithFamilies = [FeeFamily("2"), FeeFamily("4"), FeeFamily("11")] }
      ),
      (
        "invalid-with-families: [11, L], valid-with: [11f, 11e]",
        "not with the families 11, L but for 11e, 11f",
        {
          $0.invalidWithFamilies = [FeeFamily("11"), FeeFamily("L")]
          $0.validWith = ["11e", "11f"]
        }
      ),
      ("only-beside: [7, 2cd]", "beside no other than 2cd, 7", { $0.onlyBeside = ["2cd", "7"] }),
      (
        "only-beside-out-of-hours: [7]", "out of hours beside no other than 7",
        { $0.onlyBesideOutOfHours = ["7"] }
      ),
      ("stands-alone: true", "with no other fee", { $0.onlyBeside = [] }),
      ("requires: [2ad]", "only with 2ad", { $0.requires = ["2ad"] }),
      ("most-per-bill: 3", "at most 3 on a bill", { $0.mostPerBill = 3 }),
      ("repeated-share: 0.5", "repeated at 0.5", { $0.repeatedShare = Ratio(1, over: 2) }),
      (
        "reduced-from: 3, reduced-share: 0.4", "refund × 0.4 from time 3",
        { ($0.reducedFrom, $0.reducedShare) = (3, Ratio(2, over: 5)) }
      ),
      (
        "most-per-twelve-months: 4", "at most 4 in twelve months per patient",
        { $0.mostPerTwelveMonths = 4 }
      ),
      (
        "most-per-calendar-year: 2, counts-patient: false",
        "at most 2 in a calendar year per patient and service",
        { ($0.mostPerCalendarYear, $0.mostCountsPatient) = (2, false) }
      ),
    ]
    for (keys, words, change) in cases {
      let fee = try SmallBook.fee("{ \(Self.parts), \(keys) }")
      var conditions = FeeConditions()
      change(&conditions)
      #expect(fee.conditions == conditions, "\(keys)")
      #expect(fee.words == "100 = refund 40 + copay 60 (\(words))")
    }
  }

  @Test("what says no is the same as what is left out")
  func off() throws {
    let fee = try SmallBook.fee(
      "{ \(Self.parts), budget: care, only-specialists: false, needs-procedure: false, "
        + "stands-alone: false, "
        + "needs-diagnosis: false, repeated-share: 1 }")
    #expect(fee == (try SmallBook.fee("{ \(Self.parts) }")))
  }

  @Test("a patient payment is the third part of the honorarium")
  func patientPayment() throws {
    let fee = try SmallBook.fee(
      "{ honorarium: 150, refund: 40, copay: 60, patient-payment: 50, delegable: false }")
    #expect(fee.patientPayment == .kroner(50))
    #expect(
      fee.words == "150 = refund 40 + copay 60 + patient payment 50, not delegable")
  }

  @Test("a certificate's refund is on its own account")
  func budget() throws {
    let fee = try SmallBook.fee("{ \(Self.parts), budget: certificates }")
    #expect(fee.budget == .certificates)
    #expect(fee.words == "100 = refund 40 + copay 60 (certificates)")
  }

  @Test("staff may be paid amounts of their own")
  func delegated() throws {
    let fee = try SmallBook.fee(
      "{ \(Self.parts), delegable: true, delegated: { refund: 12.50, copay: 60 } }")
    #expect(fee.delegated == Amounts(refund: Money(ore: 1_250), copay: .kroner(60)))
    #expect(
      fee.words
        == "100 = refund 40 + copay 60, delegable (delegated: refund 12.50 + copay 60)")
    let more = try SmallBook.fee(
      "{ \(Self.parts), delegable: true, "
        + "delegated: { refund: 0, copay: 0, patient-payment: 9 } }")
    #expect(
      more.delegated == Amounts(refund: .zero, copay: .zero, patientPayment: .kroner(9)))
  }

  @Test("other professions may be paid in full")
  func neutral() throws {
    let fee = try SmallBook.fee(
      "{ \(Self.parts), neutral: { professions: [nurse, psychologist], forms: [company], "
        + "requires-ownership: true } }")
    #expect(
      fee.neutral
        == ProfessionNeutral(
          professions: [.nurse, .psychologist], forms: [.company], requiresOwnership: true))
    #expect(
      fee.words
        == "100 = refund 40 + copay 60 (neutral for nurse, psychologist in company, by ownership)")
    let open = try SmallBook.fee(
      "{ \(Self.parts), neutral: { professions: [nurse], forms: [company] } }")
    #expect(open.neutral?.requiresOwnership == false)
  }
}
