import Reports
import Scenarios
import Simulation
import Units

extension NationalTables {
  /// Doctors on their way to a list, lists without one, and what these cost, year by year.
  func supply() -> Table? {
    guard let setting = scenario.posts.supply, let path = run.supplyPath else { return nil }
    let rows = path.map { year -> [Cell] in
      [.text(String(year.year))] + year.doctors.map(Cell.count)
        + [
          .count(year.filledLists), .count(year.vacantLists), .money(year.vacantCost),
          .money(year.internshipCost), .money(year.presentValue),
        ]
    }
    func sum(_ amount: (SupplyYear) -> Money) -> Cell {
      .money(path.reduce(.zero) { $0 + amount($1) })
    }
    let counts = setting.stages.count + 2
    let total: [Cell] =
      [.term("sum-of-years")] + Array(repeating: .empty, count: counts)
      + [sum(\.vacantCost), sum(\.internshipCost), sum(\.presentValue)]
    let note =
      setting.discountRate.map { rate in
        Phrase(
          "note-supply-discounted",
          ["rate": .shortest(rate.central), "year": .text(String(scenario.year))])
      } ?? Phrase("note-supply-undiscounted")
    return Table(
      .supply, stage: .immediate,
      columns: [.init("year")]
        + setting.stages.map { .init($0.stage.rawValue, "doctors") }
        + [
          .init("filled-lists", "lists"), .init("vacant-lists", "lists"),
          .init("vacant-cost", currency), .init("internship-cost", currency),
          .init("present-value", currency),
        ], rows: rows + [total], notes: [Phrase("note-supply"), note])
  }
}
