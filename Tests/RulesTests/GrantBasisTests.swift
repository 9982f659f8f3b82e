import Rules
import Testing

@Suite("What a grant is reckoned from")
struct GrantBasisTests {
  @Test("the one in force is whichever there is; named grants are those and no other")
  func includes() {
    #expect(GrantBasis.theOneInForce.includes("base-grant"))
    let basis = GrantBasis.named(["base-grant", "patient-adjusted-base-grant"])
    #expect(basis.includes("base-grant") && basis.includes("patient-adjusted-base-grant"))
    #expect(!basis.includes("prevention-grant"))
  }
}
