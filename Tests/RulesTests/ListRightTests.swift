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
}
