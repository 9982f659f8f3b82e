public import Ledger
import Simulation
public import Units

/// What a reform adds to what each account has left.
public struct Effects: Hashable, Sendable {
  /// In the order of the accounts; they sum to zero.
  public private(set) var balances: [Account: Money]

  public static let zero = Effects(balances: [:])

  init(of reform: NationalRun, against baseline: NationalRun) {
    balances = [:]
    for account in Account.allCases {
      let change = reform.ledger.balance(of: account) - baseline.ledger.balance(of: account)
      if change != .zero { balances[account] = change }
    }
  }

  init(balances: [Account: Money]) { self.balances = balances }

  /// What the account has more of, or less.
  public subscript(account: Account) -> Money { balances[account] ?? .zero }

  static func + (a: Effects, b: Effects) -> Effects {
    Effects(balances: a.balances.merging(b.balances, uniquingKeysWith: +))
  }

  static func - (a: Effects, b: Effects) -> Effects {
    Effects(
      balances: a.balances.merging(b.balances.mapValues { -$0 }, uniquingKeysWith: +))
  }

  fileprivate init(_ amount: (Account) -> Money) {
    balances = Dictionary(uniqueKeysWithValues: Account.allCases.map { ($0, amount($0)) })
  }
}

/// What each part of a package of reforms does.
///
/// ```
/// total = sum of the parts alone + interaction
/// ```
///
/// exactly, to the øre, account by account.
public struct Attribution: Sendable {
  public let names: [String]
  /// Each part with nothing but itself.
  public let alone: [Effects]
  public let interaction: Effects
  public let total: Effects
  /// Each part's share of the total: what it adds, on average over every order in which the parts
  /// could be put in force (Shapley). `nil` unless asked for. The shares sum to the total; øre that do
  /// not divide go to the largest remainders.
  public let shares: [Effects]?

  init(names: [String], alone: [Effects], total: Effects) {
    (self.names, self.alone, self.total) = (names, alone, total)
    interaction = total - alone.reduce(.zero, +)
    shares = nil
  }

  /// - Parameters:
  ///   - names: The parts.
  ///   - subsets: The effect of every subset; bit *i* of the key stands for part *i*.
  init(names: [String], subsets: [Int: Effects]) {
    let count = names.count
    func effects(_ subset: Int) -> Effects { subsets[subset] ?? .zero }
    self.names = names
    alone = names.indices.map { effects(1 << $0) }
    let total = effects((1 << count) - 1)
    self.total = total
    interaction = total - alone.reduce(.zero, +)
    let factorials = (0...count).map { (1...max($0, 1)).reduce(1, *) }
    // In parts of n! øre, so that nothing is rounded before the end.
    func weighted(_ part: Int, _ account: Account) -> Int128 {
      (0..<(1 << count)).filter { $0 & (1 << part) == 0 }.reduce(Int128(0)) { sum, subset in
        let size = subset.nonzeroBitCount
        let orders = Int128(factorials[size] * factorials[count - size - 1])
        let added = effects(subset | (1 << part))[account] - effects(subset)[account]
        return sum + orders * Int128(added.ore)
      }
    }
    let whole = Int128(factorials[count])
    var parts = names.map { _ in [Account: Money]() }
    for account in Account.allCases {
      let exact = names.indices.map { weighted($0, account) }
      // Rounded down, so that what is left is a number of whole øre below the number of parts.
      var ore = exact.map { Int(($0 - (($0 % whole) + whole) % whole) / whole) }
      let remainders = exact.map { (($0 % whole) + whole) % whole }
      let left = total[account].ore - ore.reduce(0, +)
      let order = ore.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
      for part in order.prefix(left) { ore[part] += 1 }
      for part in ore.indices { parts[part][account] = Money(ore: ore[part]) }
    }
    shares = parts.map { own in Effects { own[$0] ?? .zero } }
  }
}
