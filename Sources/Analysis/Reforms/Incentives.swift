public import Diagnostics
import Practices
public import Rules
import Scenarios
public import Simulation
public import Units

/// What one more of something is worth to the practices of a form: the money that pulls.
public struct Incentives: Sendable {
  public var form: PracticeForm
  /// For the next contact of each type, the mean of those there were; `nil` where there were none.
  public var contacts: [(type: String, amount: Money?)]
  /// For the next listed person, through grants and through contacts like those of the others.
  public var grantPerPerson: Money
  public var feesPerPerson: Money
  /// For the next hour of staff, fees less what it costs, by staff setting; `nil` where staff takes
  /// nothing there.
  public var staffHours: [(name: String, amount: Money?)]

  /// For the next listed person, in all.
  public var perPerson: Money { grantPerPerson + feesPerPerson }

  /// - Throws: `Refusal` when the law of the last month has a gap.
  public init(of run: NationalRun, form: PracticeForm) throws(Refusal) {
    let (lists, scenario) = (run.year.nation.lists, run.scenario)
    let own = lists.indices.filter { lists[$0].form == form }
    let persons = own.reduce(0) { $0 + lists[$1].length }
    func mean(_ amount: Money, _ count: Int) -> Money? {
      count > 0 ? amount.scaled(by: Ratio(1, over: count)) : nil
    }
    self.form = form
    var fees = Money.zero
    contacts = scenario.contacts.types.enumerated().filter { $0.1.service != .outOfHours }.map {
      place, type in
      let takers: [Int?] = [nil] + scenario.staff.indices.map(Optional.init)
      let sums = takers.map { taker in
        run.sums(ofType: place, takenBy: taker) { $0.form == form }
      }
      let honorarium = sums.reduce(Money.zero) { $0 + $1.honorarium }
      fees += honorarium
      return (type.name, mean(honorarium, sums.reduce(0) { $0 + $1.contacts }))
    }
    feesPerPerson = mean(fees, persons) ?? .zero
    let grants = try run.grantsForNextPerson()
    grantPerPerson = mean(own.reduce(.zero) { $0 + grants[$1] }, own.count) ?? .zero
    staffHours = scenario.staff.enumerated().map { staff, setting in
      let sums = scenario.contacts.types.indices.map { place in
        run.sums(ofType: place, takenBy: staff) { $0.form == form }
      }
      let minutes = setting.minutes.central
      guard minutes > .zero,
        let each = mean(
          sums.reduce(.zero) { $0 + $1.honorarium }, sums.reduce(0) { $0 + $1.contacts })
      else { return (setting.name, nil) }
      let cost = Money.kroner(1).scaled(by: setting.hourCost.central)
      return (setting.name, each.scaled(by: Ratio(60) / minutes) - cost)
    }
  }
}
