import Diagnostics
import RateBooks
import Rules
import Scenarios
import Units

/// What a file says of the law that no day, contact or list of its year reads.
struct LawNotices {
  private let scenario: NationalScenario
  /// The law without what the file says.
  private let before: NationalScenario?
  private let book: RateBook?
  /// The file whose lines are looked at.
  private let path: String
  private let year: ClosedRange<CalendarDate>
  private(set) var notices: [Notice] = []

  /// - Parameters:
  ///   - scenario: The scenario of the file.
  ///   - file: The file.
  ///   - base: The scenario of the file it changes; `nil` where it changes none.
  init(_ scenario: NationalScenario, of file: ScenarioFile, after base: NationalScenario?) {
    (self.scenario, before, path) = (scenario, base, file.path)
    book = base?.law ?? file.rateBook
    let (january, december) = (
      Month(year: scenario.year, number: 1), Month(year: scenario.year, number: 12)
    )
    year = january.firstDay...december.firstDay.advanced(byDays: december.days - 1)
    let law = scenario.law
    let claimed = Set(scenario.contacts.types.flatMap(\.fees).map(\.fee.value))
    look(at: law.fees, in: "fees", \.fees) { claimed.contains($0) }
    look(at: law.copayCeilings, in: "copay-ceilings", \.copayCeilings, obeys: .first)
    look(at: law.copayCards, in: "copay-cards", \.copayCards, obeys: .first)
    look(at: law.copayExemptions, in: "copay-exemptions", \.copayExemptions)
    look(at: law.dailyFeeCaps, in: "daily-fee-caps", \.dailyFeeCaps)
    look(at: law.practiceCeilings, in: "practice-ceilings", \.practiceCeilings, obeys: .first)
    look(at: law.listCaps, in: "list-caps", \.listCaps, obeys: .first, isEarned: true)
    look(at: law.monthRules, in: "month-rules", \.monthRules, obeys: .first, isEarned: true)
    look(at: law.perCapitaGrants, in: "per-capita-grants", \.perCapitaGrants, isEarned: true)
    look(at: law.startUpGrants, in: "start-up-grants", \.startUpGrants, isEarned: true)
    look(
      at: law.equalisationGrants, in: "equalisation-grants", \.equalisationGrants, isEarned: true)
    look(at: law.lumpSums, in: "lump-sums", \.lumpSums, isEarned: true)
  }

  /// How many rules of a section are obeyed on a day.
  private enum Obeyed { case first, all }

  private mutating func tell(_ what: String, at position: SourcePosition, help: String? = nil) {
    notices.append(Notice(what, at: position, help: help))
  }

  /// Rules of the file that are read.
  ///
  /// - Parameters:
  ///   - section: The rules.
  ///   - name: What the section is called in files.
  ///   - old: Where it is in a rate book.
  ///   - obeyed: How many of its rules are obeyed on a day.
  ///   - isEarned: Whether it is about what is earned by the month.
  ///   - isAsked: Whether a rule of that name is asked for at all.
  private mutating func look<Value: Hashable>(
    at section: Section<Value>, in name: String, _ old: KeyPath<RateBook, Section<Value>>,
    obeys obeyed: Obeyed = .all, isEarned: Bool = false, isAsked: (String) -> Bool = { _ in true }
  ) {
    for (place, rule) in section.rules.enumerated() {
      for (number, period) in rule.series.periods.enumerated()
      where period.position.file == path && !isEndedByAnother(rule, period, section) {
        let next = rule.series.periods.dropFirst(number + 1).first?.from
        let last = [next?.advanced(byDays: -1), period.knownUntil].compactMap(\.self).min()
        guard isAsked(rule.name) else {
          tell(
            "no contact claims '\(rule.name)'", at: period.position,
            help: "name it under 'fees' of a contact type")
          continue
        }
        guard period.from <= year.upperBound else {
          tell(
            "'\(rule.name)' begins on \(period.from), after the year \(scenario.year); it has no "
              + "effect here",
            at: period.position, help: "let it begin within the year, or run a later one")
          continue
        }
        guard last ?? .max >= year.lowerBound else {
          tell(
            "'\(rule.name)' holds until \(last ?? period.from), before the year \(scenario.year); it "
              + "has no effect here",
            at: period.position)
          continue
        }
        let held = max(period.from, year.lowerBound)...min(last ?? .max, year.upperBound)
        if obeyed == .first,
          let other = section.rules[..<place].first(where: { other in
            days(of: other.series, in: held).allSatisfy { other.series.inForce(on: $0) != nil }
          })
        {
          tell("'\(rule.name)' is not read while '\(other.name)' is in force", at: period.position)
        } else if isSame(rule, period, held, book?[keyPath: old][rule.name]?.series) {
          guard !endsAnother(rule, period, section, old) else { continue }
          let since =
            period.from < year.lowerBound ? "in \(scenario.year)" : "from \(period.from)"
          tell(
            "'\(rule.name)' is \(since) what it is without this file", at: period.position)
        } else if isEarned {
          tellMonth(period.from, of: "'\(rule.name)'", at: period.position)
        }
      }
    }
  }

