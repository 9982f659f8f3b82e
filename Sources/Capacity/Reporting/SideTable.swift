import Diagnostics
import Documents
import Foundation
import Workbooks

/// A table beside the report, with English headings as the other tables a user brings.
struct SideTable {
  let table: SheetTable
  var faults = ReportFaults()

  /// - Parameters:
  ///   - path: CSV or a workbook.
  ///   - required: Columns that must be there.
  ///   - optional: Columns that may be; others are faults.
  /// - Throws: ``Faults`` of the file and of its header.
  init(reading path: String, required: [String], optional: [String] = []) throws(Faults) {
    table = try SheetTable(reading: path)
    let known = required + optional
    func position(_ place: Int) -> SourcePosition {
      SourcePosition(file: path, line: table.headerLine, column: place + 1)
    }
    for (place, name) in table.header.enumerated() where !name.isEmpty {
      if !known.contains(name) {
        let near = nearName(to: name, among: known).map { "did you mean '\($0)'?" }
        faults.add(
          "'\(name)' is not a column of this table", at: position(place),
          help: near ?? "the columns are \(known.joined(separator: ", "))")
      } else if table.header.firstIndex(of: name) != place {
        faults.add(
          "the column '\(name)' stands twice", at: position(place), help: "keep one of them")
      }
    }
    for name in required where !table.header.contains(name) {
      faults.add(
        "the column '\(name)' is missing", at: position(0),
        help: "the first line must name \(required.joined(separator: ", "))")
    }
    try faults.check()
  }

  var rows: [CSVTable.Row] { table.rows }

  func cell(_ column: String, in row: CSVTable.Row) -> String {
    guard let place = table.header.firstIndex(of: column) else { return "" }
    return row.cells[place].trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func position(_ column: String, in row: CSVTable.Row) -> SourcePosition {
    table.position(line: row.line, column: column)
  }

  mutating func reject(
    _ column: String, in row: CSVTable.Row, _ rest: String, help: String? = nil
  ) {
    let text = cell(column, in: row)
    faults.add(
      "'\(column)' is \(text.isEmpty ? "empty" : String(text.prefix(60))); \(rest)",
      at: position(column, in: row), help: help)
  }

  mutating func whole(
    _ column: String, in row: CSVTable.Row, _ range: ClosedRange<Int>
  ) -> Int? {
    if let number = Int(cell(column, in: row)), range.contains(number) { return number }
    reject(
      column, in: row, "it takes a whole number in \(range.lowerBound)...\(range.upperBound)")
    return nil
  }
}
