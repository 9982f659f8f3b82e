public import Diagnostics
import Documents
import RateBooks
import Rules
public import Units

/// A value of law that no source at hand states, with what the author takes it to be.
///
/// It only ever fills a gap: where the rate book knows the value, the gap is refused.
public struct LawGap: Sendable {
  /// The rule of the rate book.
  public var rule: Located<String>
  public var from: CalendarDate
  public var to: CalendarDate
  /// Where the gap is written, or the end of it that a reform changed.
  public var position: SourcePosition
  /// A rate per person and year, or a ceiling, in the currency of the rate book; used in whole øre.
  public var amount: Estimate

  private enum Keys {
    static let from = Key(
      "from", Grammar<CalendarDate>.date, "the first day nothing is known of")
    static let to = Key(
      "to", Grammar<CalendarDate>.date, "the last day nothing is known of")
    static let amount = Key(
      "amount", Estimate.grammar(of: .number(in: 0...1_000_000)),
      "what a per-capita grant or a copay ceiling is taken to be")
  }

  static let grammar = Grammar<[Named<LawGap>]>.names(
    of: .record(
      "a gap of the law", keys: [Keys.from.required, Keys.to.required, Keys.amount.required]
    ) { record, log in
      let (from, to, position) = (record[Keys.from], record[Keys.to], record.position)
      guard from <= to else {
        log.add(
          "the gap runs from \(from) to \(to)", at: position,
          help: "write the earlier day first")
        return nil
      }
      return LawGap(
        rule: Located("", written: "", at: record.position), from: from, to: to,
        position: position, amount: record[Keys.amount])
    }
  ).map { gaps in
    gaps.map { named in
      var gap = named.value
      gap.rule = named.name
      return gap
    }
  }
}

extension RateBook {
  /// The book with gaps filled.
  ///
  /// - Returns: `nil` when a gap is none, or is of a rule that cannot be filled; why is in the log.
  func filling(_ gaps: [LawGap], _ log: inout FaultLog) -> RateBook? {
    var book = self
    for gap in gaps {
      let money = Money.kroner(1).scaled(by: gap.amount.central)
      let isFilled =
        if let scale = perCapitaGrants[gap.rule.value] {
          book.perCapitaGrants.fill(gap, with: scale.series.likeNext(after: gap.to, paying: money))
        } else if copayCeilings[gap.rule.value] != nil {
          book.copayCeilings.fill(gap, with: money)
        } else {
          Bool?.none
        }
      switch isFilled {
      case true?: continue
      case false?:
        log.add(
          "'\(gap.rule.text)' is known for a day from \(gap.from) to \(gap.to)",
          at: gap.position, help: "a gap is where 'takst rates --history' shows nothing")
      case nil:
        log.addUnknownName(
          gap.rule, among: (perCapitaGrants.rules.map(\.name) + copayCeilings.rules.map(\.name)),
          in: "per-capita grants and copay ceilings of the law")
      }
      return nil
    }
    return book
  }
}

extension Series<PerCapitaScale> {
  /// A flat rate that is weighted by need when the rate after it is.
  fileprivate func likeNext(after day: CalendarDate, paying rate: Money) -> PerCapitaScale {
    let next = periods.first { $0.from > day }?.value
    return PerCapitaScale(
      tiers: [.init(above: 0, rate: rate)], isWeightedByNeed: next?.isWeightedByNeed ?? false)
  }
}

extension Section {
  /// - Returns: Whether the rule had a gap there.
  fileprivate mutating func fill(_ gap: LawGap, with value: Value) -> Bool {
    let period = Period(
      from: gap.from, value: value, knownUntil: gap.to,
      reference: Reference(title: gap.amount.source.description, document: gap.amount.path),
      position: gap.amount.position)
    return fillGap(of: gap.rule.value, with: period)
  }
}
