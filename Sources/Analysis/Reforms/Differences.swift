import Populations
public import Rules
import Scenarios
public import Simulation
public import Units

/// Money of a baseline and a reform, by everything a ministry asks for: payer, payee, account, form of
/// practice, size of municipality and length of list.
public struct Differences: Sendable {
  /// The rows with money in either year, in the order of the accounts.
  public let rows: [Row]
  /// The limits of the lengths of lists, the last without an upper one.
  public let lengths: [ClosedRange<Int>]

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
    /// In each year its own; `nil` for what concerns no single list, as are the next two.
    public var form: PracticeForm?
    /// The place of the group of municipalities in the scenario.
    public var group: Int?
    /// The place of the length in ``Differences/lengths``.
    public var length: Int?
  }

  public init(of reform: NationalRun, against baseline: NationalRun) {
    let lengths = baseline.scenario.lists.lengths(of: baseline.year.nation.lists)
    let (old, new) = (Self.sums(of: baseline, lengths), Self.sums(of: reform, lengths))
    self.lengths = lengths
    rows = Set(old.keys).union(new.keys).sorted { $0.order.lexicographicallyPrecedes($1.order) }
      .map { Row(key: $0, baseline: old[$0] ?? .zero, reform: new[$0] ?? .zero) }
  }

  private static func sums(of run: NationalRun, _ lengths: [ClosedRange<Int>]) -> [Key: Money] {
    let nation = run.year.nation
    let lengthOfList = nation.lists.map { list in
      lengths.firstIndex { $0.contains(list.length) } ?? lengths.count - 1
    }
    var sums: [Key: Money] = [:]
    for posting in run.ledger.postings {
      let key = Key(
        payer: posting.payer, payee: posting.payee, line: posting.line,
        form: posting.list.map { nation.lists[$0].form },
        group: posting.list.map { nation.groups[nation.lists[$0].municipality] },
        length: posting.list.map { lengthOfList[$0] })
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
  fileprivate var order: [Int] {
    func place<Case: CaseIterable & Equatable>(_ value: Case) -> Int {
      Array(Case.allCases).firstIndex(of: value) ?? 0
    }
    return [
      place(payer), place(payee), place(line), form.map(place) ?? -1, group ?? -1, length ?? -1,
    ]
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
