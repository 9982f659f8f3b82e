import Analysis
import Diagnostics
import Populations
import RateBooks
import Rules
import Scenarios
import Simulation
import Units

/// Makes the tables of a nation's year.
struct NationalTables {
  let file: ScenarioFile
  let run: NationalRun

  var scenario: NationalScenario { run.scenario }
  var currency: String { scenario.law.currency }

  func tables() -> [Table] {
    scenario.tables.compactMap(table)
  }

  /// - Returns: `nil` for a table of other scenarios, and for one whose section is not there.
  func table(_ name: TableName) -> Table? {
    switch name {
    case .validation: validation()
    case .accounts: accounts()
    case .contacts: contacts()
    case .municipalityGroups: municipalityGroups()
    case .assumptions: assumptions(of: file)
    case .outOfHours: outOfHours()
    case .trainingPosts: trainingPosts()
    case .supply: supply()
    case .practiceTransfer: practiceTransfer()
    case .references: references()
    default: nil
    }
  }

  /// The year beside the official accounts, line by line.
  private func validation() -> Table {
    let validation = Validation(of: AccountsFigures(run))
    let rows = validation.rows.map { row -> [Cell] in
      let decimals =
        switch row.measure {
        case .money: 2
        case .contacts: 0
        case .mean, .shareWithNone: 4
        }
      let unit = row.measure == .money ? currency : row.measure.rawValue
      return [
        .term(row.name), .text(row.ages), .term(unit), .number(row.simulated, decimals: decimals),
        row.official.map { .number($0, decimals: decimals) }
          ?? (row.basis == .notCompared ? .empty : .missing),
        row.ratio.map { .number($0, decimals: 4) } ?? .empty, .term(row.basis.rawValue),
      ]
    }
    return Table(
      .validation, stage: .immediate,
      columns: [
        .init("line"), .init("ages"), .init("unit"), .init("simulated", "number"),
        .init("official", "number"),
        .init("ratio", "ratio"), .init("basis"),
      ], rows: rows,
      notes: [Phrase("note-validation")] + validation.deviations.map(note) + run.accountsNotes)
  }

  /// Why lines that are given are off.
  private func note(on deviation: Validation.Deviation) -> Phrase {
    func percent(_ part: Ratio) -> Cell { .number(part * Ratio(100), decimals: 1) }
    return Phrase(
      "note-given-off",
      [
        "line": .term(deviation.service.rawValue), "level": .shortest(deviation.level),
        "path": .text(deviation.path), "least": percent(deviation.least),
        "most": percent(deviation.most),
      ])
  }

  /// Money by payer, payee, account and practice form; then what each account gains.
  private func accounts() -> Table {
    struct Key: Hashable {
      var payer: Account
      var payee: Account
      var line: AccountLine
      var grant: String?
      var form: String
    }
    var sums: [Key: Money] = [:]
    var balances: [Account: Money] = [:]
    let lists = run.year.nation.lists
    for posting in run.ledger.postings {
      let form = posting.list.map { lists[$0].form.rawValue } ?? ""
      let key = Key(
        payer: posting.payer, payee: posting.payee, line: posting.line,
        grant: run.ledger.grant(of: posting), form: form)
      sums[key, default: .zero] += posting.amount
      balances[posting.payer, default: .zero] -= posting.amount
      balances[posting.payee, default: .zero] += posting.amount
    }
    let forms = Array(Set(sums.keys.map(\.form))).sorted()
    let grants: [String?] =
      [nil] + Set(sums.keys.compactMap(\.grant)).sorted().map(Optional.some)
    var rows: [[Cell]] = []
    for payer in Account.allCases {
      for payee in Account.allCases {
        for line in AccountLine.allCases {
          for grant in grants {
            for form in forms {
              let key = Key(payer: payer, payee: payee, line: line, grant: grant, form: form)
              guard let sum = sums[key] else { continue }
              rows.append(
                [payer.rawValue, payee.rawValue, line.rawValue].map(Cell.term)
                  + [.term(form), .money(sum), .grant(grant)])
            }
          }
        }
      }
    }
    let all = Account.allCases.compactMap { account -> [Cell]? in
      guard let balance = balances[account] else { return nil }
      return balanceCells(account.rawValue, balance)
    }
    let closing = balances.values.reduce(Money.zero, +)
    let zero = balanceCells("all", closing)
    return Table(
      .accounts, stage: .immediate,
      columns: [
        .init("payer"), .init("payee"), .init("line"), .init("form"), .init("amount", currency),
        .grant,
      ], rows: rows + all + [zero], notes: [Phrase("note-balances"), Phrase("note-salaried")])
  }

