public import Diagnostics
package import Documents
public import Units

/// A number with the interval it may lie in and where it comes from: the one way a scenario states
/// a number that is not law.
public struct Estimate: Hashable, Sendable {
  /// The value a run uses unless told otherwise.
  public var central: Ratio
  /// The smallest plausible value; equal to ``central`` where the author gives none.
  public var low: Ratio
  /// The largest plausible value; equal to ``central`` where the author gives none.
  public var high: Ratio
  public var source: Source
  /// The name a reform or a range calls it by, for example `arrivals.diplomats.uptake`.
  public var path: String
  public var position: SourcePosition
}

extension Estimate {
  /// `{ central: 3, low: 1, high: 3, source: … }`, with or without an interval.
  ///
  /// - Parameter number: What the three numbers may be, in the unit the key is documented with.
  /// - Returns: The grammar of the estimate.
  package static func grammar(of number: Grammar<Ratio>) -> Grammar<Estimate> {
    let central = Key("central", number.located, "the value a run uses")
    let low = Key("low", number.located, "the smallest plausible value")
    let high = Key("high", number.located, "the largest plausible value")
    let source = Key("source", Source.grammar, "where the value comes from")
    return Grammar<Estimate>.record(
      "a number with its source",
      keys: [central.required, low.optional, high.optional, source.required]
    ) { record, log in
      let middle = record[central]
      let (least, most) = (record[maybe: low] ?? middle, record[maybe: high] ?? middle)
      guard least.value <= middle.value, middle.value <= most.value else {
        log.add(
          "'\(record.path)' has low \(least.text), central \(middle.text) and high \(most.text)",
          at: record.position, help: "write low ≤ central ≤ high")
        return nil
      }
      return Estimate(
        central: middle.value, low: least.value, high: most.value, source: record[source],
        path: record.path, position: record.position)
    }.asOneValue
  }
}

/// A number that may not have been published at all.
public enum Published: Hashable, Sendable {
  case number(Estimate)
  case notPublished(Source, SourcePosition)

  /// The number, or `nil` where there is none.
  public var estimate: Estimate? {
    if case .number(let estimate) = self { estimate } else { nil }
  }

  package static func grammar(of number: Grammar<Ratio>) -> Grammar<Published> {
    let central = Key("central", Grammar<NotPublished>.choice, "the words not-published")
    let source = Key("source", Source.grammar, "who was asked or where one looked")
    let missing = Grammar<Published>.record(
      "a missing number with its source", keys: [central.required, source.required]
    ) { record, _ in .notPublished(record[source], record.position) }.asOneValue
    return .either(
      missing, when: { $0["central"]?.isNearly(NotPublished.allCases.map(\.rawValue)) ?? false },
      or: Estimate.grammar(of: number).map(Published.number))
  }

  private enum NotPublished: String, CaseIterable, Sendable {
    case word = "not-published"
  }
}
