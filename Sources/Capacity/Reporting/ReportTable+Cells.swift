import Diagnostics
import Documents
import Foundation
import Units

extension ReportTable {
  /// Six digits: a number cell has lost its leading zeros, and gets told so.
  mutating func number(in row: CSVTable.Row) -> String {
    let text = cell(.number, in: row)
    if isNobodysNumber(text) {
      reject(.number, in: row, "no clinic has it", help: "write the clinic's own number")
    }
    guard !isDigits(text, 6) else { return text }
    let isShort = isDigits(text, text.utf8.count) && (1...5).contains(text.utf8.count)
    let padded = String(repeating: "0", count: max(0, 6 - text.utf8.count)) + text
    reject(
      .number, in: row, "it takes six digits",
      help: isShort ? "write \(padded), in a column that holds text, so that the zeros stay" : nil)
    return text
  }

  /// Words on one line; never empty.
  mutating func words(_ column: ReportColumn, in row: CSVTable.Row) -> String {
    let text = cell(column, in: row)
    if text.isEmpty { reject(column, in: row, "it takes text") }
    if let mark = text.hiddenMarks.first {
      faults.add(Diagnostic(mark, in: "'\(column.rawValue)'", at: position(column, in: row)))
    }
    return text
  }

  mutating func postcode(in row: CSVTable.Row) -> String {
    let text = cell(.postcode, in: row)
    if !isDigits(text, 4) {
      reject(
        .postcode, in: row, "it takes four digits",
        help: isDigits(text, 3) ? "write 0\(text), in a column that holds text" : nil)
    } else if !Plausible.isPostcode(text) {
      reject(.postcode, in: row, "it takes \(postcodeExpected(text))")
    }
    return text
  }

  mutating func whole(
    _ column: ReportColumn, in row: CSVTable.Row, _ range: ClosedRange<Int>,
    help: String? = nil, second: Bool = false
  ) -> Int? {
    let text = cell(column, in: row, second: second)
    if let number = Int(cell: text), range.contains(number) { return number }
    reject(
      column, in: row, "it takes a whole number in \(range.lowerBound)...\(range.upperBound)",
      help: text.thousandsHelp ?? help, second: second)
    return nil
  }

  /// One of the agreed forms, in their own spelling.
  mutating func form(in row: CSVTable.Row, among forms: [String]) -> String {
    let text = cell(.form, in: row)
    if let form = forms.first(where: { $0.lowercased() == text.lowercased() }) { return form }
    let near = nearName(to: text, among: forms)
    reject(
      .form, in: row, "it takes one of \(forms.joined(separator: ", "))",
      help: near.map { "did you mean '\($0)'?" }
        ?? "a form that is missing here can be allowed with '--form'")
    return text
  }

  mutating func isOnIsland(in row: CSVTable.Row) -> Bool {
    switch cell(.island, in: row).lowercased() {
    case "ja": return true
    case "nej", "": return false
    default:
      reject(.island, in: row, "it takes ja or nej")
      return false
    }
  }

  /// Reports a row that is counted on another day than the report.
  mutating func checkDay(in row: CSVTable.Row, is day: CalendarDate) {
    let text = cell(.countedOn, in: row)
    guard has(.countedOn) else { return }
    guard let counted = writtenDay(text) else {
      return reject(.countedOn, in: row, "it takes a day", help: "write it as \(day)")
    }
    guard counted != day else { return }
    reject(
      .countedOn, in: row, "the report is of \(day)",
      help: counted < day ? "bring the row up to date" : "count the row on the day of the report")
  }

  /// The municipality of a row, by its code; its name must agree.
  mutating func place(in row: CSVTable.Row, under law: ReportingLaw) -> ReportingLaw.Place? {
    let text = cell(.code, in: row)
    let name = cell(.municipality, in: row)
    let isCode = isDigits(text, 4) || isDigits(text, 3)
    guard isCode, let place = law.places[text.utf8.count == 3 ? "0" + text : text] else {
      let help = law.place(named: name).map { "\($0.name) has \($0.code)" }
      reject(
        .code, in: row, isCode ? "no municipality has that code" : "it takes four digits",
        help: help)
      return nil
    }
    if !isSame(place.name, name) {
      let other = law.place(named: name).map { ", or the code \($0.code)" } ?? ""
      reject(
        .municipality, in: row, "the code \(place.code) is that of \(place.name)",
        help: "write \(place.name)\(other)")
    }
    return place
  }
}

func isDigits(_ text: String, _ count: Int) -> Bool {
  text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

/// Whether a number is what people write who do not know it.
func isNobodysNumber(_ text: String) -> Bool {
  !text.isEmpty && isDigits(text, text.utf8.count) && text.utf8.allSatisfy { $0 == 0x30 }
}

/// What a text that is no postcode should have been.
func postcodeExpected(_ text: String) -> String {
  guard isDigits(text, 4) else { return "four digits" }
  let (lowest, highest) = (Plausible.postcodes.lowerBound, Plausible.postcodes.upperBound)
  return "a Danish postcode, 0\(lowest) to \(highest)"
}

/// A day as Danish tables write it, or as the number a sheet keeps for it.
private func writtenDay(_ text: String) -> CalendarDate? {
  if let day = CalendarDate(iso: text) { return day }
  if isDigits(text, 5), let count = Int(text) {
    return CalendarDate(year: 1899, month: 12, day: 30)?.advanced(byDays: count)
  }
  let parts = text.split(whereSeparator: { "-./".contains($0) }).map(String.init)
  guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]),
    isDigits(parts[2], 4), let year = Int(parts[2])
  else { return nil }
  return CalendarDate(year: year, month: month, day: day)
}