  private func balanceCells(_ account: String, _ balance: Money) -> [Cell] {
    ["balance", account, "all", "all"].map(Cell.term) + [.money(balance), .empty]
  }

  /// Contacts by type, and who paid for them.
  private func contacts() -> Table {
    let persons = Ratio(max(run.year.nation.persons, 1))
    let rows = scenario.contacts.types.enumerated().map { place, type -> [Cell] in
      let sums = run.sums(ofType: place)
      let each = Ratio(sums.honorarium.ore, over: 100) / Ratio(max(sums.contacts, 1))
      let state = sums.refund + sums.certificates + sums.ceilingCopay + sums.exemptCopay
      return [
        .text(type.name), .text(type.title), .count(sums.contacts),
        .number(Ratio(sums.contacts) / persons, decimals: 4), .money(sums.refund),
        .money(sums.certificates), .money(sums.ceilingCopay), .money(sums.exemptCopay),
        .money(sums.copay + sums.uninsured + sums.patientPayment), .money(state),
        .money(sums.honorarium), .number(each, decimals: 2),
      ]
    }
    return Table(
      .contacts, stage: .immediate,
      columns: [
        .init("type"), .init("title"), .init("contacts", "contacts"),
        .init("per-person", "contacts/person"), .init("fee-refund", currency),
        .init("certificates", currency), .init("ceiling-copay", currency),
        .init("exempt-copay", currency), .init("patient", currency), .init("state", currency),
        .init("honorarium", currency), .init("each", "\(currency)/contact"),
      ], rows: rows,
      notes: [Phrase("note-ceiling", ["persons": .count(run.atCeiling)])] + unclaimedNotes)
  }

  /// Lists, persons and money by size of municipality.
  private func municipalityGroups() -> Table {
    let nation = run.year.nation
    var rows: [[Cell]] = []
    var grants = Array(repeating: Money.zero, count: scenario.groups.count)
    var fees = grants
    for posting in run.ledger.postings
    where posting.payee == .practice && !posting.line.isBesideAccounts {
      let group = nation.groups[posting.municipality]
      if posting.line.isGrant {
        grants[group] += posting.amount
      } else {
        fees[group] += posting.amount
      }
    }
    for (place, group) in scenario.groups.enumerated() {
      let lists = nation.lists.filter { nation.groups[$0.municipality] == place }
      let persons = lists.reduce(0) { $0 + $1.length }
      let municipal = lists.filter(\.form.isMunicipal).count
      let sum = Ratio((grants[place] + fees[place]).ore, over: 100)
      rows.append([
        .text(group.title), .count(nation.groups.count { $0 == place }), .count(lists.count),
        .count(municipal), .count(persons), .money(grants[place]), .money(fees[place]),
        .number(sum / Ratio(max(persons, 1)), decimals: 2),
      ])
    }
    return Table(
      .municipalityGroups, stage: .immediate,
      columns: [
        .init("municipalities"), .init("number", "municipalities"), .init("lists", "lists"),
        .init("municipal-lists", "lists"), .init("persons", "persons"),
        .init("grants", currency), .init("fees", currency), .init("each", "\(currency)/person"),
      ], rows: rows)
  }

  /// The law and the sources behind the year.
  private func references() -> Table {
    let grants = referenceRows(
      of: run.ledger.origins.filter { $0.name != "contacts" }, in: file)
    let fees = run.feePeriods.map { code, period -> [Cell] in
      [
        .text(code), .text(period.value?.words ?? ""), .reference(period.reference),
        .text(period.position.description),
      ]
    }
    // A proposal's factor on several grants is one line of its file.
    var seen: Set<[Cell]> = []
    return referenceTable(of: (grants + fees).filter { seen.insert($0).inserted })
  }
}
