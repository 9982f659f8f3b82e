public import Diagnostics
import Documents
import Units

/// What is asked of the finished runs of a sweep.
public struct SweepQuestion: Sendable {
  /// The author's name for it.
  public var name: String
  public var outcome: Located<String>
  public var asks: Asks

  public enum Asks: Hashable, Sendable {
    /// When the outcome is above, or below, a number: under which conditions, and how often.
    case above(Double)
    case below(Double)
    /// Which reform has the least, or the most, whatever happens: what is lost by having chosen
    /// another one (regret).
    case least, most
  }

  public init(name: String, outcome: Located<String>, asks: Asks) {
    (self.name, self.outcome, self.asks) = (name, outcome, asks)
  }

  /// Whether an outcome is what the question is about; `nil` for a question of regret.
  public func isMet(by value: Double) -> Bool? {
    switch asks {
    case .above(let limit): value > limit
    case .below(let limit): value < limit
    case .least, .most: nil
    }
  }

  /// The number asked about; `nil` for a question of regret.
  public var limit: Double? {
    switch asks {
    case .above(let limit), .below(let limit): limit
    case .least, .most: nil
    }
  }
}

extension SweepQuestion {
  private enum Best: String, CaseIterable, Sendable { case least, most }

  private enum Keys {
    static let number = Grammar<Ratio>.number(in: -1_000_000_000_000...1_000_000_000_000)
    static let outcome = Key("outcome", Grammar<String>.text.located, "one of the outcomes")
    static let above = Key("above", number, "asks when the outcome is larger")
    static let below = Key("below", number, "asks when the outcome is smaller")
    static let best = Key(
      "best", Grammar<Best>.choice, "asks which reform has the least, or the most, of it")
  }

  static let grammar = Grammar<[Named<SweepQuestion>]>.names(
    of: .record(
      "a question",
      keys: [Keys.outcome.required, Keys.above.optional, Keys.below.optional, Keys.best.optional]
    ) { record, log in
      let asks: [Asks] = [
        record[maybe: Keys.above].map { .above($0.double) },
        record[maybe: Keys.below].map { .below($0.double) },
        record[maybe: Keys.best].map { $0 == .least ? .least : .most },
      ].compactMap(\.self)
      guard asks.count == 1 else {
        log.add(
          "the question asks \(asks.isEmpty ? "nothing" : "\(asks.count) things at once")",
          at: record.position, help: "write one of 'above', 'below' and 'best'")
        return nil
      }
      return SweepQuestion(name: "", outcome: record[Keys.outcome], asks: asks[0])
    })

  static func named(_ read: [Named<SweepQuestion>]) -> [SweepQuestion] {
    read.map { named in
      var question = named.value
      question.name = named.name.value
      return question
    }
  }
}
