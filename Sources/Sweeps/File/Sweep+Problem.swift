import Diagnostics
import Documents
import Foundation
import Statistics

extension Sweep {
  /// The names of the files of ``problem``.
  public static let problemFiles = ["problem.json", "problem.txt"]

  /// The factors as SALib has them: the problem as JSON, and a parameter file where every spread is one it
  /// can hold. A problem with a spread SALib does not know, words among them, has neither bounds nor
  /// distributions: enough to analyse with, and nothing to draw from.
  public var problem: [(name: String, text: String)] {
    let spreads = factors.map(\.salib)
    guard !factors.isEmpty else { return [] }
    let rows = spreads.compactMap(\.self)
    let isKnown = rows.count == factors.count
    let names = factors.map { group in group.group ?? group.path.value }
    var members: [String: JSONValue] = [
      "num_vars": .number(Decimal(factors.count)),
      "names": .array(factors.map { .string($0.path.value) }),
      "groups": factors.contains { $0.group != nil } ? .array(names.map(JSONValue.string)) : .null,
      "outputs": .array(outcomes.map { .string($0.name) }),
    ]
    if isKnown {
      members["bounds"] = .array(
        rows.map { .array($0.bounds.map { .number(Self.decimal($0)) }) })
      members["dists"] = .array(rows.map { .string($0.distribution) })
    }
    let file = (name: "problem.json", text: JSONValue.object(members).text() + "\n")
    guard isKnown, rows.allSatisfy({ $0.bounds.count == 2 }) else { return [file] }
    let lines = zip(factors, zip(names, rows)).map { factor, row in
      let bounds = row.1.bounds.map { FactorValue($0).text }
      return ([factor.path.value] + bounds + [row.0, row.1.distribution]).joined(separator: " ")
    }
    return [(name: "problem.txt", text: lines.joined(separator: "\n") + "\n"), file]
  }

  private static func decimal(_ number: Double) -> Decimal {
    Decimal(string: FactorValue(number).text) ?? 0
  }
}

extension Factor {
  /// The spread in SALib's words; `nil` where it has none.
  fileprivate var salib: (bounds: [Double], distribution: String)? {
    guard case .distribution(let distribution) = spread, !isWhole else { return nil }
    return switch distribution {
    case .uniform(let low, let high): ([low, high], "unif")
    case .logUniform(let low, let high): ([low, high], "logunif")
    // SALib draws no triangle whose peak is its upper end.
    case .triangular(let low, let mode, let high) where mode < high:
      ([low, high, (mode - low) / (high - low)], "triang")
    case .normal(let mean, let deviation): ([mean, deviation], "norm")
    case .lognormal(let median, let deviation): ([log(median), deviation], "lognorm")
    case .truncated(.normal(let mean, let deviation), let low?, let high?):
      ([low, high, mean, deviation], "truncnorm")
    default: nil
    }
  }
}
