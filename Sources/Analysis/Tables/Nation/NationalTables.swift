import Diagnostics
import Documents
import Ledger
import Practices
import RateBooks
package import Reports
import Rules
package import Scenarios
package import Simulation
import Units

/// Makes the tables of a nation's year.
package struct NationalTables {
  let file: ScenarioFile
  let run: NationalRun

  package init(file: ScenarioFile, run: NationalRun) { (self.file, self.run) = (file, run) }

  var scenario: NationalScenario { run.scenario }
  var currency: String { scenario.law.currency }

  package func tables() -> [Table] {
    scenario.tables.compactMap(table)
  }

  /// - Returns: `nil` for a table of other scenarios, and for one whose section is not there.
  func table(_ name: TableName) -> Table? {
    switch name {
    case .validation: validation()
    case .accounts: accounts()
    case .balances: balances()
    case .contacts: contacts()
    case .municipalityGroups: municipalityGroups()
    case .assumptions: assumptions(of: file, settings: settings)
    case .outOfHours: outOfHours()
    case .trainingPosts: trainingPosts()
    case .supply: supply()
    case .practiceTransfer: practiceTransfer()
    case .references: references()
    default: nil
    }
  }

  /// What is stated with a source and is no single number.
  private var settings: [[Cell]] {
    settingRows(
      of: file,
      [
        ("population.ages", "source"), ("lists", "size-class-source"),
        ("lists.occupancy", "source"),
        ("use", "source"),
      ] + pins.map { ($0, nil) })
  }

  /// Paths of the days that say which value of the law a contact's fee is of.
  private var pins: [String] {
    let types = file.document.value(at: "contacts.types")?.parts ?? []
    return types.flatMap { type, node in
      (node["fees"]?.parts ?? []).filter { $0.value["as-of"] != nil }.map {
        "contacts.types.\(type).fees.\($0.name).as-of"
      }
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

  /// Money by payer, payee, account and practice form.
  private func accounts() -> Table {
    struct Key: Hashable {
      var payer: Account
      var payee: Account
      var line: AccountLine
      var grant: String?
      var form: String
    }
    var sums: [Key: Money] = [:]
    let lists = run.year.nation.lists
    for posting in run.ledger.postings {
      let form = posting.list.map { lists[$0].form.rawValue } ?? ""
      let key = Key(
        payer: posting.payer, payee: posting.payee, line: posting.line,
        grant: run.ledger.grant(of: posting), form: form)
      sums[key, default: .zero] += posting.amount
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
    return Table(
      .accounts, stage: .immediate,
      columns: [
        .init("payer"), .init("payee"), .init("line"), .init("form"), .init("amount", currency),
        .grant,
      ], rows: rows, notes: [Phrase("note-salaried")] + lumpSumNotes(run.ledger, of: lists))
  }

  /// What each account receives less what it pays.
  private func balances() -> Table {
    let touched = Set(run.ledger.postings.lazy.flatMap { [$0.payer, $0.payee] })
    return Table(
      .balances, stage: .immediate, columns: [.init("account"), .init("amount", currency)],
      rows: Account.allCases.filter(touched.contains).map {
        [.term($0.rawValue), .money(run.ledger.balance(of: $0))]
      }, notes: [Phrase("note-balances")])
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
        .text(group.title), group.below.map(Cell.count) ?? .empty,
        .count(nation.groups.count { $0 == place }),
        .count(lists.count), .count(municipal), .count(persons), .money(grants[place]),
        .money(fees[place]),
        .number(sum / Ratio(max(persons, 1)), decimals: 2),
      ])
    }
    return Table(
      .municipalityGroups, stage: .immediate,
      columns: [
        .init("municipalities"), .init("below", "inhabitants"), .init("number", "municipalities"),
        .init("lists", "lists"),
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
    return referenceTable(
      of: (grants + fees + lawRows).filter { seen.insert($0).inserted }, notes: lawNotes)
  }
}
