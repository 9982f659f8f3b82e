import Diagnostics
import Documents
import Scenarios
import Units

extension ComponentSetting {
  private typealias Estimates = Grammar<[Named<Estimate>]>

  private enum Keys {
    static let per = Key(
      "per",
      Grammar<[Located<String>]>.either(
        .list(of: Grammar<String>.text.located),
        when: { if case .sequence = $0.content { true } else { false } },
        or: Grammar<String>.text.located.map { [$0] }),
      "what is paid for: person, visit, practice or a count; a list is multiplied")
    static let amount = Key("amount", ComponentSetting.amount, "what one unit is paid")
    static let byGroup = Key(
      "amount-by-group", Estimates.names(of: ComponentSetting.amount).located,
      "what one unit of each group is paid")
    static let tiers = Key(
      "tiers", LevelSetting.tiers, "amounts of which each pays only the units inside its tier")
    static let steps = Key(
      "steps", LevelSetting.steps, "amounts of which one pays every unit, chosen by 'steps-by'")
    static let stepsBy = Key(
      "steps-by", Grammar<String>.text.located,
      "what chooses the step: list-length unless said, visits-per-person-year, or a count")
    static let shares = Key(
      "shares-of", Estimates.names(of: ComponentSetting.rate),
      "components that stand above, or in-all, each with the share of it that is paid")
    static let times = Key("times-a-year", Grammar.whole(in: 1...1_000), "payments a year")
    static let share = Key(
      "share", Estimate.grammar(of: .share), "the share of the units that is paid for")
    static let multipliers = Key(
      "multipliers", Estimates.names(of: Estimate.grammar(of: .number(in: 0...1_000_000))),
      "what the amount is multiplied by, each with a name")
    static let divisors = Key(
      "divided-by", Estimates.names(of: divisor), "what the amount is divided by, each with a name")
    static let groups = Key(
      "groups", Grammar<[Located<String>]>.list(of: Grammar<String>.text.located),
      "only these groups")
    static let weights = Key(
      "weights", Estimates.names(of: Estimate.grammar(of: .number(in: 0...1_000_000))).located,
      "what a unit of each group counts as")
    static let minimum = Key("minimum", ComponentSetting.amount, "the least it pays a year")
    static let maximum = Key("maximum", ComponentSetting.amount, "the most it pays a year")
    static let limits = Key(
      "limits-per", Grammar<LimitUnit>.choice,
      "whether tiers, minimum and maximum are per practice, as unless said, or per person listed")
    static let paid = Key(
      "paid", Grammar<Bool>.flag, "false when it is only there for others to be shares of")
    static let payer = Key("payer", Grammar<String>.text.located, "who pays all of it")
    static let payers = Key("payers", PayerSetting.grammar, "who pays which part of it")
  }

  private static let divisor = Estimate.grammar(of: .number(in: 0...1_000_000_000))
    .checked { divisor, position in
      guard divisor.low == .zero else { return nil }
      return Diagnostic("nothing can be divided by 0", at: position, help: "write a larger number")
    }

  static let grammar = Grammar<ComponentSetting>.record(
    "a component",
    keys: [
      Keys.per.optional, Keys.amount.optional, Keys.byGroup.optional, Keys.tiers.optional,
      Keys.steps.optional, Keys.stepsBy.optional, Keys.shares.optional, Keys.times.optional,
      Keys.share.optional, Keys.multipliers.optional, Keys.divisors.optional,
      Keys.groups.optional, Keys.weights.optional, Keys.minimum.optional, Keys.maximum.optional,
      Keys.limits.optional, Keys.paid.optional, Keys.payer.optional, Keys.payers.optional,
    ],
    apart: [
      [
        [
          Keys.per.name, Keys.amount.name, Keys.byGroup.name, Keys.share.name, Keys.groups.name,
          Keys.weights.name, Keys.times.name,
        ],
        [Keys.shares.name],
      ],
      [
        [Keys.amount.name], [Keys.byGroup.name], [Keys.tiers.name],
        [Keys.steps.name, Keys.stepsBy.name],
      ],
      [[Keys.payer.name], [Keys.payers.name]],
    ]
  ) { record, log in
    guard let basis = basis(of: record, &log), let price = price(of: record, &log) else {
      return nil
    }
    let (minimum, maximum) = (record[maybe: Keys.minimum], record[maybe: Keys.maximum])
    if let minimum, let maximum, minimum.central > maximum.central {
      log.add(
        "the minimum \(minimum.central) is above the maximum \(maximum.central)",
        at: minimum.position, help: "write the smaller number as 'minimum'")
      return nil
    }
    if let payer = record[maybe: Keys.payer], record[maybe: Keys.payers] != nil {
      log.add(
        "the component has both 'payer' and 'payers'", at: payer.position, help: "keep one of them")
      return nil
    }
    return ComponentSetting(
      basis: basis, price: price, timesAYear: record[maybe: Keys.times] ?? 1,
      multipliers: record[maybe: Keys.multipliers] ?? [],
      divisors: record[maybe: Keys.divisors] ?? [], minimum: minimum, maximum: maximum,
      limitsPer: record[maybe: Keys.limits] ?? .practice, isPaid: record[maybe: Keys.paid] ?? true,
      payers: record[maybe: Keys.payers] ?? record[maybe: Keys.payer].map(PayerSetting.one),
      position: record.position)
  }

