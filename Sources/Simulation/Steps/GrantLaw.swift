import Diagnostics
import RateBooks
import Rules
import Scenarios
import Units

/// The grant rules in force in one month.
struct GrantLaw: Hashable {
  struct InForce<Value: Hashable & Sendable>: Hashable {
    var name: String
    var payer: Account
    /// What it is booked as.
    var line: AccountLine
    var rule: Value
    var origin: Origin
  }

  let month: Month
  /// The day whose law it is.
  let day: CalendarDate
  /// The part of a year the month earns; zero where the law has no grants.
  let fraction: Ratio
  let part: Accrual.Part
  let perCapita: [InForce<PerCapitaScale>]
  let startUp: [InForce<StartUpGrant>]
  let equalisation: [InForce<EqualisationGrant>]
  let lumpSums: [InForce<LumpSumGrant>]
  /// What a proposal adds to grants per person and to those that are computed from their rate, in the
  /// order of the scenario.
  let additions: [Addition]

  /// What comes on top of a grant, or is taken off, by an adjustment.
  struct Addition: Hashable {
    var practices: PracticeScope
    /// What the adjustment multiplies the grant with.
    var factor: Ratio
    /// `nil` for whoever pays the grant.
    var payer: Account?
    var origin: Origin
  }

  /// What the adjustments make of a grant at a practice, together: their factors multiply.
  func factor(at practice: PracticeKind) -> Ratio {
    additions.reduce(.one) { $1.practices.contains(practice) ? $0 * $1.factor : $0 }
  }

  /// What an addition is of the law's own amount at a practice in its scope.
  ///
  /// ```
  /// part = (factors of the additions before it, multiplied) × (factor − 1)
  /// ```
  ///
  /// So all of them together are what their factors multiply to, less one; who pays an addition pays
  /// what it adds to what those before it leave.
  func part(of place: Int, at practice: PracticeKind) -> Ratio {
    additions[..<place].reduce(additions[place].factor - .one) {
      $1.practices.contains(practice) ? $0 * $1.factor : $0
    }
  }

  /// - Parameters:
  ///   - month: The month that is paid.
  ///   - day: The day whose law holds.
  ///   - days: How many days it is paid for; `nil` for the month as its rule has it.
  ///   - law: The law.
  ///   - adjustments: What a proposal makes of it.
  /// - Throws: ``Refusal`` when the law has grants but no month rule, or per-capita grants but none of
  ///   them is known for the day.
  init(
    of month: Month, on day: CalendarDate, days: Int? = nil, in law: RateBook,
    adjustedBy adjustments: [Adjustment] = []
  ) throws(Refusal) {
    (self.month, self.day) = (month, day)
    additions = adjustments.filter { $0.isInForce(on: day) }.compactMap(Addition.init)
    perCapita = Self.inForce(law.perCapitaGrants, on: day, \.words) {
      AccountLine($0.series.account, orNamed: $0.name)
    }
    startUp = Self.inForce(law.startUpGrants, on: day, \.words) { _ in .startUpGrant }
    equalisation = Self.inForce(law.equalisationGrants, on: day, \.words) { _ in
      .equalisationGrant
    }
    lumpSums = Self.inForce(law.lumpSums, on: day, \.words) { _ in .lumpSum }
    let ofMonth = try law.fraction(of: month, on: day)
    fraction = days.map { Ratio($0, over: month.daysInYear) } ?? ofMonth
    part = Accrual.Part(fraction)
    // Only to refuse a gap: the scales are kept above, each with its name and origin.
    _ = try law.perCapitaScales(on: day)
  }

  private static func inForce<Value: Hashable>(
    _ section: Section<Value>, on day: CalendarDate, _ words: (Value) -> String,
    line: (Rule<Value>) -> AccountLine
  ) -> [InForce<Value>] {
    section.rules.compactMap { rule in
      guard let (value, period) = rule.series.inForce(on: day) else { return nil }
      let line = line(rule)
      return InForce(
        name: rule.name, payer: Account(rule.series.payer), line: line, rule: value,
        origin: Origin(
          name: rule.name, grant: line.tells(rule.name),
          rate: "\(words(value)) \(rule.series.unit.value)",
          position: period.position, source: period.reference.description))
    }
  }
}

extension GrantLaw.Addition {
  /// `nil` when the adjustment is of fees, or changes nothing.
  fileprivate init?(_ adjustment: Adjustment) {
    guard case .grants(let paidBy) = adjustment.of, adjustment.factor.central != .one else {
      return nil
    }
    practices = adjustment.practices
    factor = adjustment.factor.central
    payer = paidBy.map { Account($0) }
    origin = Origin(
      name: "adjustments.\(adjustment.name)",
      rate: "what × \(adjustment.factor.central) adds to the grant",
      position: adjustment.factor.position, source: adjustment.factor.source.description)
  }
}
