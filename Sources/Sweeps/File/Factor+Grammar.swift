import Diagnostics
import Documents
import Scenarios
import Statistics
import Units

extension Factor {
  /// A factor as written, before its path is looked up in the scenario.
  struct Draft: Sendable {
    var spread: Spread
    var isWhole: Bool
    var group: String?
    var source: Source?

    enum Spread: Sendable {
      case known(Factor.Spread)
      /// The author's own interval, as a distribution of a shape.
      case interval(Shape)
    }
  }

  /// How likely the numbers of an author's interval are.
  enum Shape: String, CaseIterable, Sendable {
    /// All alike.
    case uniform
    /// The more likely the nearer the central value; PERT keeps nearer to it.
    case triangular, pert
  }

  private enum Keys {
    static let numbers = Grammar<[Ratio]>.list(of: number)
    static let number = Grammar<Ratio>.number(in: -1_000_000_000_000...1_000_000_000_000)
    static let uniform = Key("uniform", numbers, "[low, high]: every number as likely")
    static let logUniform = Key("log-uniform", numbers, "[low, high]: every ratio as likely")
    static let triangular = Key("triangular", numbers, "[low, most likely, high]")
    static let pert = Key("pert", numbers, "[low, most likely, high], nearer the middle one")
    static let normal = Key(
      "normal",
      Grammar<[Ratio]>.record("a normal distribution", keys: [mean.required, deviation.required]) {
        record, _ in [record[mean], record[deviation]]
      }, "mean and deviation")
    static let lognormal = Key(
      "lognormal",
      Grammar<[Ratio]>.record(
        "a lognormal distribution", keys: [median.required, deviation.required]
      ) { record, _ in [record[median], record[deviation]] },
      "median, and deviation of the natural logarithm")
    static let gamma = Key(
      "gamma",
      Grammar<[Ratio]>.record("a gamma distribution", keys: [shape.required, scale.required]) {
        record, _ in [record[shape], record[scale]]
      }, "shape and scale")
    static let beta = Key(
      "beta",
      Grammar<[Ratio]>.record(
        "a beta distribution", keys: [a.required, b.required, low.optional, high.optional]
      ) { record, _ in
        [record[a], record[b], record[maybe: low] ?? .zero, record[maybe: high] ?? .one]
      }, "a and b, between low and high; 0 and 1 unless said")
    static let empirical = Key("empirical", numbers, "observed numbers, each as likely")
    static let anyOf = Key(
      "any-of", Grammar<[String]>.list(of: .text), "a few words or numbers, each as likely")
    static let interval = Key(
      "interval", Grammar<Shape>.choice, "the scenario's own low, central and high, in this shape")
    static let within = Key("within", numbers, "[low, high]: what lies outside is left out")
    static let whole = Key("whole", Grammar.flag, "whether it is rounded to whole numbers")
    static let group = Key("group", Grammar<String>.text, "factors that are moved together")
    static let source = Key("source", Source.grammar, "where the spread comes from")
    static let mean = Key("mean", number, "the mean")
    static let median = Key("median", number, "the median")
    static let deviation = Key("deviation", number, "the standard deviation")
    static let shape = Key("shape", number, "the shape")
    static let scale = Key("scale", number, "the scale: mean = shape × scale")
    static let a = Key("a", number, "the first shape")
    static let b = Key("b", number, "the second shape")
    static let low = Key("low", number, "the least value")
    static let high = Key("high", number, "the largest value")

    static let spreads = [
      uniform.optional, logUniform.optional, triangular.optional, pert.optional, normal.optional,
      lognormal.optional, beta.optional, gamma.optional, empirical.optional, anyOf.optional,
      interval.optional,
    ]
  }

  static let grammar = Grammar<Draft>.record(
    "a factor",
    keys: Keys.spreads + [
      Keys.within.optional, Keys.whole.optional, Keys.group.optional, Keys.source.optional,
    ]
  ) { record, log in
    let lists: [(key: Key<[Ratio]>, count: Int, make: @Sendable ([Double]) -> Distribution)] = [
      (Keys.uniform, 2, { .uniform(low: $0[0], high: $0[1]) }),
      (Keys.logUniform, 2, { .logUniform(low: $0[0], high: $0[1]) }),
      (Keys.triangular, 3, { .triangular(low: $0[0], mode: $0[1], high: $0[2]) }),
      (Keys.pert, 3, { .pert(low: $0[0], mode: $0[1], high: $0[2]) }),
      (Keys.normal, 2, { .normal(mean: $0[0], deviation: $0[1]) }),
      (Keys.lognormal, 2, { .lognormal(median: $0[0], deviation: $0[1]) }),
      (Keys.beta, 4, { .beta(a: $0[0], b: $0[1], low: $0[2], high: $0[3]) }),
      (Keys.gamma, 2, { .gamma(shape: $0[0], scale: $0[1]) }),
    ]
    var spreads: [Draft.Spread] = []
    for (key, count, make) in lists {
      guard let numbers = record[maybe: key] else { continue }
      guard numbers.count == count else {
        log.add(
          "'\(key.name)' has \(counted(numbers.count, "number")); it takes \(count)",
          at: record.position,
          help: "write \(key.about)")
        return nil
      }
      spreads.append(.known(.distribution(make(numbers.map(\.double)))))
    }
    if let values = record[maybe: Keys.empirical] {
      spreads.append(.known(.distribution(.empirical(values.map(\.double)))))
    }
    if let words = record[maybe: Keys.anyOf] {
      if let cell = words.first(where: FactorValue.isRounded) {
        log.tell(
          "numbers of 'any-of' keep \(FactorValue.mostDecimals) decimals: \(cell) is read as "
            + FactorValue(text: cell).text, at: record.position)
      }
      spreads.append(.known(.anyOf(words.map(FactorValue.init(text:)))))
    }
    if let shape = record[maybe: Keys.interval] { spreads.append(.interval(shape)) }
    guard spreads.count == 1, var spread = spreads.first else {
      log.add(
        "the factor says \(spreads.isEmpty ? "nowhere" : "in \(spreads.count) ways") how it varies",
        at: record.position,
        help: "write one of "
          + "uniform, log-uniform, triangular, pert, normal, lognormal, beta, gamma, empirical, "
          + "any-of, interval")
      return nil
    }
    switch spread {
    case .known(.distribution): break
    case .interval where record[maybe: Keys.within] != nil:
      log.add(
        "'within' limits a distribution, and 'interval' has the ends of the scenario",
        at: record.position, help: "remove 'within', or write a distribution with its own numbers")
      return nil
    case .interval: break
    case .known:
      guard record[maybe: Keys.within] == nil, record[maybe: Keys.whole] == nil else {
        log.add(
          "'within' and 'whole' are of distributions, and 'any-of' lists what there is",
          at: record.position, help: "remove them, and list the values that are meant")
        return nil
      }
    }
    if case .known(.distribution(let whole)) = spread {
      let distribution: Distribution
      switch record[maybe: Keys.within] {
      case nil: distribution = whole
      case let ends? where ends.count == 2:
        distribution = .truncated(whole, low: ends[0].double, high: ends[1].double)
      case let ends?:
        log.add(
          "'within' has \(counted(ends.count, "number")); it takes 2", at: record.position,
          help: "write [low, high]")
        return nil
      }
      if let fault = distribution.fault {
        log.add(fault, at: record.position)
        return nil
      }
      spread = .known(.distribution(distribution))
    }
    return Draft(
      spread: spread, isWhole: record[maybe: Keys.whole] ?? false,
      group: record[maybe: Keys.group], source: record[maybe: Keys.source])
  }
}