  private static func basis(of record: Record, _ log: inout FaultLog) -> Basis? {
    switch (record[maybe: Keys.per], record[maybe: Keys.shares]) {
    case (let per?, nil):
      return .units(
        Units(
          per: per, groups: record[maybe: Keys.groups] ?? [], weights: record[maybe: Keys.weights],
          share: record[maybe: Keys.share]))
    case (nil, let shares?):
      // What says how units are counted has nothing to say of money that is there already.
      let strangers = [
        (Keys.amount.name, record[maybe: Keys.amount] != nil),
        (Keys.byGroup.name, record[maybe: Keys.byGroup] != nil),
        (Keys.share.name, record[maybe: Keys.share] != nil),
        (Keys.groups.name, record[maybe: Keys.groups] != nil),
        (Keys.weights.name, record[maybe: Keys.weights] != nil),
        (Keys.times.name, record[maybe: Keys.times] != nil),
      ]
      guard let stranger = strangers.first(where: \.1)?.0 else { return .shares(shares) }
      log.add(
        "'\(stranger)' says nothing about shares of other components", at: record.position,
        help: "take it away, or write it in the component they are shares of")
      return nil
    case (let per, _):
      log.add(
        per == nil
          ? "the component has neither 'per' nor 'shares-of'"
          : "the component has both 'per' and 'shares-of'",
        at: record.position,
        help: "write 'per' and an amount, or 'shares-of' with components that stand above")
      return nil
    }
  }

  private static func price(of record: Record, _ log: inout FaultLog) -> Price? {
    let isShare = record[maybe: Keys.shares] != nil
    let prices: [(String, Price?)] = [
      (Keys.amount.name, record[maybe: Keys.amount].map(Price.flat)),
      (Keys.byGroup.name, record[maybe: Keys.byGroup].map(Price.byGroup)),
      (Keys.tiers.name, record[maybe: Keys.tiers].map(Price.tiers)),
      (
        Keys.steps.name,
        record[maybe: Keys.steps].map { .steps($0, by: record[maybe: Keys.stepsBy]) }
      ),
    ]
    let given = prices.filter { $0.1 != nil }
    guard given.count < 2, let price = given.first?.1 ?? (isShare ? Price.asItIs : nil) else {
      let names = (given.isEmpty ? prices : given).map { "'\($0.0)'" }
      log.add(
        given.isEmpty
          ? "the component has no amount" : "the component has \(names.joined(separator: " and "))",
        at: record.position,
        help: given.isEmpty ? "add one of \(names.joined(separator: ", "))" : "keep one of them")
      return nil
    }
    if let stepsBy = record[maybe: Keys.stepsBy], record[maybe: Keys.steps] == nil {
      log.add("there are no 'steps' to choose", at: stepsBy.position, help: "add 'steps'")
      return nil
    }
    guard let wrong = price.levels.first(where: { $0.isRate != isShare }) else { return price }
    log.add(
      isShare
        ? "'amount' is money, and here a share of money is asked for"
        : "'rate' is a share of money, and units are paid an amount",
      at: wrong.position, help: isShare ? "write 'rate'" : "write 'amount'")
    return nil
  }
}

extension ComponentSetting.Price {
  fileprivate var levels: [LevelSetting] {
    switch self {
    case .tiers(let levels), .steps(let levels, _): levels
    case .flat, .byGroup, .asItIs: []
    }
  }
}
