import Analysis
import Arrivals
public import Scenarios
import Simulation
import Units

/// A number of each run that is kept.
public struct Outcome: Hashable, Sendable {
  /// For example `payer.state`, or `change.payer.state` for what a reform adds to it.
  public var name: String
  public var unit: Unit
  let kind: Kind

  public enum Unit: String, Sendable {
    /// In the currency of the rate book, with two decimals.
    case money
    /// Of one, with nine decimals.
    case share
    case persons
    case contacts

    init(_ unit: Measure.Unit) {
      self =
        switch unit {
        case .money: .money
        case .share: .share
        case .contacts: .contacts
        }
    }
  }

  enum Kind: Hashable, Sendable {
    case year(Measure, isChange: Bool)
    case arrivals(ArrivalsOutcome)
  }

  /// What is asked of arrivals on lists: what their right to a list adds to what is paid, and who has
  /// a place in the last month.
  enum ArrivalsOutcome: String, CaseIterable, Sendable {
    case municipality = "change.payer.municipality"
    case state = "change.payer.state"
    case patient = "change.payer.patient"
    case grants = "change.grants"
    case placed, waiting
  }

  private static let change = "change."

  /// Every outcome of a national scenario with these contact types.
  ///
  /// - Parameters:
  ///   - types: Names of contact types.
  ///   - hasReforms: Whether there is something to compare with.
  /// - Returns: The outcomes, those a reader looks for first in front.
  static func national(types: [String], hasReforms: Bool) -> [Outcome] {
    let measures = Measure.all(types: types)
    let levels = measures.map { measure in
      Outcome(
        name: measure.name, unit: Unit(measure.unit), kind: .year(measure, isChange: false))
    }
    // Nobody gains or loses where nothing is compared; where something is, that is a change itself.
    guard hasReforms else { return levels.filter { !$0.comparesLists } }
    return levels
      + measures.filter { !$0.comparesLists }.map { measure in
        Outcome(
          name: change + measure.name, unit: Unit(measure.unit),
          kind: .year(measure, isChange: true))
      }
  }

  /// Every outcome of arrivals on lists.
  static let arrivals = ArrivalsOutcome.allCases.map { outcome in
    Outcome(
      name: outcome.rawValue,
      unit: outcome == .placed || outcome == .waiting ? .persons : .money,
      kind: .arrivals(outcome))
  }
}

extension Outcome {
  /// The measure of a year that the outcome is, and whether it is what a reform adds to it; `nil` for
  /// arrivals on lists.
  public var measure: (of: Measure, isChange: Bool)? {
    if case .year(let measure, let isChange) = kind { (measure, isChange) } else { nil }
  }

  private var comparesLists: Bool {
    if case .year(let measure, _) = kind { measure.comparesLists } else { false }
  }

  /// A year that others are compared with, and what the outcomes come to in it.
  struct Baseline: Sendable {
    let year: BaselineYear
    /// The year at the sweep's stage.
    let run: NationalRun
    /// One per outcome that is a change; zero for the others.
    let values: [Ratio]

    init(_ year: BaselineYear, at stage: Stages.Stage, _ outcomes: [Outcome]) {
      let run = year.at(stage)
      (self.year, self.run) = (year, run)
      values = outcomes.map { outcome in
        guard case .year(let measure, isChange: true) = outcome.kind else { return .zero }
        return measure.value(in: run, against: run)
      }
    }
  }

  /// What a year came to.
  ///
  /// - Parameters:
  ///   - outcomes: All of them.
  ///   - run: The year.
  ///   - baseline: What it is compared with; itself where there is nothing else.
  /// - Returns: One per outcome: kroner or a share; nothing for an outcome of arrivals, or where there
  ///   is nothing to compare with.
  static func values(
    of outcomes: [Outcome], in run: NationalRun, against baseline: Baseline?
  ) -> [Double?] {
    outcomes.indices.map { place in
      guard case .year(let measure, _) = outcomes[place].kind else { return nil }
      let before = baseline?.run ?? run
      // Nothing, and not zero, where a policy brings other lists than the baseline.
      guard measure.refusal(in: run, against: before) == nil else { return nil }
      let value = measure.value(in: run, against: before)
      return decimal(value - (baseline?.values[place] ?? .zero))
    }
  }

  /// What arrivals came to.
  func value(in comparison: Comparison) -> Double? {
    guard case .arrivals(let outcome) = kind else { return nil }
    let cost = comparison.cost
    let money: Money
    switch outcome {
    case .municipality: money = cost.municipality
    case .state: money = cost.state
    case .patient: money = cost.patient
    case .grants: money = cost.grants + cost.stateGrants
    case .placed: return Double(comparison.placed.present)
    case .waiting: return Double(comparison.placed.waiting)
    }
    return Self.decimal(Ratio(money.ore, over: 100))
  }

  /// The binary number nearest to a decimal, so that the same result is always the same bytes.
  private static func decimal(_ value: Ratio) -> Double? { Double(value.decimal(upTo: 9)) }
}
