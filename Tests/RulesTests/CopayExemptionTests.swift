import Rules
import Testing

@Suite("Exemption from copay")
struct CopayExemptionTests {
  @Test(
    "both ends of the ages are exempt, and the years beside them are not",
    arguments: [(5, false), (6, true), (15, true), (16, false)])
  func ends(age: Int, isExempt: Bool) {
    #expect(CopayExemption(ages: 6...15).covers(age: age) == isExempt)
  }

  @Test("an exemption of one year covers that year alone")
  func oneYear() {
    let ages = (0...100).filter { CopayExemption(ages: 16...16).covers(age: $0) }
    #expect(ages == [16])
  }
}
