import Diagnostics
import Documents
import Scenarios
import Units

/// One part of a payment model as its author writes it.
struct ComponentSetting: Sendable {
  var basis: Basis
  var price: Price
  var timesAYear: Int
  var multipliers: [Named<Estimate>]
  var divisors: [Named<Estimate>]
  var minimum: Estimate?
  var maximum: Estimate?
  var limitsPer: LimitUnit
  var isPaid: Bool
  var payers: PayerSetting?
  var position: SourcePosition

  enum Basis: Sendable {
    case units(Units)
    /// Rates of components that stand above.
    case shares([Named<Estimate>])
  }

  struct Units: Sendable {
    /// Multiplied with each other.
    var per: [Located<String>]
    /// Only these; all when empty.
    var groups: [Located<String>]
    var weights: Located<[Named<Estimate>]>?
    var share: Estimate?
  }

  enum Price: Sendable {
    case flat(Estimate)
    case byGroup(Located<[Named<Estimate>]>)
    case tiers([LevelSetting])
    case steps([LevelSetting], by: Located<String>?)
    /// Of shares of other components, which are taken as they are.
    case asItIs
  }

  /// What tiers, minimum and maximum are stated per.
  enum LimitUnit: String, CaseIterable, Sendable {
    case practice, person
  }
}

/// A tier or a step: where it begins and what it pays.
struct LevelSetting: Sendable {
  var start: Ratio
  /// An amount per unit; of shares of other components, a rate.
  var value: Estimate
  var isRate: Bool
  var position: SourcePosition

  private enum Keys {
    static let start = Grammar<Ratio>.number(in: 0...1_000_000_000)
    static let above = Key("above", start, "how many the tiers below cover; 0 unless said")
    static let from = Key("from", start, "the smallest number that is on the step; 0 unless said")
    static let amount = Key("amount", ComponentSetting.amount, "what one unit is paid")
    static let rate = Key("rate", ComponentSetting.rate, "what share of the money is paid")
  }

  /// Tiers, in the order of the file.
  static let tiers = grammar("a tier", from: Keys.above)
  /// Steps, in the order of the file.
  static let steps = grammar("a step", from: Keys.from)

  private static func grammar(_ title: String, from start: Key<Ratio>) -> Grammar<[LevelSetting]> {
    let level = Grammar<LevelSetting>.record(
      title, keys: [start.optional, Keys.amount.optional, Keys.rate.optional]
    ) { record, log in
      let (amount, rate) = (record[maybe: Keys.amount], record[maybe: Keys.rate])
      guard let value = amount ?? rate, amount == nil || rate == nil else {
        log.add(
          "\(title) has \(amount == nil ? "neither 'amount' nor" : "both 'amount' and") 'rate'",
          at: record.position,
          help: "write 'amount' for a unit that is counted, 'rate' for shares of components")
        return nil
      }
      return LevelSetting(
        start: record[maybe: start] ?? .zero, value: value, isRate: rate != nil,
        position: record.position)
    }
    return Grammar<[Named<LevelSetting>]>.names(of: level).map { $0.map(\.value) }.checked {
      levels, position in
      let falling = zip(levels, levels.dropFirst()).first { $0.start >= $1.start }?.1
      guard falling != nil || levels[0].start > .zero && start.name == Keys.above.name else {
        return nil
      }
      return Diagnostic(
        "\(title)s do not rise\(falling == nil ? " from 0" : "")".replacing("a ", with: "the "),
        at: falling?.position ?? position,
        help: "write the lowest first, each with a larger '\(start.name)' than the one before")
    }
  }
}

extension ComponentSetting {
  /// What one unit is paid, in the currency of the scenario. Negative for a deduction.
  static let amount = Estimate.grammar(of: .number(in: -1_000_000_000...1_000_000_000))
  /// A share of other components. Negative for a withhold.
  static let rate = Estimate.grammar(of: .number(in: -1_000...1_000))
}
