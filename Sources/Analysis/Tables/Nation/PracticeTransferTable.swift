import Reports
import Rules
import Scenarios
import Simulation
import Units

extension NationalTables {
  /// What is paid for practices that are handed over: per practice, and in the country and year.
  func practiceTransfer() -> Table? {
    guard let setting = scenario.posts.practiceTransfer, let year = run.transferYear else {
      return nil
    }
    let amounts: [(String, Money)] = [
      ("practice-price", year.price), ("entrant-pays", year.entrantPays),
      ("municipality-pays", year.municipalityPays), ("entrant-annuity", year.entrantAnnuity),
      ("municipal-annuity", year.municipalAnnuity), ("sellers-loss", year.sellersLoss),
    ]
    let counts: [[Cell]] = [
      [.term("transfers"), .term("practices"), .empty, .count(year.transfers)],
      [.term("recruits"), .term("doctors"), .empty, .number(year.recruits, decimals: 1)],
    ]
    let money = amounts.map { quantity, each -> [Cell] in
      [.term(quantity), .term(currency), kroner(each), kroner(year.transfers * each)]
    }
    return Table(
      .practiceTransfer, stage: .immediate,
      columns: [
        .init("quantity"), .init("unit"), .init("per-practice", "number"),
        .init("in-the-year", "number"),
      ], rows: counts + money,
      notes: [
        Phrase(
          "note-practice-transfer",
          [
            "regime": .term(setting.regime.rawValue), "years": .count(setting.annuity.years),
            "interest": .shortest(setting.interest.central),
          ])
      ])
  }
}
