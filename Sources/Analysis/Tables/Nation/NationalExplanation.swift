import Diagnostics
import Documents
import Ledger
import Practices
import Reports
import Rules
public import Scenarios
import Simulation
import Units
public import Work

/// A list's year, or one person's on it, from the lines of the scenario to the sums of the report.
public struct NationalExplanation: Sendable {
  private let scenario: NationalScenario
  private let run: NationalRun
  /// What the reforms of the file change, and the year they are compared with; empty for a scenario.
  private let changes: [MadeChange]
  private let solved: [Solution.Row]
  private let baseline: NationalRun?
  private let list: Int
  /// The person's place on the list, from 0; `nil` for the list as a whole.
  private let place: Int?
  private let person: PersonYear?

  /// - Parameters:
  ///   - file: A national scenario.
  ///   - name: The list, for example `oslo-001`.
  ///   - place: The person's place on it, from 1; `nil` for the list as a whole.
  ///   - workers: How many cores work.
  /// - Throws: `Faults` when the scenario is wrong, `Refusal` when there is no such list or person.
  public init(
    of file: ScenarioFile, list name: String, person place: Int?, workers: Workers = Workers()
  ) throws {
    let settled = try SettledYear(of: file, comparing: place == nil, workers: workers)
    (run, scenario) = (settled.run, settled.run.scenario)
    (changes, solved, baseline) = (file.changes, settled.solved, settled.baseline)
    let nation = run.year.nation
    guard let list = nation.lists.firstIndex(where: { $0.id == name }) else {
      let near = nearName(to: name, among: nation.lists.map(\.id))
      throw Refusal(
        "there is no list '\(name)'",
        help: near.map { "did you mean '\($0)'?" }
          ?? "the first is \(nation.lists.first?.id ?? "missing")")
    }
    let length = nation.lists[list].length
    if let place, !(1...max(1, length)).contains(place) || length == 0 {
      throw Refusal(
        "the list '\(name)' has no person \(place)", help: "it has \(length), counted from 1")
    }
    self.list = list
    self.place = place.map { $0 - 1 }
    let year = run.year
    person = try place.map { try year.person($0 - 1, onList: list) }
  }

