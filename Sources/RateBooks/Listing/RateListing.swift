import Diagnostics
public import Documents
import Reports
public import Units

/// What a rate book holds, for people and for programs.
public struct RateListing: Sendable {
  /// What is asked of the book.
  public enum Question: Sendable {
    /// Every rule on one day.
    case inForce(CalendarDate)
    /// One rule through time, by name.
    case history(String)
    /// All rules: their names for people, every value for programs.
    case index
  }

  /// One value of a rule, or why there is none.
  struct Row {
    var entry: RateEntry
    var standing: Standing
    /// Empty where nothing is in force.
    var from = ""
    /// The value in words, or why there is none.
    var words: String
    var period: Period<String>?
  }

  /// Whether a rule has a value, and why not.
  enum Standing: String {
    case inForce = "in-force"
    case notYet = "not-yet"
    case ended, unknown
  }

  let book: RateBook
  /// The book as it is written.
  let document: Node
  let question: Question
  let rows: [Row]

  /// - Parameters:
  ///   - question: What is asked.
  ///   - file: A rate book.
  /// - Throws: ``Faults`` of the book; ``Refusal`` when it has no rule of that name.
  public init(_ question: Question, of file: InputFile) throws {
    book = try RateBook(file)
    document = try Node(parsing: file)
    self.question = question
    switch question {
    case .inForce(let day):
      rows = book.entries.map { Self.row($0, on: day) }
    case .index:
      rows = book.entries.flatMap(Self.rows)
    case .history(let name):
      guard let entry = book.entries.first(where: { $0.name == name }) else {
        let near = nearName(to: name, among: book.entries.map(\.name))
        throw Refusal(
          "the rate book of \(book.title) has no rule '\(name)'",
          help: near.map { "did you mean '\($0)'?" } ?? "'takst rates norway' lists the names")
      }
      rows = Self.rows(entry)
    }
  }

  private static func rows(_ entry: RateEntry) -> [Row] {
    entry.periods.map { period in
      Row(
        entry: entry, standing: period.value == nil ? .ended : .inForce,
        from: period.from.description, words: period.value ?? "ended", period: period)
    }
  }

  private static func row(_ entry: RateEntry, on day: CalendarDate) -> Row {
    switch entry.standing(on: day) {
    case .inForce(let value, let period):
      Row(
        entry: entry, standing: .inForce, from: period.from.description, words: value,
        period: period)
    case .notYet(let first):
      Row(entry: entry, standing: .notYet, words: "not in the book before \(first)")
    case .ended(let end): Row(entry: entry, standing: .ended, words: "ended on \(end)")
    case .unknown(let last):
      Row(entry: entry, standing: .unknown, words: "not known after \(last)")
    }
  }

  var heading: String {
    switch question {
    case .inForce(let day): "in force on \(day)"
    case .history(let name): "the history of '\(name)'"
    case .index: "the rules of the book"
    }
  }
}

extension RateListing {
  /// For people: rule by rule, with numbered references below.
  public func text() -> String {
    var references: [Reference] = []
    func number(_ reference: Reference) -> Int {
      if let index = references.firstIndex(of: reference) { return index + 1 }
      references.append(reference)
      return references.count
    }
    let shown = shownRows.filter { !$0.from.isEmpty }
    var lines = ["\(book.title), \(heading)", ""]
    var section = ""
    var name = ""
    for row in shown {
      if row.entry.section != section {
        section = row.entry.section
        let isRead = !RateBook.readers(of: section).isEmpty
        lines.append("\(section)\(isRead ? "" : " (to be read; no run uses them)"):")
      }
      if row.entry.name != name {
        name = row.entry.name
        lines.append("  \(name) — \(row.entry.title) (\(row.entry.unit.value))")
      }
      let mark = row.period.map { " [\(number($0.reference))]" } ?? ""
      lines.append("    from \(row.from): \(row.words)\(mark)")
      if let last = row.period?.knownUntil { lines.append("      known until \(last)") }
      if let note = row.period?.note {
        let words = TextGrid.lines(of: "note: \(note)", width: 90)
        lines += words.map { "      " + $0 }
      }
    }
    let silent = rows.filter(\.from.isEmpty)
    if !silent.isEmpty {
      lines.append("nothing in force, or not known:")
      lines += silent.map { "  \($0.entry.name): \($0.words)" }
    }
    let list = references.enumerated().map { "[\($0 + 1)] \($1)" }
    let all = lines + (list.isEmpty ? [] : ["", "references:"] + list)
    return all.joined(separator: "\n").withSymbols(keepingLines: true) + "\n"
  }

  /// People are shown the names of a whole book, and its values when they ask for some.
  private var shownRows: [Row] {
    guard case .index = question else { return rows }
    return book.entries.map { entry in
      let (first, last) = (entry.periods[0], entry.periods[entry.periods.count - 1])
      return Row(
        entry: entry, standing: .inForce, from: first.from.description,
        words: "latest value from \(last.from)")
    }
  }
}
