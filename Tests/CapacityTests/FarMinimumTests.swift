import Capacity
import Testing

@Suite("Minimums far from the model's number")
struct FarMinimumTests {
  /// Findings about a clinic of the model's number 3,200.
  private func findings(minimum: Int, change: Int = 0) throws -> [CapacityFinding] {
    try SmallDenmark.but {
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic("100001", in: "0101", capacities: 2, minimum: minimum)
      ])
      $0.facts =
        "clinic,fact,change,reason,decided\n100001,other,\(change),why,2026-01-01\n"
    }.plan().findings.filter { $0.kind == .farFromModel }
  }

  @Test("a minimum of today that is less than a tenth or more than ten times of it is named")
  func current() throws {
    #expect(try findings(minimum: 1).map(\.subject) == ["100001"])
    #expect(try findings(minimum: 1).map(\.number) == [1])
    #expect(
      try [319, 320, 32_000, 32_001].map { try findings(minimum: $0).count } == [1, 0, 0, 1])
  }

  @Test("so is one that local facts bring there")
  func decided() throws {
    #expect(try findings(minimum: 3_200, change: -3_199).map(\.number) == [1])
    #expect(try findings(minimum: 3_200, change: -2_880).isEmpty)
  }

  @Test("the closing limit brings no minimum far from the model")
  func closingLimit() throws {
    let plan = try SmallDenmark.but { $0.basis = "deployed" }.plan()
    #expect(plan.minimums[0].decided * 10 < plan.minimums[0].model * 2)
    #expect(plan.findings.allSatisfy { $0.kind != .farFromModel })
  }
}
