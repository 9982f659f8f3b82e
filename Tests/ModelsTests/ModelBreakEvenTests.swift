import Models
import ScenarioSupport
import Scenarios
import Testing
import Units

@Suite("Visits at which payment models pay alike")
struct ModelBreakEvenTests {
  private func found(
    _ first: String, _ second: String, from: String = "0", to: String = "10"
  ) throws -> ModelBreakEven {
    let file = try ModelFile.of(
      """
      first: { components: { a: \(first) } }
      second: { components: { b: \(second) } }
      """, more: "break-even: { from: \(from), to: \(to) }")
    let scenario = try file.modelScenario()
    return try ModelBreakEven(
      of: scenario.models[1], to: scenario.practices[0], in: scenario)
  }

  private static let fee = "{ per: visit, amount: =10 }"
  private static let capitation = "{ per: person, amount: =30 }"

  @Test("fees of 10 overtake a capitation of 30 at three visits, on a piece's end or inside it")
  func crossing() throws {
    let found = try found(Self.fee, Self.capitation)
    #expect(found.crossings == [.init(from: Ratio(3), to: Ratio(3), paysMoreAfter: false)])
    let third = try self.found(Self.fee, "{ per: person, amount: =10.01 }").crossings
    #expect(third.count == 1)
    #expect(abs((third.first?.from.double ?? 0) - 1.001) < 0.000_002)
  }

  @Test("where the interval holds no break-even, there is none, and who pays more is known")
  func unattainable() throws {
    let above = try found(Self.fee, Self.capitation, from: "3.5")
    #expect(above.crossings.isEmpty && above.paysMoreAtStart == false)
    let below = try found(Self.fee, Self.capitation, to: "2.9")
    #expect(below.crossings.isEmpty && below.paysMoreAtStart == true)
  }

  @Test("a break-even at either end of the interval counts")
  func ends() throws {
    let start = try found(Self.fee, Self.capitation, from: "3")
    #expect(start.crossings == [.init(from: Ratio(3), to: Ratio(3), paysMoreAfter: false)])
    #expect(start.paysMoreAtStart == nil)
    let end = try found(Self.fee, Self.capitation, to: "3")
    #expect(end.crossings == [.init(from: Ratio(3), to: Ratio(3), paysMoreAfter: nil)])
  }

  @Test("models that pay the same throughout do so from end to end")
  func equal() throws {
    let found = try found(Self.fee, Self.fee)
    #expect(found.crossings == [.init(from: .zero, to: Ratio(10), paysMoreAfter: nil)])
    #expect(found.paysMoreAtStart == nil)
  }

  @Test("a cap can make two break-evens")
  func two() throws {
    // 20 a visit up to 4 visits, then nothing: above 30 from 1.5 visits, and 10 × v from 8.
    let capped = """
      { per: visit, tiers: { a: { amount: =20 }, b: { above: 4, amount: =0 } }, limits-per: person }
      """
    let found = try found("{ per: visit, amount: =10 }", capped)
    // Alike at nothing, and where 10 × v = 80.
    #expect(found.crossings.map(\.from.description) == ["0", "8"])
    let beside = try self.found(Self.capitation, capped).crossings
    #expect(beside.map { ($0.from.double * 1_000).rounded() } == [1_500])
  }

  @Test("a stretch of equal payments is told from where to where")
  func stretch() throws {
    let flatThenFees = """
      { per: visit, tiers: { a: { amount: =10 }, b: { above: 4.03, amount: =0 } }, \
      limits-per: person }
      """
    let found = try found(Self.fee, flatThenFees)
    #expect(found.crossings.count == 1)
    #expect(found.crossings.first?.from == .zero)
    #expect(abs((found.crossings.first?.to.double ?? 0) - 4.03) < 0.000_002)
    #expect(found.crossings.first?.paysMoreAfter == false)
  }

  @Test("a jump over zero is found where it is")
  func jump() throws {
    let stepped = """
      { per: practice, steps-by: visits-per-person-year, \
      steps: { few: { amount: =0 }, many: { from: 4.123, amount: =100000 } } }
      """
    let found = try found("{ per: practice, amount: =50000 }", stepped)
    #expect(found.crossings.count == 1)
    #expect(abs((found.crossings.first?.from.double ?? 0) - 4.123) < 0.000_003)
    #expect(found.crossings.first?.paysMoreAfter == true)
  }
}
