import Diagnostics
import Documents
import Rules
import Units

extension Series {
  /// A title, a unit, and periods in rising order, each with a reference.
  ///
  /// - Parameters:
  ///   - allowed: The units the section allows; `CUR` stands for the currency of the book.
  ///   - isGrant: Whether somebody pays it, so that `payer` must be said.
  ///   - hasAccount: Whether it may be said which line of the accounts it is booked on.
  ///   - value: The grammar of one period's value.
  /// - Returns: The grammar of one rule.
  static func grammar(
    unit allowed: [String], isGrant: Bool, hasAccount: Bool = false, of value: Grammar<Value>
  ) -> Grammar<Series> {
    let title = Key("title", Grammar<String>.text, "what the rule is called")
    let units = allowed.joined(separator: " or ").replacing("CUR", with: "NOK")
    let unit = Key("unit", Grammar<String>.text.located, "\(units), in the book's currency")
    let payer = Key("payer", Grammar<Payer>.choice, "who pays it")
    let account = Key(
      "account", Grammar<GrantAccount>.choice,
      "the line of the accounts it is booked on; one of its own unless said")
    let periods = Key(
      "periods", Grammar<[Period<Value>]>.periods(of: Period.grammar(of: value)),
      "the values through time, oldest first")
    return .record(
      "a dated rule",
      keys: [title.required, unit.required] + (isGrant ? [payer.required] : [])
        + (hasAccount ? [account.optional] : []) + [periods.required],
      always: { record, log in
        if let unit = record[maybe: unit] { checkUnit(unit, among: allowed, &log) }
      },
      build: { record, log in
        let series = Series(
          title: record[title], unit: record[unit], payer: record[maybe: payer],
          account: record[maybe: account], periods: record[periods])
        let hasUnit = allowed.contains(series.unit.value.replacingCurrency)
        return series.isOrdered(&log) && hasUnit ? series : nil
      })
  }

  private static func checkUnit(
    _ unit: Located<String>, among allowed: [String], _ log: inout FaultLog
  ) {
    guard !allowed.contains(unit.value.replacingCurrency) else { return }
    let written = allowed.map { $0.replacing("CUR", with: unit.value.currency ?? "NOK") }
    log.add(
      "the unit '\(unit.text)' does not fit here; it takes \(written.joined(separator: " or "))",
      at: unit.position,
      help: nearPath(to: unit.text, among: written, partedBy: "/").map { "did you mean '\($0)'?" })
  }

  private func isOrdered(_ log: inout FaultLog) -> Bool {
    var isOrdered = true
    for (period, next) in zip(periods, periods.dropFirst()) where period.from >= next.from {
      log.add(
        "this period starts on \(next.from), not after the one before it (\(period.from))",
        at: next.position, help: "write periods oldest first, each from its own day")
      isOrdered = false
    }
    return isOrdered
  }
}

extension Period {
  fileprivate static func grammar(of value: Grammar<Value>) -> Grammar<Period> {
    let from = Key("from", Grammar<CalendarDate>.date, "the first day the value is in force")
    let value = Key("value", value.orNull, "the value, or null where the rule ends")
    let knownUntil = Key(
      "known-until", Grammar<CalendarDate>.date, "the last day the source vouches for")
    let reference = Key("reference", Reference.grammar, "where the value is written")
    let note = Key("note", Grammar<String>.text, "what a careful reader should know")
    return .record(
      "a period",
      keys: [
        from.required, value.required, knownUntil.optional, reference.required, note.optional,
      ]
    ) { record, log in
      if let last = record[maybe: knownUntil], last < record[from] {
        log.add(
          "'known-until' is \(last), before the period starts (\(record[from]))",
          at: record.position, help: "write the last day the value is known to hold")
        return nil
      }
      return Period(
        from: record[from], value: record[value], knownUntil: record[maybe: knownUntil],
        reference: record[reference], note: record[maybe: note], position: record.position)
    }.asOneValue
  }
}

extension String {
  /// The three capital letters a unit of money starts with.
  var currency: String? {
    let code = prefix(3)
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5a).contains($0) }),
      count == 3 || dropFirst(3).first == "/"
    else { return nil }
    return String(code)
  }

  fileprivate var replacingCurrency: String { currency == nil ? self : "CUR" + dropFirst(3) }
}
