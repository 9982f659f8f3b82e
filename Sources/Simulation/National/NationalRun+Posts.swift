import Diagnostics
import Ledger
import Practices
import Scenarios
import Units

extension NationalRun {
  /// Posts what does not come from contacts; nothing for sections the scenario does not have.
  ///
  /// - Throws: `Refusal` when posts have more consultations than the country.
  func postPosts(to ledger: inout Ledger) throws(Refusal) {
    let posts = scenario.posts
    let booking = MunicipalBooking(weights: personsByMunicipality)
    if let setting = posts.outOfHoursPay {
      OutOfHoursStep(setting).post(fees: outOfHoursFees, booking: booking, to: &ledger)
    }
    if let setting = posts.trainingPosts {
      try TrainingPostStep(setting, among: consultations).post(booking: booking, to: &ledger)
    }
    if let setting = posts.supply {
      SupplyStep(setting).post(from: scenario.year, booking: booking, to: &ledger)
    }
    if let setting = posts.practiceTransfer {
      PracticeTransferStep(setting).post(booking: booking, to: &ledger)
    }
  }

  /// What contacts are paid by list and service group, without fees that nobody claims.
  var claimedByList: [PaymentVector] {
    guard let setting = scenario.posts.outOfHoursPay else { return byList }
    let places = year.nation.lists.indices.map { $0 * 2 + 1 }
    let claimed = OutOfHoursStep(setting).claimed(places.map { byList[$0] })
    var all = byList
    for (place, vector) in zip(places, claimed) { all[place] = vector }
    return all
  }

  /// What training posts came to; `nil` without the section.
  public var trainingYear: TrainingYear? {
    scenario.posts.trainingPosts.flatMap {
      // Posts with too many consultations were refused before there was a run.
      try? TrainingPostStep($0, among: consultations).year(persons: year.nation.persons)
    }
  }

  /// Doctors on their way to a list, year by year; `nil` without the section.
  public var supplyPath: [SupplyYear]? {
    scenario.posts.supply.map { SupplyStep($0).path(from: scenario.year) }
  }

  /// What the transfer of practices came to; `nil` without the section.
  public var transferYear: TransferYear? {
    scenario.posts.practiceTransfer.map { PracticeTransferStep($0).year }
  }

  private var consultations: PaymentVector {
    let classes = year.model.classes
    return byClass.indices.filter { classes[$0 % classes.count].service == .consultation }
      .reduce(.zero) { $0 &+ byClass[$1] }
  }

  private var personsByMunicipality: [Int] {
    var persons = year.nation.municipalities.map { _ in 0 }
    for list in year.nation.lists { persons[list.municipality] += list.length }
    return persons
  }

  /// What contacts out of hours are paid with all fees claimed, by municipality.
  private var outOfHoursFees: [Money] {
    var fees = year.nation.municipalities.map { _ in Money.zero }
    for (place, list) in year.nation.lists.enumerated() {
      fees[list.municipality] += Money(ore: byList[place * 2 + 1].honorarium)
    }
    return fees
  }
}
