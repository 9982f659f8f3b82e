import Diagnostics
import Documents
import Foundation
import Workbooks

/// A table with headings of the annexes, and what is wrong with its rows.
struct ReportTable {
  let table: SheetTable
  var faults = ReportFaults()
  private var places: [ReportColumn: [Int]] = [:]

  /// - Parameters:
  ///   - path: CSV or a workbook.
  ///   - required: Columns that must be there; one that is named twice must be there twice.
  /// - Throws: ``Faults`` of the file and of its header.
  init(reading path: String, required: [ReportColumn]) throws(Faults) {
    table = try SheetTable(reading: path)
    guard table.rows.count <= Plausible.mostReportRows else {
      throw Faults(
        "the table has \(table.rows.count) rows, more than \(Plausible.mostReportRows)",
        at: SourcePosition(file: path), help: "report each region by itself")
    }
    for (place, heading) in table.header.enumerated() {
      guard let column = ReportColumn.named(heading) else { continue }
      places[column, default: []].append(place)
    }
    for (column, found) in places.sorted(by: { $0.value[0] < $1.value[0] }) {
      let most = max(1, required.count { $0 == column })
      for place in found.dropFirst(most) {
        faults.add(
          "the column '\(column.rawValue)' stands twice", at: heading(place),
          help: "keep one of them")
      }
    }
  }

  private func heading(_ place: Int) -> SourcePosition {
    SourcePosition(file: table.path, line: table.headerLine, column: place + 1)
  }

  var rows: [CSVTable.Row] { table.rows }

  /// Where the header begins.
  var start: SourcePosition { heading(0) }

  /// Where the heading of a column stands.
  func position(_ column: ReportColumn) -> SourcePosition { heading(place(column, false) ?? 0) }

  func has(_ column: ReportColumn) -> Bool { places[column] != nil }

  /// Reports columns that are not there.
  mutating func require(_ columns: [ReportColumn]) {
    for (place, column) in columns.enumerated() {
      let isRepeated = columns[..<place].contains(column)
      guard (places[column]?.count ?? 0) < (isRepeated ? 2 : 1) else { continue }
      let others = table.header.filter { ReportColumn.named($0) == nil && !$0.isEmpty }
      let near = others.first { nearName(to: $0, among: [column.rawValue.lowercased()]) != nil }
      let names = columns.map(\.rawValue).joined(separator: ", ")
      faults.add(
        isRepeated
          ? "the column '\(column.rawValue)' is missing the second time"
          : "the column '\(column.rawValue)' is missing",
        at: start,
        help: near.map { "name '\($0)' so" } ?? "the first line must name \(names)")
    }
  }

  /// Reports a column of the annex that is missing, or stands beside the field of LUNA that says the
  /// same.
  mutating func requireOne(of column: ReportColumn, _ other: ReportColumn) {
    if has(column) {
      guard has(other), let place = places[other]?.first else { return }
      faults.add(
        "the table has both '\(column.rawValue)' and '\(other.rawValue)'", at: heading(place),
        help: "keep one of them")
    } else if !has(other) {
      faults.add(
        "the column '\(column.rawValue)' is missing", at: start,
        help: "add it, or LUNA's field '\(other.rawValue)'")
    }
  }

  /// A cell without blanks around it; empty where there is no such column.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - row: The row.
  ///   - second: Whether the second column of the name is meant.
  /// - Returns: The text.
  func cell(_ column: ReportColumn, in row: CSVTable.Row, second: Bool = false) -> String {
    guard let place = place(column, second) else { return "" }
    return row.cells[place].trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func place(_ column: ReportColumn, _ second: Bool) -> Int? {
    guard let found = places[column] else { return nil }
    return second ? found.dropFirst().first : found.first
  }

  mutating func reject(
    _ column: ReportColumn, in row: CSVTable.Row, _ rest: String, help: String? = nil,
    second: Bool = false
  ) {
    let text = cell(column, in: row, second: second)
    let shown = text.isEmpty ? "empty" : String(text.prefix(60))
    faults.add(
      "'\(column.rawValue)' is \(shown); \(rest)", at: position(column, in: row, second: second),
      help: help)
  }

  func position(
    _ column: ReportColumn, in row: CSVTable.Row, second: Bool = false
  ) -> SourcePosition {
    SourcePosition(file: table.path, line: row.line, column: (place(column, second) ?? 0) + 1)
  }
}