  /// Whether a period is but the end of a rule that the number on its line takes the place of: that line
  /// is looked at as the rule it makes.
  private func isEndedByAnother<Value>(
    _ rule: Rule<Value>, _ period: Period<Value>, _ section: Section<Value>
  ) -> Bool {
    period.value == nil
      && section.rules.contains { other in
        other.name != rule.name
          && other.series.periods.contains { $0.value != nil && $0.position == period.position }
      }
  }

  /// Whether a line that ends several rules, such as a section's `null`, ends one that holds within the
  /// year: what it says of the others is then no more than that.
  private func endsAnother<Value: Hashable>(
    _ rule: Rule<Value>, _ period: Period<Value>, _ section: Section<Value>,
    _ old: KeyPath<RateBook, Section<Value>>
  ) -> Bool {
    period.value == nil
      && section.rules.contains { other in
        let book = book?[keyPath: old][other.name]?.series
        return other.name != rule.name
          && other.series.periods.contains { $0.value == nil && $0.position == period.position }
          && !isSame(other, period, year, book)
      }
  }

  /// The first day of a range and those on which a series changes in it.
  private func days<Value>(
    of series: Series<Value>, in range: ClosedRange<CalendarDate>
  ) -> [CalendarDate] {
    [range.lowerBound] + series.periods.map(\.from).filter { range.contains($0) }
  }

  /// Whether a rule is on all days of a range what it was without the file.
  private func isSame<Value: Hashable>(
    _ rule: Rule<Value>, _ period: Period<Value>, _ range: ClosedRange<CalendarDate>,
    _ old: Series<Value>?
  ) -> Bool {
    if let fee = feesBefore[rule.name] {
      return days(of: rule.series, in: range).allSatisfy { day in
        (fee(day) as? Value) == period.value
      }
    }
    guard let old else { return period.value == nil }
    return (days(of: old, in: range) + days(of: rule.series, in: range)).allSatisfy { day in
      old.inForce(on: day)?.value == rule.series.inForce(on: day)?.value
    }
  }

  /// What contacts were paid for each fee without the file; pins say which value of the law is meant.
  private var feesBefore: [String: (CalendarDate) -> Fee?] {
    guard let before else { return [:] }
    let uses = before.contacts.types.flatMap(\.fees).map { use in
      (use.fee.value, { (day: CalendarDate) in (try? use.period(on: day, in: before.law))?.value })
    }
    return Dictionary(uses, uniquingKeysWith: { first, _ in first })
  }

  /// Tells what begins inside a month that is paid whole.
  private mutating func tellMonth(
    _ day: CalendarDate, of what: String, at position: SourcePosition
  ) {
    let month = day.inMonth
    guard year.contains(day), day != month.firstDay,
      let rule = scenario.law.monthRules.inForce(on: month.firstDay), rule == .twelfths
    else { return }
    tell(
      "\(what) begins on \(day), inside a month; grants are earned in twelfths, for whoever is on the "
        + "list at the start of the month, so it counts from \(month.advanced(by: 1).firstDay)",
      at: position)
  }
}

extension LawNotices {
  /// Proposals of the file that begin after the year, or inside a month where that counts.
  mutating func lookAtProposals() {
    for adjustment in scenario.adjustments {
      look(
        at: adjustment.from, of: "adjustments.\(adjustment.name)",
        isEarned: adjustment.ofFees == nil)
    }
    for staff in scenario.staff { look(at: staff.from, of: "staff.\(staff.name)") }
    look(at: scenario.practices.companies?.from, of: "practices.companies", isEarned: true)
    for (section, from) in scenario.posts.starts { look(at: from, of: section) }
  }

  private mutating func look(
    at from: Located<CalendarDate>?, of name: String, isEarned: Bool = false
  ) {
    guard let from, from.position.file == path else { return }
    if from.value > year.upperBound {
      tell(
        "'\(name)' begins on \(from.value), after the year \(scenario.year); it has no effect here",
        at: from.position, help: "let it begin within the year, or run a later one")
    } else if isEarned {
      tellMonth(from.value, of: "'\(name)'", at: from.position)
    }
  }
}

extension CalendarDate {
  /// Later than any day of a year that can be run.
  fileprivate static var max: CalendarDate {
    Month(year: 9_999, number: 12).firstDay
  }
}
