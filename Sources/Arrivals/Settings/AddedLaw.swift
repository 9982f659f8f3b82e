import Diagnostics
import Documents
import Practices
import RateBooks
import Rules
import Scenarios
import Units

/// What a scenario about arrivals adds to the law, held against the days on which its run looks law up.
struct AddedLaw {
  let added: RateBook
  /// The law without it.
  let book: RateBook
  let run: LawCheck
  let consultations: ConsultationSetting?
  /// The day of the audited note's rates.
  let auditDay: CalendarDate?
  /// The rights that groups rely on.
  let rights: [String]

  private var calendar: [CalendarDate] { run.calendar.map(\.firstDay) }

  /// The days whose rates are paid, and that of the note.
  private var rateDays: [CalendarDate] {
    (run.lawAt.map { [$0.value] } ?? calendar) + [auditDay].compactMap(\.self)
  }

  private var feeDays: [CalendarDate] {
    (consultations?.asOf ?? run.lawAt?.value).map { [$0] } ?? calendar
  }

  /// Tells of every line that no month of the run reads, and of values that are law already.
  func tell(_ log: inout FaultLog) {
    tell(of: added.monthRules, beside: book.monthRules, rateDays, &log)
    tell(of: added.perCapitaGrants, beside: book.perCapitaGrants, rateDays, &log)
    tell(of: added.startUpGrants, beside: book.startUpGrants, rateDays, &log)
    tell(of: added.equalisationGrants, beside: book.equalisationGrants, rateDays, &log)
    tell(of: added.lumpSums, beside: book.lumpSums, rateDays, &log)
    tell(of: added.listLimits, beside: book.listLimits, calendar, &log)
    for rule in added.listRights.rules {
      guard rights.contains(rule.name) else {
        tellIdle(rule, "no group relies on the right", among: rights, &log)
        continue
      }
      tell(of: Section([rule]), beside: book.listRights, calendar, &log)
    }
    for rule in added.fees.rules {
      guard let code = consultations?.fee.value, code == rule.name else {
        let codes = [consultations?.fee.value].compactMap(\.self)
        tellIdle(rule, "no consultation is paid by the fee", among: codes, &log)
        continue
      }
      tell(of: Section([rule]), beside: book.fees, feeDays, &log)
      checkPin(of: rule, &log)
    }
    let known: Set = [
      "month-rules", "per-capita-grants", "start-up-grants", "equalisation-grants", "lump-sums",
      "fees", "list-rights", "list-limits",
    ]
    for entry in added.entries where !known.contains(entry.section) {
      log.tell(
        "nothing about arrivals reads '\(entry.name)' in '\(entry.section)'",
        at: entry.periods[0].position, help: "leave it out; a national scenario may read it")
    }
  }

  private func tellIdle<Value>(
    _ rule: Rule<Value>, _ why: String, among names: [String], _ log: inout FaultLog
  ) {
    let near = nearName(to: rule.name, among: names)
    log.tell(
      "\(why) '\(rule.name)'", at: rule.series.periods[0].position,
      help: near.map { "did you mean '\($0)'?" })
  }

  /// A day that the consultations are priced on would hide a fee of the scenario's own.
  private func checkPin(of rule: Rule<Fee>, _ log: inout FaultLog) {
    guard let day = consultations?.asOf, let last = calendar.last, let fee = consultations?.fee
    else { return }
    for period in rule.series.periods where period.from > day && period.from <= last {
      let what =
        "'consultations' is priced as of \(day), which hides the fee '\(rule.name)' from "
        + "\(period.from)"
      let help = "take 'as-of' away, or write a day from \(period.from) on"
      log.add(what, at: fee.position, help: help)
      log.add(what, at: period.position, help: help)
    }
  }

  private func tell<Value: Equatable>(
    of section: Section<Value>, beside other: Section<Value>, _ days: [CalendarDate],
    _ log: inout FaultLog
  ) {
    for rule in section.rules {
      let series = rule.series
      for (place, period) in series.periods.enumerated() {
        let next = series.periods.dropFirst(place + 1).first?.from
        let own = days.filter { day in period.from <= day && next.map { day < $0 } ?? true }
        let name = "'\(rule.name)' from \(period.from)"
        guard !own.isEmpty else {
          log.tell(
            "\(name) is read in no month of the run: \(reason(period.from, days))",
            at: period.position, help: "let it begin within the run, or leave it out")
          continue
        }
        guard let before = other[rule.name]?.series, before.payer == series.payer,
          own.allSatisfy({ before.inForce(on: $0)?.value == period.value }),
          period.value != nil
        else { continue }
        log.tell(
          "\(name) says what the rate book says of every month of the run", at: period.position,
          help: "leave it out, or write the value that is to hold instead")
      }
    }
  }

  private func reason(_ from: CalendarDate, _ days: [CalendarDate]) -> String {
    if let lawAt = run.lawAt, days.contains(lawAt.value) {
      return "'law-at' takes the rates of \(lawAt.text) in every month"
    }
    guard let first = days.first, let last = days.max(), from <= last else {
      return days.max().map { "the last day it looks law up is \($0)" } ?? "it looks no law up"
    }
    return "it is over before the first day on which law is looked up, \(first)"
  }
}
