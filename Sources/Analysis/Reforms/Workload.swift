import Practices
public import Rules
public import Scenarios
public import Simulation
public import Units

/// What the practices of a form do, have left, and could take on.
public struct Workload: Sendable {
  public var form: PracticeForm
  public var lists: Int
  public var persons: Int
  public var contacts: Int
  /// Contacts that staff takes.
  public var staffContacts: Int
  public var doctorMinutes: Ratio
  public var staffMinutes: Ratio
  /// What practices are paid, and what running them costs; staff by the hour stands apart.
  public var paid: Money
  public var costs: Money
  public var staffCosts: Money
  /// Places nobody stands on, on lists with a practitioner.
  public var freePlaces: Int

  /// What is left for the practitioners.
  public var net: Money { paid - costs - staffCosts }

  /// - Parameters:
  ///   - run: The year.
  ///   - form: The practices.
  ///   - work: Minutes and costs.
  public init(of run: NationalRun, form: PracticeForm, by work: WorkSetting) {
    let (lists, scenario) = (run.year.nation.lists, run.scenario)
    let own = lists.indices.filter { lists[$0].form == form }
    self.form = form
    self.lists = own.count
    persons = own.reduce(0) { $0 + lists[$1].length }
    freePlaces = form == .vacant ? 0 : own.reduce(0) { $0 + lists[$1].free }
    (contacts, staffContacts) = (0, 0)
    doctorMinutes = work.minutesPerPerson.central * Ratio(persons)
    (staffMinutes, staffCosts) = (.zero, .zero)
    for (place, type) in scenario.contacts.types.enumerated() where type.service != .outOfHours {
      func count(_ staff: Int?) -> Int {
        run.sums(ofType: place, takenBy: staff) { $0.form == form }.contacts
      }
      let ownContacts = count(nil)
      contacts += ownContacts
      doctorMinutes = doctorMinutes + work.minutes(ofType: type.name) * Ratio(ownContacts)
      for (staff, setting) in scenario.staff.enumerated() {
        let taken = count(staff)
        guard taken > 0 else { continue }
        let minutes = setting.minutes.central * Ratio(taken)
        contacts += taken
        staffContacts += taken
        staffMinutes = staffMinutes + minutes
        doctorMinutes = doctorMinutes + setting.doctorMinutes.central * Ratio(taken)
        staffCosts +=
          Money.kroner(1).scaled(by: setting.hourCost.central * minutes * Ratio(1, over: 60))
      }
    }
    let incomes = run.incomes
    paid = own.reduce(.zero) { $0 + incomes[$1] }
    costs =
      Money.kroner(1).scaled(by: work.costPerList.central * Ratio(own.count))
      + Money.kroner(1).scaled(by: work.costPerContact.central * Ratio(contacts))
  }

  /// Persons for whom the doctor's time of the baseline would be enough, at the time each takes now,
  /// less those there are.
  ///
  /// - Parameter baseline: The same form in the baseline.
  /// - Returns: Negative where each person takes more of the doctor's time than before.
  public func placesFreed(since baseline: Workload) -> Int {
    guard doctorMinutes > .zero, persons > 0 else { return 0 }
    let each = doctorMinutes / Ratio(persons)
    let before = baseline.persons > 0 ? baseline.doctorMinutes / Ratio(baseline.persons) : each
    return (Ratio(persons) * (before / each - .one)).rounded
  }
}
