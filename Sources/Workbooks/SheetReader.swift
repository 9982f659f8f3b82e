import Diagnostics
import Documents
import Foundation

/// What a sheet's part says: its cells, row by row, and what no table may hold.
struct SheetReader: XMLListener {
  struct Row {
    var line: Int
    /// By column, counted from 1. Empty cells are not here.
    var cells: [Int: String]
  }

  let path: String
  let strings: [String]
  private(set) var rows: [Row] = []
  private(set) var faults: [Diagnostic] = []
  private(set) var isDone = false

  private var row = Row(line: 0, cells: [:])
  private var column = 0
  private var kind = "n"
  private var value = ""
  private var isValue = false
  private var isAid = false

  init(path: String, strings: [String]) { (self.path, self.strings) = (path, strings) }

  mutating func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "row":
      startRow(attributes["r"])
    case "c":
      place(attributes["r"])
      kind = attributes["t"] ?? "n"
      value = ""
      if column > CSVTable.mostColumns {
        fault(
          "the sheet has more than \(CSVTable.mostColumns) columns",
          help: "keep the columns that are needed")
        isDone = true
      }
    case "f":
      fault("the cell holds a formula", help: "copy the cell and paste it as a value")
    case "rPh": isAid = true
    case "v", "t": isValue = !isAid
    case "mergeCell": merged(attributes["ref"] ?? "")
    default: break
    }
  }

  mutating func text(_ text: String) { if isValue { value += text } }

  mutating func end(_ name: String) {
    switch name {
    case "rPh": isAid = false
    case "v", "t": isValue = false
    case "c": takeCell()
    case "row": if !row.cells.isEmpty { rows.append(row) }
    default: break
    }
  }

  /// A row stands below the one before it, where it says or right there.
  private mutating func startRow(_ number: String?) {
    let last = row.line
    row = Row(line: last + 1, cells: [:])
    column = 0
    guard let number else { return }
    guard let line = Int(number), line > last, CellReference.rows.contains(line) else {
      return fault(
        "the row is numbered \(number.prefix(60)); it takes a number in"
          + " \(last + 1)...\(CellReference.rows.upperBound)", help: Self.savedAgain)
    }
    row.line = line
  }

  /// A cell stands right of the one before it, where it says or right there.
  private mutating func place(_ reference: String?) {
    let last = column
    column += 1
    guard let reference else { return }
    guard let place = CellReference(reference), place.row == row.line, place.column > last else {
      return fault(
        "the cell is called '\(reference.prefix(60))'; it takes a place in row \(row.line), right of"
          + " the cells before it", help: Self.savedAgain)
    }
    column = place.column
  }

  private static let savedAgain = "save the file again with a spreadsheet program"

  private mutating func takeCell() {
    guard !isTooLong(value) else { return tooLong() }
    var text = value
    switch kind {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else {
        if !value.isEmpty {
          fault("the cell names a text that is not in the file", help: "write it again")
        }
        return
      }
      text = strings[index]
    case "n": text = Double(value).map(plainNumber) ?? value
    case "b": text = value == "1" ? "TRUE" : "FALSE"
    case "e": return fault("the cell holds the error \(value)", help: "write its value")
    default: text = unescaped(value)
    }
    guard !isTooLong(text) else { return tooLong() }
    if let mark = text.hiddenMarks.first(where: { !$0.isSpace }) {
      return fault(Diagnostic(mark, in: "the cell", at: position))
    }
    if !text.isEmpty { row.cells[column] = text }
  }

  private mutating func tooLong() {
    fault("a cell has more than \(CSVTable.longestCell) bytes", help: "shorten it")
  }

  private mutating func merged(_ range: String) {
    guard let first = range.split(separator: ":").first.flatMap({ CellReference($0) }) else {
      return
    }
    (row.line, column) = (first.row, first.column)
    fault("the cells \(range) are merged", help: "unmerge them and write each cell")
  }

  private mutating func fault(_ what: String, help: String) {
    fault(Diagnostic(what, at: position, help: help))
  }

  private var position: SourcePosition {
    SourcePosition(file: path, line: row.line, column: max(1, column))
  }

  private mutating func fault(_ fault: Diagnostic) {
    guard !isDone else { return }
    faults.append(fault)
    isDone = faults.count == CSVTable.mostFaults
  }
}

/// Whether a text is longer than a cell may be.
func isTooLong(_ text: String) -> Bool { text.utf8.count > CSVTable.longestCell }

/// The beginning of a text that is too long, and still is.
func cut(_ text: String) -> String {
  String(decoding: text.utf8.prefix(CSVTable.longestCell + 4), as: UTF8.self)
}
