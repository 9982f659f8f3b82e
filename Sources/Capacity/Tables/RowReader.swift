import Diagnostics
import Documents
import Foundation
import Units
import Workbooks

/// Reads the rows of a user's table and remembers everything that was wrong with them.
struct RowReader {
  let table: SheetTable
  private(set) var faults: [Diagnostic] = []
  private let columns: [String: Int]

  /// A table with too many mistakes is not what it was thought to be.
  private static let mostFaults = 50

  /// - Parameters:
  ///   - path: The user's file, CSV or a workbook.
  ///   - what: What the table is, for messages: «a table of clinics».
  ///   - required: Columns that must be there.
  ///   - optional: Columns that may be; `nil` where any other column is read as well.
  /// - Throws: ``Faults`` of the file or of its header.
  init(
    reading path: String, as what: String, required: [String], optional: [String]?
  ) throws(Faults) {
    table = try SheetTable(reading: path)
    columns = Dictionary(
      table.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    try checkHeader(what, required, optional)
    guard !table.rows.isEmpty else {
      throw Faults(
        "the table has no rows", at: SourcePosition(file: path, line: table.headerLine, column: 1),
        help: "write one row below the header")
    }
  }

  private func checkHeader(
    _ what: String, _ required: [String], _ optional: [String]?
  ) throws(Faults) {
    var faults: [Diagnostic] = []
    let known = required + (optional ?? [])
    for (place, name) in table.header.enumerated() where !name.isEmpty {
      let position = SourcePosition(
        file: table.path, line: table.headerLine, column: place + 1)
      if columns[name] != place {
        faults.append(
          Diagnostic("the column '\(name)' stands twice", at: position, help: "keep one of them"))
      } else if optional != nil, !known.contains(name) {
        let near = nearName(to: name, among: known).map { "did you mean '\($0)'?" }
        faults.append(
          Diagnostic(
            "'\(name)' is not a column of \(what)", at: position,
            help: near ?? "the columns are \(known.joined(separator: ", "))"))
      }
    }
    for name in required where columns[name] == nil {
      faults.append(
        Diagnostic(
          "the column '\(name)' is missing from \(what)",
          at: SourcePosition(file: table.path, line: table.headerLine, column: 1),
          help: "the first line must name \(required.joined(separator: ", "))"))
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }

  func has(_ column: String) -> Bool { columns[column] != nil }

  func cell(_ column: String, in row: CSVTable.Row) -> String {
    columns[column].map { row.cells[$0].trimmingCharacters(in: .whitespaces) } ?? ""
  }

  func position(_ column: String, in row: CSVTable.Row) -> SourcePosition {
    table.position(line: row.line, column: column)
  }

  /// What every row makes, when none of them has a fault.
  ///
  /// - Parameter make: Makes a value of a row; `nil` where the row has faults.
  /// - Throws: ``Faults``, all of them.
  /// - Returns: As many values as rows.
  mutating func rows<Value>(
    _ make: (inout RowReader, CSVTable.Row) -> Value?
  ) throws(Faults) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(table.rows.count)
    for row in table.rows {
      let before = faults.count
      if let value = make(&self, row), faults.count == before { values.append(value) }
    }
    if let last = faults.last, faults.count >= Self.mostFaults {
      faults.append(
        Diagnostic(
          "these are the first \(Self.mostFaults) faults; there may be more",
          at: last.position))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return values
  }

  mutating func reject(
    _ column: String, in row: CSVTable.Row, expecting what: String, help: String? = nil
  ) {
    let text = cell(column, in: row)
    reject(
      "'\(column)' is \(text.isEmpty ? "empty" : String(text.prefix(60))); it takes \(what)",
      at: position(column, in: row), help: help)
  }

  mutating func reject(_ what: String, at position: SourcePosition, help: String? = nil) {
    reject(Diagnostic(what, at: position, help: help))
  }

  mutating func reject(_ fault: Diagnostic) {
    guard faults.count < Self.mostFaults else { return }
    faults.append(fault)
  }
}
