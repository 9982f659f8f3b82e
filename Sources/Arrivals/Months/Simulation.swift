public import Diagnostics
public import Practices
import Scenarios
import Units

/// One of the two worlds that are compared; everything but the arrivals is the same in both.
public enum World: String, CaseIterable, Sendable {
  /// Without the arrivals' right to a list.
  case baseline
  /// With it.
  case reform
}

/// Runs a scenario month by month.
public struct Simulation: Sendable {
  public let scenario: Scenario
  public let lists: [PatientList]

  public init(scenario: Scenario, lists: [PatientList]) {
    (self.scenario, self.lists) = (scenario, lists)
  }

  /// Everything that happens, step by step.
  ///
  /// 1. The law of the month is looked up.
  /// 2. Arrivals leave, are taken off, come on lists and change lists.
  /// 3. Grants are paid for persons on lists at the start of the month.
  /// 4. Consultations of arrivals are paid.
  /// 5. Handling of enrolments is paid.
  /// 6. Contracts for free capacity are paid, in months without a right.
  ///
  /// - Throws: ``Refusal`` when the law of a month has a gap.
  public func run(_ world: World) throws(Refusal) -> Run {
    var movements = MovementStep(scenario: scenario, lists: lists)
    var grants = GrantStep(lists: lists, municipalities: scenario.municipalities)
    var consultations = ConsultationStep(scenario: scenario)
    var standby = StandbyStep(scenario: scenario)
    let handling = HandlingStep(scenario: scenario)
    var run = Run(scenario: scenario, lists: lists)

    for (index, month) in scenario.calendar.enumerated() {
      let law = try GrantLaw(of: month, on: scenario.lawDay(of: month), in: scenario.law)
      let happened = world == .reform ? movements.move(to: index) : []
      let lengths = movements.lengths
      grants.pay(lengths: lengths, under: law, month: index, to: &run.ledger)
      try consultations.post(month: index, present: movements.present, to: &run.ledger)
      handling.post(happened, month: index, to: &run.ledger)
      if !movements.isRightInForce { standby.post(month: index, to: &run.ledger) }
      run.record(happened, lengths, movements, fraction: law.fraction)
    }
    return run
  }
}
