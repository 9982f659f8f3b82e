public import Diagnostics
import Documents
import Foundation
public import RateBooks
public import Units

/// What a rate book holds, for people and for programs.
public struct RateListing: Sendable {
  /// What is asked of the book.
  public enum Question: Sendable {
    /// Every rule on one day.
    case inForce(CalendarDate)
    /// One rule through time, by name.
    case history(String)
    /// The names of all rules.
    case index
  }

  private struct Row {
    var entry: RateEntry
    var from: String
    /// The value in words, or why there is none.
    var value: String
    var period: Period<String>?
  }

  private let book: RateBook
  private let question: Question
  private let rows: [Row]

  /// - Throws: ``Refusal`` when the book has no rule of that name.
  public init(_ question: Question, of book: RateBook) throws(Refusal) {
    (self.book, self.question) = (book, question)
    switch question {
    case .inForce(let day):
      rows = book.entries.map { Self.row($0, on: day) }
    case .index:
      rows = book.entries.map { entry in
        let first = entry.periods[0].from.description
        let last = entry.periods[entry.periods.count - 1].from.description
        return Row(entry: entry, from: first, value: "latest value from \(last)", period: nil)
      }
    case .history(let name):
      guard let entry = book.entries.first(where: { $0.name == name }) else {
        let near = nearName(to: name, among: book.entries.map(\.name))
        throw Refusal(
          "the rate book of \(book.title) has no rule '\(name)'",
          help: near.map { "did you mean '\($0)'?" } ?? "'takst rates norway' lists the names")
      }
      rows = entry.periods.map { period in
        Row(
          entry: entry, from: period.from.description, value: period.value ?? "ended",
          period: period)
      }
    }
  }

  private static func row(_ entry: RateEntry, on day: CalendarDate) -> Row {
    switch entry.standing(on: day) {
    case .inForce(let value, let period):
      Row(entry: entry, from: period.from.description, value: value, period: period)
    case .notYet(let first):
      Row(entry: entry, from: "", value: "not in the book before \(first)", period: nil)
    case .ended(let end):
      Row(entry: entry, from: "", value: "ended on \(end)", period: nil)
    case .unknown(let last):
      Row(entry: entry, from: "", value: "not known after \(last)", period: nil)
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
    let shown = rows.filter { !$0.from.isEmpty }
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
      lines.append("    from \(row.from): \(row.value)\(mark)")
      if let last = row.period?.knownUntil { lines.append("      known until \(last)") }
      if let note = row.period?.note {
        let words = TextGrid.lines(of: "note: \(note)", width: 90)
        lines += words.map { "      " + $0 }
      }
    }
    let silent = rows.filter(\.from.isEmpty)
    if !silent.isEmpty {
      lines.append("nothing in force, or not known:")
      lines += silent.map { "  \($0.entry.name): \($0.value)" }
    }
    let list = references.enumerated().map { "[\($0 + 1)] \($1)" }
    return (lines + (list.isEmpty ? [] : ["", "references:"] + list)).joined(separator: "\n") + "\n"
  }

  private var heading: String {
    switch question {
    case .inForce(let day): "in force on \(day)"
    case .history(let name): "the history of '\(name)'"
    case .index: "the rules of the book"
    }
  }

  private static let columns = [
    "section", "rule", "title", "unit", "from", "value", "known-until", "reference", "note",
  ]

  private var cells: [[String]] {
    rows.map { row in
      [
        row.entry.section, row.entry.name, row.entry.title, row.entry.unit.value, row.from,
        row.value, row.period?.knownUntil?.description ?? "",
        row.period?.reference.description ?? "", row.period?.note ?? "",
      ]
    }
  }

  /// For spreadsheets: one row per value.
  public func csv() -> String { csvText([Self.columns] + cells) }

  /// For programs: the shape of every result of the program.
  public func json(version: String) -> String {
    let columns = Self.columns.map { name in
      JSONValue.object(["name": .string(name), "unit": .string("text")])
    }
    let table = JSONValue.object([
      "title": .string("\(book.title), \(heading)"), "columns": .array(columns),
      "rows": .array(cells.map { .array($0.map(JSONValue.string)) }),
    ])
    let result = JSONValue.object([
      "takst": .string(version), "jurisdiction": .string(book.title),
      "currency": .string(book.currency), "tables": .object(["rates": table]),
    ])
    return result.text() + "\n"
  }
}
