import Diagnostics
import Documents
import Practices
import RateBooks
import Rules
import Scenarios
import Units

/// What can be known of a run's law before anything is run: whether it has gaps, and whether the
/// arrivals have the right they rely on.
struct LawCheck {
  let law: RateBook
  let from: Located<Month>
  let months: Int
  let lawAt: Located<CalendarDate>?

  var calendar: [Month] { (0..<months).map { from.value.advanced(by: $0) } }

  /// The first day the grants or the fee of a month are not known, at the key to change.
  func checkRates(_ consultations: ConsultationSetting?, _ log: inout FaultLog) {
    let position = lawAt?.position ?? from.position
    let days = lawAt.map { [$0.value] } ?? calendar.map(\.firstDay)
    for day in days {
      do {
        _ = try law.monthRule(on: day)
        _ = try law.perCapitaScales(on: day)
      } catch {
        return log.add(error, at: position)
      }
    }
    guard law.hasGrantBases(on: days, &log) else { return }
    guard let consultations, law.fees[consultations.fee.value] != nil else { return }
    let own = consultations.asOf ?? lawAt?.value
    for day in own.map({ [$0] }) ?? calendar.map(\.firstDay) {
      do {
        _ = try law.fee(consultations.fee.value, on: day)
      } catch {
        return log.add(error, at: consultations.fee.position)
      }
    }
  }

  func check(_ audit: NoteAudit, _ log: inout FaultLog) {
    do {
      _ = try law.perCapitaScales(on: audit.lawAt.value)
    } catch {
      log.add(error, at: audit.lawAt.position)
    }
  }
}

extension FaultLog {
  fileprivate mutating func add(_ refusal: Refusal, at position: SourcePosition) {
    add(refusal.what, at: position, help: refusal.help)
  }
}
