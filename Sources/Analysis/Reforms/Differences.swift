public import Ledger
import Practices
public import Rules
public import Scenarios
public import Simulation
public import Units

/// Money of a baseline and a reform, by everything a ministry asks for: payer, payee, account, form of
/// practice, size of municipality and length of list.
public struct Differences: Sendable {
  /// The rows with money in either year, in the order of the accounts.
  public let rows: [Row]
  /// The limits of the lengths of lists, the last without an upper one.
  public let lengths: [ClosedRange<Int>]
  /// The groups of municipalities: the baseline's, and after them those only the reform has.
  public let groups: [MunicipalityGroup]

  public struct Row: Hashable, Sendable {
    public var key: Key
    public var baseline: Money
    public var reform: Money
    public var difference: Money { reform - baseline }
  }

  public struct Key: Hashable, Sendable {
    public var payer: Account
    public var payee: Account
    public var line: AccountLine
    /// The name of the grant, where the line has grants of several names.
    public var grant: String?
    /// In each year its own; `nil` for what concerns no single list, as are the next two.
    public var form: PracticeForm?
    /// The place of the group of municipalities in ``Differences/groups``.
    public var group: Int?
    /// The place of the length in ``Differences/lengths``; `nil` as well where the reform brings other
    /// lists, whose lengths are no lengths of the baseline's.
    public var length: Int?
  }

  public init(of reform: NationalRun, against baseline: NationalRun) {
    let lengths = baseline.scenario.lists.lengths(of: baseline.year.nation.lists)
    let own = baseline.scenario.groups
    groups =
      own
      + reform.scenario.groups.filter { group in !own.contains { $0.key == group.key } }
    let keys = groups.map(\.key)
    let known = ListMatch(of: reform, against: baseline).isEmpty ? nil : lengths
    let (old, new) = (Self.sums(of: baseline, keys, known), Self.sums(of: reform, keys, known))
    self.lengths = lengths
    rows = Set(old.keys).union(new.keys).sorted { $0.precedes($1) }
      .map { Row(key: $0, baseline: old[$0] ?? .zero, reform: new[$0] ?? .zero) }
  }

  private static func sums(
    of run: NationalRun, _ groups: [String], _ lengths: [ClosedRange<Int>]?
  ) -> [Key: Money] {
    let nation = run.year.nation
    let lengthOfList = nation.lists.map { list in
      lengths.map { lengths in
        lengths.firstIndex { $0.contains(list.length) } ?? lengths.count - 1
      }
    }
    let places = run.scenario.groups.map { groups.firstIndex(of: $0.key) ?? 0 }
    let groupOfList = nation.lists.map { places[nation.groups[$0.municipality]] }
    var sums: [Key: Money] = [:]
    for posting in run.ledger.postings {
      let key = Key(
        payer: posting.payer, payee: posting.payee, line: posting.line,
        grant: run.ledger.grant(of: posting),
        form: posting.list.map { nation.lists[$0].form },
        group: posting.list.map { groupOfList[$0] },
        length: posting.list.flatMap { lengthOfList[$0] })
      sums[key, default: .zero] += posting.amount
    }
    return sums
  }

  /// The rows added up by some of what they are told apart by, in the order of their first row.
  ///
  /// - Parameter part: What is left of a key.
  /// - Returns: One row for each key that is left.
  public func added<Part: Hashable>(by part: (Key) -> Part) -> [(part: Part, row: Row)] {
    var places: [Part: Int] = [:]
    var sums: [(part: Part, row: Row)] = []
    for row in rows {
      let part = part(row.key)
      if let place = places[part] {
        sums[place].row.baseline += row.baseline
        sums[place].row.reform += row.reform
      } else {
        places[part] = sums.count
        sums.append((part, row))
      }
    }
    return sums
  }
}

extension Differences.Key {
  /// By account, then by grant, then by list.
  fileprivate func precedes(_ other: Differences.Key) -> Bool {
    let (own, theirs) = (accounts, other.accounts)
    if own != theirs { return own.lexicographicallyPrecedes(theirs) }
    if grant != other.grant { return (grant ?? "") < (other.grant ?? "") }
    return lists.lexicographicallyPrecedes(other.lists)
  }

  private var accounts: [Int] { [place(payer), place(payee), place(line)] }
  private var lists: [Int] { [form.map(place) ?? -1, group ?? -1, length ?? -1] }

  private func place<Case: CaseIterable & Equatable>(_ value: Case) -> Int {
    Array(Case.allCases).firstIndex(of: value) ?? 0
  }
}

extension ListSetting {
  /// The lengths lists are told apart by: the scenario's size classes, or four parts of equal number.
  fileprivate func lengths(of lists: [PatientList]) -> [ClosedRange<Int>] {
    let starts: [Int]
    switch self {
    case .synthetic(let synthetic): starts = synthetic.classes.dropFirst().map(\.from)
    case .file:
      let sorted = lists.map(\.length).sorted()
      starts = sorted.isEmpty ? [] : (1...3).map { sorted[sorted.count * $0 / 4] }
    }
    let rising = Set(starts.filter { $0 > 0 }).sorted()
    return zip([0] + rising, rising.map { $0 - 1 } + [.max]).map { $0...$1 }
  }
}
