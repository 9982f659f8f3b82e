import Diagnostics
public import Ledger
import RateBooks
public import Rules
public import Scenarios
public import Units
public import Work

/// A plan of capacities with everything that follows from it.
public struct CapacityPlan: Sendable {
  public let file: ScenarioFile
  public let plan: CapacityScenario
  public let inputs: PlanInputs
  /// Of the plan's own year.
  public let distribution: Distribution
  public let moves: CapacityMoves
  /// By health council.
  public let states: [CouncilState]
  /// By clinic.
  public let minimums: [ClinicMinimum]
  public let findings: [CapacityFinding]
  public let path: CapacityPath
  /// `nil` where no runs are asked for.
  public let spread: PathSpread?
  public let ledger: Ledger
  /// None where no frame is published.
  public let frame: [FrameYear]

  /// - Parameters:
  ///   - file: A plan or a reform of one.
  ///   - spreading: Whether the uncertainty of the path is wanted.
  ///   - workers: How many cores work on the uncertainty, and who is told how far they are.
  /// - Throws: `Faults` when the plan or a table is wrong, `Refusal` when it has no answer,
  ///   `Interrupted` when told to stop.
  public init(
    of file: ScenarioFile, spreading: Bool = true, workers: Workers = Workers()
  ) throws {
    let plan = try file.capacityScenario()
    let inputs = try PlanInputs(of: plan, in: file)
    let distribution = try Distribution(of: plan, with: inputs, in: plan.years.lowerBound)
    let today = CouncilState.states(of: plan, with: inputs, distribution)
    let moves = CapacityMoves(
      of: plan, with: inputs, to: distribution, allowed: today.map { $0.allowed + $0.leftOut })
    let states = CouncilState.states(today, after: moves, inputs)
    let minimums = ClinicMinimum.minimums(of: plan, with: inputs, distribution, moves)
    (self.file, self.plan, self.inputs) = (file, plan, inputs)
    (self.distribution, self.moves) = (distribution, moves)
    (self.states, self.minimums) = (states, minimums)
    findings = CapacityFinding.findings(of: plan, with: inputs, distribution, states, minimums)
    let start = PathStart(of: plan, with: inputs, distribution, minimums, moves)
    path = try CapacityPath(of: plan, from: start, run: 0)
    spread =
      spreading && plan.supply.runs > 1
      ? try PathSpread(of: plan, in: file, from: start, workers: workers) : nil
    guard let money = plan.money else {
      (ledger, frame) = (Ledger(), [])
      return
    }
    let ledger = PlanLedger(of: plan, money, with: inputs, minimums, states).ledger
    self.ledger = ledger
    frame = FrameYear.years(of: plan, paid: ledger, along: path.nation)
  }

  /// The need of a mean person of the country that one capacity of a health council looks after.
  public func needPerCapacity(of council: Int) -> Ratio {
    ClinicMinimum.needPerCapacity(of: plan, with: inputs, distribution, moves)[council]
  }

  /// Persons and needs of districts; none where the table of the population has no districts.
  public var districtNeed: NeedModel.Year { inputs.need.districtYear(plan.years.lowerBound) }

  /// What is planned for each district: its part, by need, of its municipality's number.
  public var districtNumbers: [Int] {
    let need = districtNeed
    var numbers = need.needs.map { _ in 0 }
    let members = Dictionary(grouping: need.needs.indices) {
      inputs.need.districts[$0].municipality
    }
    for (municipality, places) in members {
      let parts = Distribution.shared(
        distribution.municipalities[municipality], by: places.map { need.needs[$0] },
        plan.capacities.method)
      for (place, part) in zip(places, parts) { numbers[place] = part }
    }
    return numbers
  }

  /// The first day on which islands that were reported count again; `nil` when none were.
  public var islandsCountAgain: CalendarDate? {
    guard let months = plan.law.limit(.islandExemption, on: plan.day.value)?.rounded else {
      return nil
    }
    return plan.events.islandsReported?.advanced(byMonths: months)
  }

  /// Whether the law knows a temporary supplement on the day of the plan.
  public var hasSupplement: Bool {
    plan.law.capacityRule(.temporarySupplement, on: plan.day.value) != nil
  }

  /// Where clinics complain about their minimum on the day of the plan; `nil` where the law is silent.
  public var complaintBody: CapacityRule? {
    plan.law.capacityRule(.complaintBody, on: plan.day.value)
  }
}
