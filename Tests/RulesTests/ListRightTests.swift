import Rules
import Testing

@Suite("The right to a list")
struct ListRightTests {
  @Test("a right is held by those who fulfil all its conditions, and others too")
  func allConditions() {
    let right = ListRight(requires: [.registeredAsResident, .nationalInsurance])
    #expect(right.isHeld(fulfilling: [.nationalInsurance, .registeredAsResident]))
    #expect(right.isHeld(fulfilling: ListRight.Condition.allCases))
    #expect(!right.isHeld(fulfilling: [.registeredAsResident]))
    #expect(!right.isHeld(fulfilling: [.nationalInsurance, .accredited]))
    #expect(!right.isHeld(fulfilling: []))
  }

  @Test("a right without conditions is everybody's")
  func withoutConditions() {
    #expect(ListRight(requires: []).isHeld(fulfilling: []))
  }

  @Test(
    "consent in person is needed from the sixteenth birthday",
    arguments: [(0, false), (15, false), (16, true), (17, true), (80, true)])
  func consent(age: Int, isNeeded: Bool) {
    let right = ListRight(requires: [.accredited], ownConsentFromAge: 16)
    #expect(right.needsOwnConsent(age: age) == isNeeded)
  }

  @Test("a right that asks nobody's consent needs none at any age")
  func withoutConsent() {
    #expect(!ListRight(requires: [.accredited]).needsOwnConsent(age: 80))
  }
}
