import Diagnostics
public import Documents
public import RateBooks

/// Where a number in a scenario comes from.
public enum Source: Hashable, Sendable {
  /// A publication with title and address.
  case reference(Reference)
  /// A document the author names in words.
  case document(String)
  /// Nobody published it: the author's own choice, with the reason, and the word it was told by.
  case assumption(String, word: String = "assumption")
  /// A reform changed it and says not from where: its title, and who proposes it.
  case own(reform: String, proposedBy: String?)
}

extension Source: CustomStringConvertible {
  public var description: String {
    switch self {
    case .reference(let reference): reference.description
    case .document(let words): words
    case .assumption(let why, let word): "\(word): \(why)"
    case .own(let reform, let proposer):
      "unsourced, by the reform '\(reform)'" + (proposer.map { " (\($0))" } ?? "")
    }
  }
}

extension Source {
  /// What kind of ground a number stands on.
  public enum Basis: String, CaseIterable, Sendable {
    case published, assumption
    /// The program found or fitted it.
    case found
    /// A reform states it without a source.
    case own = "reform-own"
    /// What stands as its source is one word, which nobody can look up.
    case unsourced
  }

  public var basis: Basis {
    switch self {
    case .reference: return .published
    case .assumption: return .assumption
    case .own: return .own
    case .document(let words):
      if Self.finding.contains(where: words.lowercased().hasPrefix) { return .found }
      let isBare = words.split(whereSeparator: \.isWhitespace).count < 2
      return isBare ? .unsourced : .published
    }
  }

  /// Whether the author chose the value because nobody published one.
  public var isAssumption: Bool { basis == .assumption }

  /// Whether it is a reform's own number, whose author does not say from where.
  public var isOwn: Bool { basis == .own }

  /// What is written of a number that `solve` found or `calibrate` fitted, in the languages of reports.
  private static let finding = [
    "found by ", "fitted by ", "funnet av ", "tilpasset av ", "fundet af ", "tilpasset af ",
  ]
}

extension Source {
  /// `"assumption: why"`, the name of a document in words, or a reference with title and address.
  ///
  /// Of a reform's own number it is `{ reform: its title, proposed-by: who }`, which the program writes.
  public static let grammar = Grammar<Source>.either(
    ownNumber, when: { $0[Keys.reform.name] != nil && $0["title"] == nil },
    or: .either(
      Reference.grammar.map(Source.reference),
      when: { if case .mapping = $0.content { true } else { false } }, or: words)
  ).asSource { owner in
    let title = [Keys.reform.name: owner.title] as KeyValuePairs
    guard let source = owner.source else { return .mapping(title, at: owner.position) }
    return .mapping(
      [Keys.reform.name: owner.title, Keys.proposer.name: source], at: owner.position)
  }

  private enum Keys {
    static let reform = Key("reform", Grammar<String>.text, "the reform that states the number")
    static let proposer = Key("proposed-by", Grammar<String>.text, "who proposes the reform")
  }

  private static let ownNumber = Grammar<Source>.record(
    "a reform's own number", keys: [Keys.reform.required, Keys.proposer.optional]
  ) { record, _ in
    .own(reform: record[Keys.reform], proposedBy: record[maybe: Keys.proposer])
  }

  private static let words: Grammar<Source> = Grammar<String>.text.checked { text, position in
    guard let told = Self.assumption(in: text), told.why.isEmpty else { return nil }
    return Diagnostic(
      "the assumption gives no reason", at: position,
      help: "say after '\(told.word):' why this value, for example that no figure is published")
  }.map { text in
    guard let told = Self.assumption(in: text) else { return .document(text) }
    return .assumption(told.why, word: told.word)
  }

  /// In English, Norwegian and Danish.
  private static let assumptionWords = [
    "assumption", "antakelse", "antagelse", "forutsetning", "forudsætning",
  ]

  /// The reason of an assumption, with the word the author has for it; `nil` for anything else.
  private static func assumption(in text: String) -> (word: String, why: String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let trimmed = { (part: Substring) in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    let word = trimmed(text[..<colon])
    guard assumptionWords.contains(word.lowercased()) else { return nil }
    return (word, trimmed(text[text.index(after: colon)...]))
  }
}
