public import Diagnostics
import Documents
import Units

/// Which points of the factors' ranges are run.
public enum Design: Hashable, Sendable {
  /// Every combination of the values; so many of each uniform factor.
  case grid(steps: Int?)
  /// A table the author brings: a column per factor, a row per point.
  case table(Located<String>)
  /// One point in each of as many strata of every factor.
  case latinHypercube(Int)
  /// Quasi-random points that fill the space evenly; more can be added.
  case sobol(Int)
  /// Independent draws; more can be added.
  case monteCarlo(Int)
  /// The scenario itself, and each factor alone at both ends of so large a middle part of its spread.
  case oneAtATime(middle: Double)
  /// Walks that move one group of factors at a time (Morris).
  case morris(trajectories: Int, levels: Int)
  /// Blocks from which Sobol indices are computed (Saltelli), with second order or without.
  case saltelli(Int, hasPairs: Bool)

  /// Whether points stay what they are when more are asked for.
  public var isGrowable: Bool {
    switch self {
    case .sobol, .monteCarlo, .morris, .saltelli: true
    case .grid, .table, .latinHypercube, .oneAtATime: false
    }
  }

  /// The points asked of a Sobol sequence where they are no power of two, and the nearest that are.
  public var unbalanced: (asked: Int, below: Int, above: Int)? {
    switch self {
    case .sobol(let points), .saltelli(let points, _):
      guard points.nonzeroBitCount > 1 else { return nil }
      let below = 1 << (Int.bitWidth - 1 - points.leadingZeroBitCount)
      return (points, below, below * 2)
    case .grid, .table, .latinHypercube, .monteCarlo, .oneAtATime, .morris: return nil
    }
  }

  /// The name authors know it by.
  public var name: String {
    switch self {
    case .grid: "grid"
    case .table: "points"
    case .latinHypercube: "latin-hypercube"
    case .sobol: "sobol"
    case .monteCarlo: "monte-carlo"
    case .oneAtATime: "one-at-a-time"
    case .morris: "morris"
    case .saltelli: "saltelli"
    }
  }
}

extension Design {
  /// More points than this are another tool's business.
  static let mostPoints = 10_000_000

  private enum Word: String, CaseIterable, Sendable {
    case grid
    case oneAtATime = "one-at-a-time"
  }

  private enum Keys {
    static let count = Grammar.whole(in: 1...mostPoints)
    static let grid = Key("grid", Grammar.whole(in: 2...1_000), "steps of each uniform factor")
    static let points = Key(
      "points", Grammar<String>.text.located, "a CSV table with a column per factor")
    static let hypercube = Key("latin-hypercube", count, "how many points")
    static let sobol = Key("sobol", count, "how many points")
    static let monteCarlo = Key("monte-carlo", count, "how many points")
    static let oneAtATime = Key(
      "one-at-a-time", Grammar.number(in: 0...1), "the middle part of each spread, for example 0.9")
    static let morris = Key("morris", morrisGrammar, "trajectories and levels")
    static let saltelli = Key("saltelli", saltelliGrammar, "base points, and whether pairs")
    static let trajectories = Key("trajectories", Grammar.whole(in: 2...100_000), "how many walks")
    static let levels = Key(
      "levels", Grammar.whole(in: 2...100), "levels of each factor, an even number; 4 unless said")
    static let base = Key("points", Grammar.whole(in: 2...1_000_000), "base points")
    static let pairs = Key("pairs", Grammar.flag, "whether second-order indices are wanted")
  }

  private static let morrisGrammar = Grammar<Design>.record(
    "a Morris design", keys: [Keys.trajectories.required, Keys.levels.optional]
  ) { record, log in
    let levels = record[maybe: Keys.levels] ?? 4
    guard levels.isMultiple(of: 2) else {
      log.add(
        "'levels' is \(levels), an odd number", at: record.position, help: "write an even number")
      return nil
    }
    return .morris(trajectories: record[Keys.trajectories], levels: levels)
  }

  private static let saltelliGrammar = Grammar<Design>.record(
    "a Saltelli design", keys: [Keys.base.required, Keys.pairs.optional]
  ) { record, _ in
    .saltelli(record[Keys.base], hasPairs: record[maybe: Keys.pairs] ?? false)
  }

  static let grammar = Grammar<Design>.either(
    Grammar<Word>.choice.map { $0 == .grid ? .grid(steps: nil) : .oneAtATime(middle: 0.9) },
    when: { if case .scalar = $0.content { true } else { false } },
    or: .record(
      "a design",
      keys: [
        Keys.grid.optional, Keys.points.optional, Keys.hypercube.optional, Keys.sobol.optional,
        Keys.monteCarlo.optional, Keys.oneAtATime.optional, Keys.morris.optional,
        Keys.saltelli.optional,
      ]
    ) { record, log in
      let designs: [Design] = [
        record[maybe: Keys.grid].map { .grid(steps: $0) },
        record[maybe: Keys.points].map { .table($0) },
        record[maybe: Keys.hypercube].map { .latinHypercube($0) },
        record[maybe: Keys.sobol].map { .sobol($0) },
        record[maybe: Keys.monteCarlo].map { .monteCarlo($0) },
        record[maybe: Keys.oneAtATime].map { .oneAtATime(middle: $0.double) },
        record[maybe: Keys.morris], record[maybe: Keys.saltelli],
      ].compactMap(\.self)
      guard designs.count == 1 else {
        log.add(
          "the design is of \(designs.count) kinds", at: record.position,
          help: "write one of grid, points, latin-hypercube, sobol, monte-carlo, one-at-a-time, "
            + "morris, saltelli")
        return nil
      }
      return designs[0]
    })
}