  public func text() -> String {
    let own = run.year.nation.lists[list]
    let municipality = run.year.nation.municipalities[own.municipality]
    let specialist = own.isSpecialist ? ", specialist" : ""
    let head = """
      \(scenario.title): list \(own.id)
      \(municipality.name), \(own.form.rawValue)\(specialist), \(counted(own.length, "person")), room for \(own.cap)
      """
    let parts = [head] + (person.map { [personText($0)] } ?? [grants, contacts] + reform)
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Each grant of the list, by the line of the law that sets it.
  private var grants: String {
    var sums: [(origin: Int, line: AccountLine, amount: Money, count: Int)] = []
    for posting in run.ledger.postings where posting.list == list && posting.month != nil {
      if let place = sums.firstIndex(where: {
        $0.origin == posting.origin && $0.line == posting.line
      }) {
        sums[place].amount += posting.amount
        sums[place].count += 1
      } else {
        sums.append((posting.origin, posting.line, posting.amount, 1))
      }
    }
    let lines = sums.map { sum in
      let origin = run.ledger.origins[sum.origin]
      return "  \(Moved(line: sum.line, grant: origin.grant).words)  \(sum.amount) "
        + "in \(counted(sum.count, "posting")): \(origin.rate)"
        + "  [\(origin.position)]"
    }
    return (["1. Grants, month by month, for persons on the list"] + lines).joined(separator: "\n")
  }

  /// What contacts with the practice came to.
  private var contacts: String {
    let sums = run.sums(ofList: list)
    let lines = [
      ("refunds of the state", sums.refund), ("certificates, the state", sums.certificates),
      ("copay of patients", sums.copay), ("copay above the ceiling, the state", sums.ceilingCopay),
      ("copay of the exempt, the state", sums.exemptCopay),
      ("refunds paid by the uninsured", sums.uninsured),
      ("patients, outside the ceiling", sums.patientPayment),
      ("the practice receives", sums.honorarium),
    ].map { "  \($0.0)  \($0.1)" }
    return
      (["2. \(sums.contacts) contacts with the practice; one person of them: --person 1"] + lines)
      .joined(separator: "\n")
  }

  /// What the list had without the reform, and the lines that make the difference.
  private var reform: [String] {
    guard let baseline else { return [] }
    let found = solved.map { row in
      "  \(row.goal.number.text) is \(row.found.decimal(upTo: 9)), found so that "
        + "\(row.whatIsReached) among \(counted(row.place.lists, "list"))  [\(row.goal.position)]"
    }
    let made = changes.map { change in
      let before = change.before.map { " instead of \($0.position)" } ?? ""
      return "  \(change.path.text)  [\(change.path.position)]\(before)"
    }
    return [
      (["3. What the reform moves on this list, the practice and out of hours"]
        + moved(since: baseline)).joined(separator: "\n"),
      (["4. The lines that do it"] + made + found).joined(separator: "\n"),
    ]
  }

  /// Until which ceiling a person pays copay, and which part of the year.
  private func payingWords(of person: PersonYear) -> String {
    if person.exemptDays == person.days { return "exempt from copay" }
    let ceilings = person.ceilings.enumerated().map { place, ceiling in
      let amount = ceiling.amount.map { "up to \($0)" } ?? "without a ceiling"
      return place == 0 ? amount : "from \(ceiling.from) \(amount)"
    }
    let exempt = person.exemptDays > 0 ? ", exempt for \(person.exemptDays) days" : ""
    return "pays copay "
      + (ceilings.isEmpty ? "without a ceiling" : ceilings.joined(separator: ", ")) + exempt
  }

  /// An account line, with the name of the grant where it has several.
  private struct Moved: Hashable {
    var line: AccountLine
    var grant: String?

    var words: String { line.rawValue + (grant.map { " \($0)" } ?? "") }
  }

  /// What the list has more or less of, line by line.
  private func moved(since baseline: NationalRun) -> [String] {
    let id = run.year.nation.lists[list].id
    guard let old = ListMatch(of: run, against: baseline).place(inBaselineOf: list) else {
      return baseline.year.nation.lists.contains { $0.id == id }
        ? ["  the baseline's '\(id)' is another list, so there is nothing to compare with"]
        : ["  the list did not exist in the baseline"]
    }
    func sums(_ run: NationalRun, _ list: Int) -> [Moved: Money] {
      run.ledger.postings.filter { $0.list == list }.reduce(into: [:]) {
        $0[Moved(line: $1.line, grant: run.ledger.grant(of: $1)), default: .zero] += $1.amount
      }
    }
    let (before, after) = (sums(baseline, old), sums(run, list))
    let grants: [String?] =
      [nil]
      + Set((Array(before.keys) + Array(after.keys)).compactMap(\.grant)).sorted().map(
        Optional.some)
    let lines = AccountLine.allCases.flatMap { line in
      grants.compactMap { grant -> String? in
        let key = Moved(line: line, grant: grant)
        let (old, new) = (before[key] ?? .zero, after[key] ?? .zero)
        return old == new
          ? nil : "  \(key.words)  \(old) without the reform, \(new) with it: \(new - old)"
      }
    }
    return lines.isEmpty ? ["  nothing"] : lines
  }

  private func personText(_ person: PersonYear) -> String {
    let standing =
      switch person.patient.standing {
      case .paying: payingWords(of: person)
      case .exempt: "exempt from copay"
      case .uninsured: "not insured"
      }
    let head = """
      Person \((place ?? 0) + 1): \(person.isWoman ? "a woman" : "a man") of \(person.age), \(standing)
      Copay for other services over the year: \(person.patient.otherCopay)
      """
    let contacts = person.contacts.map { contact -> String in
      let bill = contact.bill
      let lines = contact.lines.map { line in
        let amounts = line.amounts
        return "    \(line.code)  \(amounts.honorarium) = refund \(amounts.refund) + copay "
          + "\(amounts.copay) + patient payment \(amounts.patientPayment)"
      }
      let paid = contact.payment
      let parts = [
        ("state", paid.refund + paid.certificates), ("state, above the ceiling", paid.ceilingCopay),
        ("state, exempt", paid.exemptCopay),
        ("patient", paid.copay + paid.uninsured + paid.patientPayment),
      ].filter { $0.1 != .zero }.map { "\($0.0) \($0.1)" }
      let position = contact.type.count.position
      return
        ([
          "\(contact.day)  \(contact.type.title), \(bill.time.rawValue), \(bill.performer.rawValue)  [\(position)]"
        ]
        + lines + ["    paid by \(parts.joined(separator: ", "))"]).joined(separator: "\n")
    }
    return ([head] + (contacts.isEmpty ? ["no contacts this year"] : contacts))
      .joined(separator: "\n")
  }
}
