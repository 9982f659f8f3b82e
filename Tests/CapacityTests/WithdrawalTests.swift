import Capacity
import Testing

@Suite("Capacities that are withdrawn")
struct WithdrawalTests {
  private func plan(ceiling: Int, patients: Int = 1) throws -> CapacityPlan {
    try SmallDenmark.but {
      $0.events = "withdraw-vacant: true"
      $0.ceilings = "council,year,ceiling\nnord,2026,\(ceiling)\n"
      $0.clinics = SmallDenmark.table([
        SmallDenmark.clinic(
          "100001", in: "0101", capacities: 26, vacant: 3, patients: patients,
          vacantSince: "2025-01-01"),
        SmallDenmark.clinic("100002", in: "0102", capacities: 10, patients: 1),
      ])
    }.plan()
  }

  @Test("a council above its ceiling deploys none anew until it is down to it")
  func aboveCeiling() throws {
    // 36 deployed where 34 are allowed: two fall away, and the third goes where most are lacking.
    let plan = try plan(ceiling: 34)
    #expect(plan.moves.moves.map(\.municipality) == [nil, nil, 1])
    #expect(plan.states[0].deployed == 34)
    #expect(plan.states[0].vacant == 1)
    #expect(plan.states[0].beyond == 0)
    #expect(try self.plan(ceiling: 36).moves.moves.allSatisfy { $0.municipality != nil })
  }

  @Test("a clinic keeps as many capacities as its patients need at the highest closing limit")
  func keptForPatients() throws {
    // 26 capacities may have 70,200 patients at 2,700 each, 25 of them 67,500.
    let counts = try [67_500, 67_501].map { patients in
      try plan(ceiling: 36, patients: patients).moves.withdrawable.map(\.capacities)
    }
    #expect(counts == [[1], []])
  }
}
