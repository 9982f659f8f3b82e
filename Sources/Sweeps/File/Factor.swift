public import Diagnostics
import Documents
public import Scenarios
public import Statistics
import Units

/// One thing a sweep varies: a value of a scenario, by its path.
public struct Factor: Sendable {
  /// For example `arrivals.diplomats.uptake`.
  public var path: Located<String>
  public var spread: Spread
  /// Whether numbers are rounded to whole ones.
  public var isWhole: Bool
  /// Factors of one group are moved together by designs that move one thing at a time.
  public var group: String?
  /// Where the spread comes from; `nil` where the author only asks.
  public var source: Source?
  /// What the scenario itself has; an empty word where it leaves the key out.
  public var written: FactorValue
  /// Whether no scenario has a value there, so that every one of them is given one.
  public var isAdded: Bool { written == .asWritten }

  /// Which values it takes.
  public enum Spread: Sendable {
    case distribution(Distribution)
    /// A few values, each as likely.
    case anyOf([FactorValue])
    /// Whatever the table of points says.
    case listed
  }

  /// The value at a place of the unit interval.
  ///
  /// - Parameter share: In 0...1, as likely to be anywhere.
  /// - Returns: The quantile, or the alternative the share falls on.
  func value(at share: Double) -> FactorValue {
    switch spread {
    case .distribution(let distribution):
      FactorValue(distribution.quantile(share), isWhole: isWhole)
    case .anyOf(let values):
      values[min(Int(share * Double(values.count)), values.count - 1)]
    case .listed: written
    }
  }

  /// The values of a grid: the alternatives, or evenly spaced numbers with both ends.
  ///
  /// - Parameter steps: How many of a uniform spread.
  /// - Returns: The values in order; `nil` when the spread has no ends to space them between.
  func levels(_ steps: Int?) -> [FactorValue]? {
    switch spread {
    case .anyOf(let values): return values
    case .distribution(.uniform(let low, let high)):
      guard let steps else { return nil }
      return (0..<steps).map {
        FactorValue(low + (high - low) * Double($0) / Double(steps - 1), isWhole: isWhole)
      }
    case .distribution, .listed: return nil
    }
  }

  /// The spread in words, for the list of columns: `uniform 0.2…1`.
  public var spreadWords: String {
    switch spread {
    case .distribution(let distribution): distribution.words + (isWhole ? ", whole numbers" : "")
    case .anyOf(let values): "any of " + values.map(\.text).joined(separator: ", ")
    case .listed: "as listed"
    }
  }
}

extension Distribution {
  /// The distribution as an author writes it.
  var words: String {
    func short(_ numbers: Double...) -> String {
      numbers.map { FactorValue($0).text }.joined(separator: "…")
    }
    return switch self {
    case .uniform(let low, let high): "uniform \(short(low, high))"
    case .logUniform(let low, let high): "log-uniform \(short(low, high))"
    case .triangular(let low, let mode, let high): "triangular \(short(low, mode, high))"
    case .pert(let low, let mode, let high): "PERT \(short(low, mode, high))"
    case .normal(let mean, let deviation):
      "normal, mean \(short(mean)), deviation \(short(deviation))"
    case .lognormal(let median, let deviation):
      "lognormal, median \(short(median)), deviation of the logarithm \(short(deviation))"
    case .beta(let a, let b, let low, let high):
      "beta, a \(short(a)), b \(short(b)), \(short(low, high))"
    case .gamma(let shape, let scale): "gamma, shape \(short(shape)), scale \(short(scale))"
    case .empirical(let values): "empirical, \(counted(values.count, "value"))"
    case .truncated(let whole, let low, let high):
      whole.words + " within \(low.map { short($0) } ?? "")…\(high.map { short($0) } ?? "")"
    }
  }
}

extension ScenarioFile {
  /// The scenario with a factor at a value; the same where it has nothing at the path.
  func taking(_ value: FactorValue, of factor: Factor) throws(Faults) -> ScenarioFile {
    let path = factor.path.value
    guard value != .asWritten else { return self }
    guard let node = document.value(at: path) else {
      return factor.isAdded ? try changing(path, to: value.node(at: factor.path.position)) : self
    }
    guard node["central"] != nil else {
      return try changing(path, to: value.node(at: node.position))
    }
    guard case .number(let number) = value else {
      throw Faults(
        "'\(factor.path.text)' is a number, and the sweep gives it '\(value.text)'",
        at: factor.path.position, help: "write numbers")
    }
    return try setting(path, to: number)
  }

  /// What stands at a path: a word, or a number with or without a source.
  func written(at path: String) -> FactorValue? {
    guard let node = document.value(at: path) else { return nil }
    guard case .scalar(let text, _) = (node["central"] ?? node).content else { return nil }
    return FactorValue(text: text)
  }
}
