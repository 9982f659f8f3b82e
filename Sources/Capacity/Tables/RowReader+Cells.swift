import Diagnostics
import Documents
import Units

extension RowReader {
  /// Words of the author's own; never empty.
  mutating func text(_ column: String, in row: CSVTable.Row) -> String {
    let text = cell(column, in: row)
    if text.isEmpty { reject(column, in: row, expecting: "text") }
    if let mark = text.hiddenMarks.first {
      reject(Diagnostic(mark, in: "'\(column)'", at: position(column, in: row)))
    }
    return text
  }

  mutating func whole(
    _ column: String, in row: CSVTable.Row, _ range: ClosedRange<Int>
  ) -> Int {
    let text = cell(column, in: row)
    if let number = Int(cell: text), range.contains(number) { return number }
    reject(
      column, in: row,
      expecting: "a whole number in \(range.lowerBound)...\(range.upperBound)",
      help: text.thousandsHelp)
    return range.lowerBound
  }

  /// A number above 0; `nil` for an empty cell.
  mutating func positive(
    _ column: String, in row: CSVTable.Row, upTo most: Int, help: String? = nil
  ) -> Ratio? {
    let text = cell(column, in: row)
    if text.isEmpty { return nil }
    if let number = decimal(text), number > .zero, number <= Ratio(most) { return number }
    reject(column, in: row, expecting: "a number above 0 and up to \(most)", help: help)
    return nil
  }

  /// A number that is not negative; an empty cell is a fault.
  mutating func number(_ column: String, in row: CSVTable.Row, upTo most: Int) -> Ratio? {
    let number = decimal(cell(column, in: row))
    if let number, number >= .zero, number <= Ratio(most) { return number }
    reject(column, in: row, expecting: "a number in 0...\(most)")
    return nil
  }

  /// A day of ``Plausible/years``; `nil` for an empty cell, which is a fault where a day must be said.
  mutating func day(
    _ column: String, in row: CSVTable.Row, mustBeSaid: Bool = false
  ) -> CalendarDate? {
    let text = cell(column, in: row)
    if text.isEmpty, !mustBeSaid { return nil }
    let day = CalendarDate(iso: text)
    let years = Plausible.years
    if let day, years.contains(day.year) { return day }
    let help = "write year-month-day, for example 2026-07-01"
    reject(
      column, in: row,
      expecting: day == nil ? "a day" : "a day between \(years.lowerBound) and \(years.upperBound)",
      help: mustBeSaid ? help : help + ", or leave it empty")
    return nil
  }

  mutating func flag(_ column: String, in row: CSVTable.Row) -> Bool {
    switch cell(column, in: row) {
    case "yes": return true
    case "no", "": return false
    default:
      reject(column, in: row, expecting: "yes or no")
      return false
    }
  }

  /// One of a few agreed words.
  mutating func choice<Word: RawRepresentable & CaseIterable>(
    _ column: String, in row: CSVTable.Row, unlessSaid: Word? = nil
  ) -> Word? where Word.RawValue == String {
    let text = cell(column, in: row)
    if text.isEmpty, let unlessSaid { return unlessSaid }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    reject(
      column, in: row, expecting: "one of \(words.joined(separator: ", "))",
      help: nearName(to: text, among: words).map { "did you mean '\($0)'?" })
    return nil
  }

  /// The place of a municipality. A spreadsheet drops the zero in front of a code.
  mutating func municipality(in row: CSVTable.Row, of areas: Areas) -> Int? {
    let code = cell("municipality", in: row)
    if code.utf8.count == 3, let place = areas.places["0" + code] { return place }
    return place(
      "municipality", in: row, among: areas.places,
      expecting: "the four-digit code of a municipality")
  }

  /// The place of a name among others.
  ///
  /// - Parameters:
  ///   - column: Where the name stands.
  ///   - row: The row.
  ///   - places: Places by name.
  ///   - what: What the names are, in the singular: «a clinic of the table of clinics».
  /// - Returns: The place; `nil` when there is no such name.
  mutating func place(
    _ column: String, in row: CSVTable.Row, among places: [String: Int], expecting what: String
  ) -> Int? {
    if let place = places[cell(column, in: row)] { return place }
    let near = nearName(to: cell(column, in: row), among: places.keys.sorted())
    reject(column, in: row, expecting: what, help: near.map { "did you mean '\($0)'?" })
    return nil
  }
}

/// A number as tables write it: with a point, or with the comma of the north; of digits beyond the
/// fifteen that are exact, those after the point are left out.
private func decimal(_ text: String) -> Ratio? {
  let hasComma = text.contains(",") && !text.contains(".")
  let text = hasComma ? text.replacing(",", with: ".", maxReplacements: 1) : text
  if let number = Ratio(decimal: text) { return number }
  let digits = text.utf8.count { (0x30...0x39).contains($0) }
  guard text.contains("."), digits > 15 else { return nil }
  let cut = text.dropLast(digits - 15)
  return cut.contains(".") ? Ratio(decimal: String(cut.last == "." ? cut.dropLast() : cut)) : nil
}
