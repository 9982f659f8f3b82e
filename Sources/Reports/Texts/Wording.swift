package import Units

/// Puts numbers, terms and sentences into words of one language.
public struct Wording: Sendable {
  public let language: Language
  private let words: [String: String]

  public init(_ language: Language) {
    self.language = language
    words = language.words()
  }

  /// The word for a key; the key itself when it is the author's own name.
  package func word(_ key: String) -> String { words[key] ?? key }

  /// The word for a key of a kind, such as `table-payers`.
  package func word(_ kind: String, _ key: String) -> String { words["\(kind)-\(key)"] ?? key }

  /// The sentence of a phrase, its gaps filled.
  ///
  /// A gap is a name between braces. With two words after it, as in `{lists|list|lists}`, it is not the
  /// number but the word that goes with it: the first with one, the second with none and with several.
  package func sentence(_ phrase: Phrase) -> String {
    // One pass over the sentence, so that what an author wrote is not searched for gaps.
    word(phrase.key).replacing(/\{([a-z-]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/) { gap in
      guard let cell = phrase.gaps[String(gap.output.1)] else { return String(gap.output.0) }
      guard let one = gap.output.2, let several = gap.output.3 else { return text(cell) }
      return String(isOne(cell) ? one : several)
    }
  }

  /// Whether a number is read as one, so that a noun after it is in the singular: 1 and −1.
  private func isOne(_ cell: Cell) -> Bool {
    ["1", "−1"].contains(text(cell))
  }

  /// A cell as people read it.
  ///
  /// - Parameters:
  ///   - cell: The value.
  ///   - wholeKroner: Whether money is shown without øre.
  /// - Returns: The value in words of the language.
  package func text(_ cell: Cell, wholeKroner: Bool = false) -> String {
    switch cell {
    case .term(let key): word("term", key)
    case .phrase(let phrase): sentence(phrase)
    case .text(let text): text
    case .joined(let cells, let between): cells.map { self.text($0) }.joined(separator: between)
    case .money(let money):
      number(Ratio(money.ore, over: 100), decimals: wholeKroner || money.ore % 100 == 0 ? 0 : 2)
    case .day(let day): self.day(day)
    case .month(let month): "\(word("month", String(month.number))) \(month.year)"
    case .count(let count): number(Ratio(count), decimals: 0)
    case .number(let number, let decimals): self.number(number, decimals: decimals)
    case .missing: word("term", "not-published")
    case .empty: "–"
    }
  }

  /// A day in words: `1 December 2020`, `1. desember 2020`.
  private func day(_ day: CalendarDate) -> String {
    let mark = language == .english ? "" : "."
    return "\(day.day)\(mark) \(word("month", String(day.month))) \(day.year)"
  }

  /// A unit such as `NOK/person/year`, part by part.
  package func unit(_ unit: String) -> String {
    unit.split(separator: "/").map { word("unit", String($0)) }.joined(separator: "/")
  }

  /// A number with thousands separators and so many decimals, rounded half away from zero.
  package func number(_ number: Ratio, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let scaled = (number * Ratio(scale)).rounded
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    let sign = scaled < 0 ? "−" : ""
    let fraction =
      decimals > 0 ? language.decimalMark + String(rest + UInt(scale)).dropFirst() : ""
    return sign + grouped(String(whole)) + fraction
  }

  private func grouped(_ digits: String) -> String {
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return groups.joined(separator: language.thousands)
  }
}
