import Diagnostics
import Ledger
import Practices
import Rules
import Scenarios
import Simulation
import Units

/// What an hour is worth to a practice, as means over a nation's year. An hour that costs more than it
/// brings is worth less than nothing.
struct Rewards {
  /// What an hour of the doctor's is worth in contacts, and in having persons on the list.
  var contactHour: Double
  var listHour: Double
  /// The part of the doctors' hours that contacts take; above 0, at most 1.
  var contactPart: Double
  /// What an hour of staff gains, the doctor's freed time included; `nil` where staff works no hour.
  ///
  /// ```
  /// (fees of what staff takes − fees the doctor would have had − cost of staff + freed hours · worth) / hours
  /// ```
  ///
  /// A freed hour is worth what an hour in contacts is, and never less than nothing: who would lose by
  /// filling it goes home.
  var staffHour: Double?
}

extension Rewards {
  /// - Throws: `Refusal` when nothing says what contacts take, or they take nothing.
  init(of run: NationalRun) throws(Refusal) {
    guard let work = run.scenario.work else {
      throw Refusal(
        "the optimising practice needs to know what contacts take",
        help: "add 'work' to the baseline, or choose the theory 'elasticities'")
    }
    let loads = PracticeForm.allCases.filter(\.holdsLists).map {
      Workload(of: run, form: $0, by: work)
    }
    let minutes = loads.reduce(Ratio.zero) { $0 + $1.doctorMinutes }
    let persons = loads.reduce(0) { $0 + $1.persons }
    let inContacts = minutes - work.minutesPerPerson.central * Ratio(persons)
    guard inContacts > .zero else {
      throw Refusal(
        "'\(run.scenario.title)': contacts take no minutes of the doctors', so an hour of them has "
          + "no reward that the optimising practice could answer to",
        help: "state what they take under 'work.minutes', or choose the theory 'elasticities'")
    }
    let services: [Service] = [.consultation, .simpleContact]
    let sums = services.map { run.sums(of: $0) }
    let earned =
      kroner(sums.reduce(.zero) { $0 + $1.honorarium }) - work.costPerContact.central.double
      * Double(sums.reduce(0) { $0 + $1.contacts })
    let hours = minutes.double / 60
    contactHour = earned / (inContacts.double / 60)
    // A person on the list brings the grant and the contacts, and takes time for both.
    listHour = (kroner(run.paidToPractices { $0.line.isGrant }) + earned) / hours
    contactPart = (inContacts / minutes).double
    staffHour = nil
    let staffHours = loads.reduce(0) { $0 + $1.staffMinutes.double } / 60
    guard staffHours > 0 else { return }
    let gained = Self.handedOver(in: run, by: work, freedHour: max(0, contactHour))
    staffHour = (gained - kroner(loads.reduce(.zero) { $0 + $1.staffCosts })) / staffHours
  }

  /// What the contacts that staff takes bring, the doctor's time included, less what they brought.
  private static func handedOver(
    in run: NationalRun, by work: WorkSetting, freedHour: Double
  ) -> Double {
    var gained = 0.0
    for (place, type) in run.scenario.contacts.types.enumerated() {
      for (staff, setting) in run.scenario.staff.enumerated() {
        let sums = run.sums(ofType: place, takenBy: staff) { _ in true }
        guard sums.contacts > 0 else { continue }
        let saved = work.minutes(ofType: type.name) - setting.doctorMinutes.central
        let own = run.sums(ofType: place, takenBy: nil) { _ in true }
        let lost = kroner(own.honorarium) / Double(max(1, own.contacts)) * Double(sums.contacts)
        gained +=
          kroner(sums.honorarium) - lost + saved.double * Double(sums.contacts) / 60 * freedHour
      }
    }
    return gained
  }
}
