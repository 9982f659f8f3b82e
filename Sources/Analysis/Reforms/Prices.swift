import Populations
import Rules
import Scenarios
import Simulation
import Units

/// What patients and practices answer to, as means over a nation's year.
struct Prices {
  /// What a patient pays for a contact with a practice.
  var copay: Double
  /// What a practice is paid for one.
  var fee: Double
  var baseShare: Double
  /// What an hour of the doctor's is worth in contacts, and in having persons on the list.
  var contactHour: Double
  var listHour: Double
  /// The part of the doctors' hours that contacts take.
  var contactPart: Double
  /// What an hour of staff gains, the doctor's freed time included; zero where there is no staff.
  var staffHour: Double

  init(of run: NationalRun, by work: WorkSetting) {
    let services: [Service] = [.consultation, .simpleContact]
    let sums = services.map { run.sums(of: $0) }
    let contacts = Double(max(1, sums.reduce(0) { $0 + $1.contacts }))
    func kroner(_ amount: Money) -> Double { Double(amount.ore) / 100 }
    let honorarium = kroner(sums.reduce(.zero) { $0 + $1.honorarium })
    copay =
      kroner(sums.reduce(.zero) { $0 + $1.copay + $1.uninsured + $1.patientPayment }) / contacts
    fee = honorarium / contacts
    let loads = PracticeForm.allCases.filter(\.holdsLists).map {
      Workload(of: run, form: $0, by: work)
    }
    let grants = kroner(run.paidToPractices { $0.line.isGrant })
    let all = kroner(run.paidToPractices { _ in true })
    baseShare = all > 0 ? grants / all : 0
    let hours = max(loads.reduce(0) { $0 + $1.doctorMinutes.double } / 60, 1)
    let persons = Double(max(1, loads.reduce(0) { $0 + $1.persons }))
    let listHours = max(work.minutesPerPerson.central.double * persons / 60, 1e-9)
    let contactHours = max(hours - listHours, 1e-9)
    let cost = work.costPerContact.central.double
    contactHour = (honorarium - cost * contacts) / contactHours
    // A person on the list brings the grant and the contacts, and takes time for both.
    listHour = (grants + honorarium - cost * contacts) / hours
    contactPart = contactHours / hours
    let staffHours = loads.reduce(0) { $0 + $1.staffMinutes.double } / 60
    let staffCosts = kroner(loads.reduce(.zero) { $0 + $1.staffCosts })
    guard staffHours > 0 else {
      staffHour = 0
      return
    }
    // The doctor gets time and loses the fee of the contacts handed over.
    var (freed, paid, lost) = (0.0, 0.0, 0.0)
    for (place, type) in run.scenario.contacts.types.enumerated() {
      for (staff, setting) in run.scenario.staff.enumerated() {
        let sums = run.sums(ofType: place, takenBy: staff) { _ in true }
        guard sums.contacts > 0 else { continue }
        let saved = work.minutes(ofType: type.name) - setting.doctorMinutes.central
        freed += saved.double * Double(sums.contacts) / 60
        paid += kroner(sums.honorarium)
        let own = run.sums(ofType: place, takenBy: nil) { _ in true }
        lost += kroner(own.honorarium) / Double(max(1, own.contacts)) * Double(sums.contacts)
      }
    }
    staffHour = (paid - staffCosts + freed * max(0, contactHour) - lost) / staffHours
  }
}
