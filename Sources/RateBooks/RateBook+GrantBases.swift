import Diagnostics
public import Documents
import Rules
public import Units

/// Which per-capita grants start-up and equalisation grants are reckoned from.
extension RateBook {
  /// Whether every grant that is reckoned from others names them where it must, and names such as there
  /// are; what is wrong goes into the log.
  func namesGrantBases(_ log: inout FaultLog) -> Bool {
    let names = perCapitaGrants.rules.map(\.name)
    var isSound = true
    for period in basedPeriods {
      switch period.basis {
      case .named(let named):
        for name in named where !names.contains(name) {
          log.addUnknownName(
            Located(name, written: name, at: period.position), among: names,
            in: "per-capita grants of the law")
          isSound = false
        }
      case .theOneInForce:
        guard
          let day = changeDays.first(where: { period.holds(on: $0) && inForce(on: $0).count > 1 })
        else { continue }
        log.add(
          "'\(period.rule)' does not say which per-capita grants it is reckoned from, and on \(day) "
            + "\(inForce(on: day).map { "'\($0)'" }.joined(separator: " and ")) are in force",
          at: period.position, help: "add 'of' with their names to its value")
        isSound = false
      }
    }
    return isSound
  }

  /// Whether start-up and equalisation grants have something to be reckoned from on some days; what has
  /// not goes into the log, once for each grant. Such a grant would be paid as zero, and silently.
  ///
  /// - Parameters:
  ///   - days: The days of a run.
  ///   - log: Where faults go.
  /// - Returns: Whether each has.
  public func hasGrantBases(on days: [CalendarDate], _ log: inout FaultLog) -> Bool {
    var unsound: Set<String> = []
    for day in days {
      let grants = inForce(on: day)
      for period in basedPeriods where period.holds(on: day) && !unsound.contains(period.rule) {
        guard !grants.contains(where: period.basis.includes) else { continue }
        let named =
          switch period.basis {
          case .named(let names): names.map { "'\($0)'" }.joined(separator: " and ")
          case .theOneInForce: "the per-capita grant in force"
          }
        log.add(
          "'\(period.rule)' is reckoned from \(named), and on \(day) there is none",
          at: period.position,
          help: grants.isEmpty
            ? "end it on that day with 'value: null', or state a per-capita grant"
            : "add \(grants.map { "'\($0)'" }.joined(separator: " or ")) to its 'of', "
              + "or end it on that day with 'value: null'")
        unsound.insert(period.rule)
      }
    }
    return unsound.isEmpty
  }

  /// The per-capita grants in force, by name.
  private func inForce(on day: CalendarDate) -> [String] {
    perCapitaGrants.rules.filter { $0.series.inForce(on: day) != nil }.map(\.name)
  }

  /// A period in which a grant is reckoned from others.
  private struct BasedPeriod {
    var rule: String
    var basis: GrantBasis
    var position: SourcePosition
    var holds: (CalendarDate) -> Bool

    func holds(on day: CalendarDate) -> Bool { holds(day) }
  }

  private var basedPeriods: [BasedPeriod] {
    Self.periods(of: startUpGrants, \.basis) + Self.periods(of: equalisationGrants, \.basis)
  }

  private static func periods<Value>(
    of section: Section<Value>, _ basis: (Value) -> GrantBasis
  ) -> [BasedPeriod] {
    section.rules.flatMap { rule in
      rule.series.periods.compactMap { period in
        period.value.map { value in
          BasedPeriod(rule: rule.name, basis: basis(value), position: period.position) { day in
            rule.series.inForce(on: day)?.period.from == period.from
          }
        }
      }
    }
  }

  /// The days on which what is in force may change.
  private var changeDays: [CalendarDate] {
    let days =
      perCapitaGrants.rules.flatMap { $0.series.periods.map(\.from) }
      + startUpGrants.rules.flatMap { $0.series.periods.map(\.from) }
      + equalisationGrants.rules.flatMap { $0.series.periods.map(\.from) }
    return Set(days).sorted()
  }
}
