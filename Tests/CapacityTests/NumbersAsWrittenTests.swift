import Capacity
import Testing
import Units

@Suite("Numbers as spreadsheets write them")
struct NumbersAsWrittenTests {
  @Test(
    "a need index with a comma, or with more digits than are exact, is the number it looks like")
  func decimals() throws {
    func need(_ text: String) throws -> Double {
      try SmallDenmark.but {
        $0.clinics = SmallDenmark.table([SmallDenmark.clinic("100001", in: "0101", need: text)])
      }.plan().minimums[0].needPerPatient.double
    }
    #expect(try need("\"0,9481\"") == 0.9481)
    #expect(try abs(need("0.60167986692915901") - 0.601679866929159) < 1e-12)
    #expect(try need("1.00000000000000000000") == 1)
  }

  @Test("a code that lost its zero in a spreadsheet is the municipality's")
  func codes() throws {
    let plan = try SmallDenmark.but {
      $0.clinics = $0.clinics.replacing("0101", with: "101")
      $0.population = $0.population.replacing("0101", with: "101")
    }.plan()
    #expect(plan.inputs.clinics[0].municipality == 0)
    #expect(plan.distribution.need.persons[0] == 40_000)
  }

  @Test("a service of the table that the plan has too would be paid twice")
  func services() throws {
    let money = """
      base-fee: { central: 400, source: 'assumption: a test' }
      services:
        "0101": { per-person: { central: 2, source: 'assumption: a test' }, as-of: 2024-04-01 }
      service-table: { file: notices.csv, source: 'assumption: a test' }
      """
    // The small world writes no table of services; that of notices is read as one, and as notices it has
    // faults of its own.
    let told = try SmallDenmark.but {
      $0.money = money
      $0.notices = "code,per-person,fee\n0101,1,100\n"
    }.told()
    #expect(told.contains("'0101' is among the plan's own 'services' too"))
  }

  @Test("money for shortage areas without any is a fault, where its amount is known")
  func shortage() throws {
    let money = """
      base-fee: { central: 400, source: 'assumption: a test' }
      supplement: { central: 1000, source: 'assumption: a test' }
      """
    let told = try SmallDenmark.but { $0.money = money }.told()
    #expect(told.contains("'supplement' is paid in shortage areas, and there are none"))
    let unknown = money.replacing("1000", with: "not-published")
    #expect(try SmallDenmark.but { $0.money = unknown }.told() == "")
  }
}
