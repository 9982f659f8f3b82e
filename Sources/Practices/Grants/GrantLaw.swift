package import Diagnostics
package import Ledger
package import RateBooks
package import Rules
package import Units

/// The grant rules in force in one month.
package struct GrantLaw: Hashable {
  package struct InForce<Value: Hashable & Sendable>: Hashable {
    package var name: String
    package var payer: Account
    /// What it is booked as.
    package var line: AccountLine
    package var rule: Value
    package var origin: Origin
  }

  package let month: Month
  /// The day whose law it is.
  package let day: CalendarDate
  /// The part of a year the month earns; zero where the law has no grants.
  package let fraction: Ratio
  package let part: Accrual.Part
  package let perCapita: [InForce<PerCapitaScale>]
  package let startUp: [InForce<StartUpGrant>]
  package let equalisation: [InForce<EqualisationGrant>]
  package let lumpSums: [InForce<LumpSumGrant>]
  /// What a proposal adds to grants per person and to those that are computed from their rate, in the
  /// order of the scenario.
  package let additions: [Addition]

  /// What comes on top of a grant, or is taken off, by an adjustment.
  package struct Addition: Hashable {
    package var practices: PracticeScope
    /// What the adjustment multiplies the grant with.
    package var factor: Ratio
    /// `nil` for whoever pays the grant.
    package var payer: Account?
    package var origin: Origin

    package init(practices: PracticeScope, factor: Ratio, payer: Account?, origin: Origin) {
      (self.practices, self.factor) = (practices, factor)
      (self.payer, self.origin) = (payer, origin)
    }
  }

  /// What the adjustments make of a grant at a practice, together: their factors multiply.
  package func factor(at practice: PracticeKind) -> Ratio {
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
  ///   - additions: What a proposal adds to it on the day.
  /// - Throws: ``Refusal`` when the law has grants but no month rule, or per-capita grants but none of
  ///   them is known for the day.
  package init(
    of month: Month, on day: CalendarDate, days: Int? = nil, in law: RateBook,
    adding additions: [Addition] = []
  ) throws(Refusal) {
    (self.month, self.day, self.additions) = (month, day, additions)
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
