import Diagnostics
import Units

/// Writes tables for people: aligned columns, thousands separated, units and period in headings.
public struct TextWriter: Sendable {
  private let wording: Wording
  private let isColoured: Bool

  /// - Parameters:
  ///   - wording: The reader's language.
  ///   - isColoured: Whether headings are bold, by terminal escape codes.
  public init(_ wording: Wording, isColoured: Bool = false) {
    (self.wording, self.isColoured) = (wording, isColoured)
  }

  public func text(_ report: Report) -> String {
    let head = "\(emphasised(report.title))\n\(shown(report.subtitle(in: wording)))\n"
    let parts = [head] + report.tables.map { text($0, in: report) }
    let leftOut = report.leftOut.flatMap { note($0.sentence(in: wording)) }
    return (parts + (leftOut.isEmpty ? [] : [leftOut.joined(separator: "\n") + "\n"]))
      .joined(separator: "\n")
  }

  /// A sentence below a table.
  private func note(_ sentence: String) -> [String] {
    TextGrid.lines(of: shown(sentence), width: 94).enumerated().map {
      ($0 == 0 ? "  * " : "    ") + $1
    }
  }

  private func text(_ table: Table, in report: Report) -> String {
    let title = wording.word("table", table.name)
    let stage = wording.word("stage", table.stage.rawValue)
    let heading =
      emphasised("\(title)") + "\n\(report.period) · \(stage) · "
      + "\(wording.word("current-prices")) [\(table.name)]"
    let body = table.name == "paragraph" ? paragraph(of: table) : grid(table)
    let notes = table.notes.flatMap { note(wording.sentence($0)) }
    return ([heading, body] + notes).joined(separator: "\n") + "\n"
  }

  /// The one paragraph in the reader's language.
  private func paragraph(of table: Table) -> String {
    let own = table.rows.first { $0.first == .term(wording.language.rawValue) }
    let text = shown(own.map { wording.text($0[1]) } ?? "")
    let lines = TextGrid.lines(of: text, width: 96)
    return lines.map { "  " + $0 }.joined(separator: "\n")
  }

  private func grid(_ all: Table) -> String {
    let table = all.withoutEmptyColumns
    let whole = table.columns.indices.map { hidesOre(table.rows.map(\.[$0])) }
    let grid = TextGrid(
      header: table.columns.map { column in
        let name = shown(wording.word("column", column.name))
        let unit = wording.unit(column.unit)
        // Units that differ from row to row stand in a column of their own.
        let isPlain = ["text", "of-outcome"].contains(column.unit) || unit == name
        return isPlain ? name : "\(name) (\(unit))"
      },
      rows: table.rows.map { row in
        zip(row, whole).map { shown(wording.text($0, wholeKroner: $1)) }
      },
      isText: table.columns.indices.map { column in
        table.columns[column].isOptional || table.rows.allSatisfy { $0[column].isText }
      })
    return grid.text
  }

  /// Large amounts are read in whole kroner; the exact ones are in CSV and JSON.
  private func hidesOre(_ column: [Cell]) -> Bool {
    column.contains { cell in
      if case .money(let money) = cell { abs(money.ore) >= 1_000_000 } else { false }
    }
  }

  private func emphasised(_ text: String) -> String {
    let text = text.withSymbols()
    return isColoured ? "\u{1b}[1m\(text)\u{1b}[0m" : text
  }

  /// What an author wrote, with symbols for what would act on a terminal.
  private func shown(_ text: String) -> String { text.withSymbols(keepingLines: true) }
}

extension Table {
  /// The table without the columns that say something in other tables only.
  fileprivate var withoutEmptyColumns: Table {
    let kept = columns.indices.filter { place in
      !columns[place].isOptional || rows.contains { $0[place] != .empty }
    }
    guard kept.count < columns.count else { return self }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in kept.map { row[$0] } }
    return table
  }
}

extension Cell {
  fileprivate var isText: Bool {
    switch self {
    case .term, .phrase, .text, .joined: true
    case .money, .day, .month, .count, .number, .missing, .empty: false
    }
  }
}
