import Ledger
import Reports
import Scenarios
import Simulation
import Units

extension NationalTables {
  /// What posts for doctors in specialisation cost, by payer, and what they have room for.
  func trainingPosts() -> Table? {
    guard let setting = scenario.posts.trainingPosts, let year = run.trainingYear else {
      return nil
    }
    let lines: [(Account, Account, AccountLine)] = [
      (.municipality, .staff, .salary), (.municipality, .practice, .supervision),
      (.state, .municipality, .trainingGrant), (.practice, .municipality, .trainingFees),
    ]
    let money = lines.map { payer, payee, line in
      let amount = run.ledger.total {
        $0.payer == payer && $0.payee == payee && $0.line == line
      }
      return row(line.rawValue, payer.rawValue, payee.rawValue, kroner(amount))
    }
    let capacity = [
      row("training-posts", "posts", .shortest(setting.posts.central)),
      row("consultations-of-posts", "contacts", .count(year.contacts)),
      row("consultations-taken-over", "contacts", .count(year.takenOver)),
      row("consultations-on-top", "contacts", .count(year.additional)),
      row("room-for-persons", "persons", .number(year.roomForPersons, decimals: 0)),
      row("mean-fee", currency, .number(year.meanFee, decimals: 2)),
      row("fees-taken-over", currency, kroner(year.feesTakenOver)),
      row("fees-on-top", currency, kroner(year.additionalFees)),
    ]
    return Table(
      .trainingPosts, stage: .immediate,
      columns: [
        .init("quantity"), .init("payer"), .init("payee"), .init("unit"),
        .init("value", "number"),
      ], rows: capacity + money, notes: [Phrase("note-training-posts")])
  }

  private func row(_ quantity: String, _ unit: String, _ value: Cell) -> [Cell] {
    [.term(quantity), .empty, .empty, .term(unit), value]
  }

  private func row(
    _ quantity: String, _ payer: String, _ payee: String, _ value: Cell
  ) -> [Cell] {
    [quantity, payer, payee, currency].map(Cell.term) + [value]
  }

  /// Money in a column that holds other numbers as well.
  func kroner(_ amount: Money) -> Cell { .number(Ratio(amount.ore, over: 100), decimals: 2) }
}
