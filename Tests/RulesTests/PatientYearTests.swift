import Rules
import Testing
import Units

@Suite("Who pays a patient's contacts")
struct PatientYearTests {
  private static let schedule = FeeSchedule([
    "a": fee(refund: 100, copay: 160),
    "b": fee(refund: 40) { $0.patientPayment = .kroner(50) },
    "L1": fee(refund: 300, copay: 10) { $0.budget = .certificates },
  ])

  private func payments(
    _ standing: Patient.Standing = .paying, other: Money = .zero, ceiling: Int? = 200,
    days: [Int], codes: [String] = ["a"]
  ) -> [ContactPayment] {
    let year = PatientYear(
      patient: Patient(standing: standing, otherCopay: other),
      ceiling: ceiling.map { CopayCeiling(amount: .kroner($0), days: 365) },
      schedule: { _ in Self.schedule })
    return year.payments(
      for: days.map { .init(day: $0, service: "gp", bill: bill(codes)) })
  }

  @Test("a patient pays copay to the ceiling, and the state the rest of the contact that meets it")
  func ceiling() {
    let payments = payments(days: [0, 9, 9])
    #expect(payments.map(\.copay) == [.kroner(160), .kroner(40), .zero])
    #expect(payments.map(\.ceilingCopay) == [.zero, .kroner(120), .kroner(160)])
    #expect(payments.map(\.refund) == [.kroner(100), .kroner(100), .kroner(100)])
    #expect(payments.map(\.honorarium) == [.kroner(260), .kroner(260), .kroner(260)])
  }

  @Test("a ceiling that is met exactly leaves the next contact nothing to pay")
  func exactly() {
    let payments = payments(ceiling: 320, days: [0, 1, 2])
    #expect(payments.map(\.copay) == [.kroner(160), .kroner(160), .zero])
    #expect(payments.map(\.ceilingCopay) == [.zero, .zero, .kroner(160)])
  }

  @Test("without a ceiling copay is never the state's")
  func withoutCeiling() {
    let payments = payments(ceiling: nil, days: [0, 1, 2])
    #expect(payments.map(\.copay) == [.kroner(160), .kroner(160), .kroner(160)])
  }

  @Test("copay for other services brings the ceiling nearer as the year goes")
  func otherCopay() {
    let first = payments(other: .kroner(365), days: [0])
    #expect(first.map(\.copay) == [.kroner(160)])
    let later = payments(other: .kroner(365), days: [100])
    #expect(later.map(\.copay) == [.kroner(100)])
    #expect(later.map(\.ceilingCopay) == [.kroner(60)])
    let last = payments(other: .kroner(365), days: [364])
    #expect(last.map(\.copay) == [.zero])
  }

  @Test("the state pays the copay of an exempt patient, and none of it is above a ceiling")
  func exempt() {
    let payments = payments(.exempt, days: [0, 1, 2])
    #expect(payments.map(\.exemptCopay) == [.kroner(160), .kroner(160), .kroner(160)])
    #expect(payments.allSatisfy { $0.copay == .zero && $0.ceilingCopay == .zero })
    #expect(payments.map(\.honorarium) == [.kroner(260), .kroner(260), .kroner(260)])
  }

  @Test("an uninsured patient pays refund and copay, of certificates too, without a ceiling")
  func uninsured() {
    let payments = payments(.uninsured, days: [0, 1], codes: ["a", "L1"])
    #expect(payments.map(\.uninsured) == [.kroner(400), .kroner(400)])
    #expect(payments.map(\.copay) == [.kroner(170), .kroner(170)])
    #expect(payments.allSatisfy { $0.refund == .zero && $0.certificates == .zero })
    #expect(payments.map(\.honorarium) == [.kroner(570), .kroner(570)])
  }

  @Test("refunds of certificates are on an account of their own")
  func certificates() {
    let payments = payments(days: [0], codes: ["a", "L1"])
    #expect(payments.map(\.refund) == [.kroner(100)])
    #expect(payments.map(\.certificates) == [.kroner(300)])
    #expect(payments.map(\.copay) == [.kroner(170)])
  }

  @Test("every patient pays what is outside the ceiling", arguments: Patient.Standing.allCases)
  func patientPayment(standing: Patient.Standing) {
    let payments = payments(standing, ceiling: 0, days: [0, 1], codes: ["b"])
    #expect(payments.map(\.patientPayment) == [.kroner(50), .kroner(50)])
    #expect(payments.map(\.honorarium) == [.kroner(90), .kroner(90)])
  }

  @Test("a contact of which nothing is paid has a payment of nothing")
  func nothing() {
    #expect(payments(days: [3], codes: ["x"]) == [ContactPayment()])
    #expect(payments(days: []) == [])
  }

  @Test("the fees of a contact are those of its day")
  func dated() {
    let year = PatientYear(patient: Patient(), ceiling: nil) { day in
      day < 181 ? Self.schedule : FeeSchedule(["a": fee(refund: 110, copay: 170)])
    }
    let payments = year.payments(
      for: [180, 181].map { .init(day: $0, service: "gp", bill: bill(["a", "b"])) })
    #expect(payments.map(\.refund) == [.kroner(140), .kroner(110)])
    #expect(payments.map(\.copay) == [.kroner(160), .kroner(170)])
  }
}
