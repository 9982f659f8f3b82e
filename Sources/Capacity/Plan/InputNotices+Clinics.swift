import Diagnostics
import RateBooks
import Rules
import Scenarios
import Units

extension InputNotices {
  /// Cells of the table of clinics that decide nothing, and numbers that are doubtful.
  mutating func lookAtClinics(
    _ table: ClinicTable, _ holdings: [CapacityHolding],
    _ patients: [Int: (persons: Int, need: Int)], _ need: NeedModel
  ) {
    lookAtIslands(table)
    lookAtSplits(table, patients)
    lookAtNeeds(table, patients, need.year(plan.years.lowerBound).meanNeed)
    let clinics = table.clinics
    tell(
      clinics.indices.filter { clinics[$0].vacantSince != nil && holdings[$0].vacant == 0 }.map {
        Notice(
          "no capacity of '\(clinics[$0].number)' is vacant, so that 'vacant-since' decides nothing",
          at: table.position("vacant-since", of: $0),
          help: "empty the cell, or mend who holds the capacities")
      }, "'vacant-since' decides nothing")
    let doubts = clinics.indices.flatMap { place in
      ClinicDoubt.doubts(
        about: clinics[place].number, form: clinics[place].form,
        capacities: clinics[place].capacities, vacant: holdings[place].vacant,
        patients: clinics[place].patients
      ).map { Notice($0.what, at: table.position($0.cell.rawValue, of: place), help: $0.help) }
    }
    tell(doubts, "numbers of clinics are doubtful")
  }

  /// Islands that are not left out, and a report of islands that leaves none out.
  private mutating func lookAtIslands(_ table: ClinicTable) {
    let (clinics, day) = (table.clinics, plan.day.value)
    let limit = plan.law.limit(.islandPatients, on: day)?.rounded ?? 0
    let islands = clinics.indices.filter { clinics[$0].isOnIsland }
    let small = islands.filter { clinics[$0].patients < limit }
    tell(
      islands.filter { clinics[$0].patients >= limit }.map {
        Notice(
          "'island' is yes, and '\(clinics[$0].number)' has \(clinics[$0].patients) patients; doctors"
            + " on islands are left out with fewer than \(limit)",
          at: table.position("island", of: $0), help: "write no: the clinic counts as any other")
      }, "'island' is yes, and the clinic is not left out")
    switch (plan.events.islandsReported, small.first) {
    case (nil, let first?):
      tell(
        Notice(
          "'island' is yes, and the plan does not say when islands were reported; all count",
          at: table.position("island", of: first),
          help: "write the day under 'events: islands-reported'"))
    case (_?, nil):
      guard let position = islandsReported else { return }
      tell(
        Notice(
          "no clinic on an island has fewer than \(limit) patients, so that none is left out",
          at: position, help: "write yes in the column 'island' of the table of clinics"))
    case (let reported?, _?) where reported > day:
      guard let position = islandsReported else { return }
      tell(
        Notice(
          "islands are reported after the day of the plan, \(day), and all count",
          at: position, help: "plan a later day, or write when they were reported"))
    default: break
    }
  }

  /// Clinics whose origin says nothing of them.
  private mutating func lookAtSplits(
    _ table: ClinicTable, _ patients: [Int: (persons: Int, need: Int)]
  ) {
    let clinics = table.clinics
    func isKnown(_ place: Int) -> Bool {
      clinics[place].needIndex != nil || patients[place].map { $0.need > 0 } ?? false
    }
    let notices = clinics.indices.compactMap { place -> Notice? in
      guard let old = clinics[place].splitFrom, let origin = table.places[old] else { return nil }
      let position = table.position("split-from", of: place)
      if isKnown(place) {
        return Notice(
          "the need of '\(clinics[place].number)' is known, so that 'split-from' decides nothing",
          at: position, help: "empty the cell, or what says the clinic's need")
      }
      guard !isKnown(origin) else { return nil }
      return Notice(
        "the need of '\(old)' is not known either, so that 'split-from' decides nothing",
        at: position, help: "give '\(old)' a 'need-index', or empty the cell")
    }
    tell(notices, "'split-from' decides nothing")
  }

  /// Indices of need that are not those of the clinic's patients.
  private mutating func lookAtNeeds(
    _ table: ClinicTable, _ patients: [Int: (persons: Int, need: Int)], _ mean: Ratio
  ) {
    let notices = patients.sorted { $0.key < $1.key }.compactMap { place, known -> Notice? in
      guard let index = table.clinics[place].needIndex, known.need > 0 else { return nil }
      let own = Ratio(known.need, over: known.persons) / mean
      let gap = index > own ? index - own : own - index
      guard gap > Plausible.needIndexGap else { return nil }
      return Notice(
        "'need-index' is \(index.decimal(upTo: 4)); by the table of clinics' patients it is"
          + " \(own.decimal(upTo: 4)), which counts",
        at: table.position("need-index", of: place), help: "mend one of the tables")
    }
    tell(notices, "'need-index' is not that of the clinic's patients")
  }
}
