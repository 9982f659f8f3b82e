import Diagnostics
import Rules
import ScenarioSupport
import Scenarios
import Simulation
import Testing
import Units

@testable import Analysis

@Suite("Numbers found for goals")
struct SolutionTests {
  private let country: SmallCountry

  init() throws { country = try SmallCountry() }

  private static let copay = """
      adjustments.copay: { of: fees, parts: [copay], factor: { low: 0.5, central: 0.7, high: 1, source: "assumption: a test" } }
    """

  /// A solution and what it is beside. Of a class, because copies of so large values in the expansions
  /// of macros take the compiler a minute.
  private final class Solved {
    let solution: Solution
    let baseline: NationalRun

    init(_ solution: Solution, _ baseline: NationalRun) {
      (self.solution, self.baseline) = (solution, baseline)
    }
  }

  private func solution(
    _ change: String, changing changes: [String: String] = [:]
  ) throws -> Solved {
    _ = try country.scenario(changes)
    let file = try ScenarioFile(reading: country.reform(change))
    var runner = YearRunner()
    let baseline = try runner.run(file.baseline)
    return Solved(
      try Solution(of: file, against: BaselineYear(baseline, by: &runner), by: &runner), baseline)
  }

  /// A goal of what patients pay, in kroner.
  private func patients(_ amount: Int, _ rest: String = "") -> String {
    """
    \(Self.copay)
      solve.patients: { number: adjustments.copay.factor, until: payer.patient, is: { central: \(amount), source: "assumption: a test" }\(rest) }
    """
  }

  @Test("a price in whole øre lets a sum only pass its target; the nearer side is taken and told")
  func nearerSide() throws {
    // Six kroner a visit, so that one øre of it is one of 600 steps.
    let visits = try solution(Self.copay).baseline.sums(of: .consultation).contacts
    let step = Double(visits) / 100
    for share in [0.2, 0.4, 0.6, 0.8] {
      let asked = Int((400 + share) * step)
      let row = try #require(try solution(patients(asked)).solution.rows.first)
      let ore = share < 0.5 ? 400 : 401
      #expect(row.reached == Ratio(visits * ore, over: 100))
      #expect(row.isMissed)
      #expect(abs(row.found.double * 600 - Double(ore)) <= 0.5)
    }
    let met = try #require(try solution(patients(Int(400 * step))).solution.rows.first)
    #expect(!met.isMissed)
  }

  @Test("the found number has no more decimals than what is paid asks for")
  func simple() throws {
    let solved = try solution(patients(60_000))
    let row = try #require(solved.solution.rows.first)
    let visits = Double(solved.baseline.sums(of: .consultation).contacts)
    #expect(abs(row.reached.double - 60_000) <= visits / 200)
    // A step of one in six hundred needs three decimals, or four.
    #expect((row.found * Ratio(10_000)).wholeNumber != nil, "\(row.found)")
  }

  @Test("several goals, one of them between two steps: both sides stand beside what was asked for")
  func together() throws {
    let change = """
      \(patients(60_001))
        adjustments.grants: { of: grants, factor: { low: 0.5, central: 1, high: 3, source: "assumption: a test" } }
        solve.neutral: { number: adjustments.grants.factor, until: total, is: baseline }
      """
    let solved = try solution(change)
    let visits = Double(solved.baseline.sums(of: .consultation).contacts)
    let rows = solved.solution.rows
    #expect(rows.count == 2)
    #expect(abs(rows[0].reached.double - 60_001) <= visits / 100)
    #expect(!rows[1].isMissed)
  }

  @Test("a goal no side of which is near is still refused, with both ends")
  func unattainable() throws {
    let error = #expect(throws: Refusal.self) { try solution(patients(1_000)) }
    let text = try #require(error).description
    #expect(text.contains("'patients' cannot be reached: no 'adjustments.copay.factor' in 0.5…1"))
  }

  @Test("after behaviour, the year that has been answered is what the goal is about")
  func afterBehaviour() throws {
    let theory = ["theory: none": "theory: elasticities"]
    let change = """
        adjustments.fees: { of: fees, factor: { central: 1.5, source: "assumption: a test" } }
        adjustments.grants: { of: grants, factor: { low: 0.1, central: 0.7, high: 4, source: "assumption: a test" } }
        solve.neutral: { number: adjustments.grants.factor, until: total, is: baseline
      """
    let atOnce = try solution("\(change) }", changing: theory)
    let answered = try solution("\(change), after: behaviour }", changing: theory)
    let (first, later) = (atOnce.solution.rows[0], answered.solution.rows[0])
    #expect(first.goal.stage == .immediate && later.goal.stage == .afterBehaviour)
    #expect(!first.isMissed && !later.isMissed)
    #expect(abs(first.found.double - later.found.double) > 0.001)
    // What is shown after behaviour is what was searched.
    var runner = YearRunner()
    let before = try BaselineYear(runner.run(answered.solution.file.baseline), by: &runner)
    let year = try runner.run(
      answered.solution.file, at: .afterBehaviour, after: answered.solution.run, named: "a",
      against: before)
    let total = Measure.total.value(in: year, against: answered.baseline)
    #expect(total == later.reached)
    let unanswered = Measure.total.value(in: answered.solution.run, against: answered.baseline)
    #expect(unanswered != later.reached)
  }

  @Test("where nobody answers, a goal after behaviour is the goal at once")
  func nobodyAnswers() throws {
    let atOnce = try solution(patients(60_000)).solution
    let later = try solution(patients(60_000, ", after: behaviour")).solution
    let (first, second) = (atOnce.rows[0].reached, later.rows[0].reached)
    #expect(first == second)
    let (flows, others) = (atOnce.run.flows, later.run.flows)
    #expect(flows == others)
  }
}
