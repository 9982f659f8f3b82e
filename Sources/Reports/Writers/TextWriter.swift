import Scenarios
import Units

/// Writes tables for people: aligned columns, thousands separated, units and period in headings.
public struct TextWriter: Sendable {
  private let wording: Wording
  private let isColoured: Bool

  /// - Parameter isColoured: Whether headings are bold, by terminal escape codes.
  public init(_ wording: Wording, isColoured: Bool = false) {
    (self.wording, self.isColoured) = (wording, isColoured)
  }

  public func text(_ report: Report) -> String {
    let head = "\(emphasised(report.title))\n\(report.subtitle(in: wording))\n"
    return ([head] + report.tables.map { text($0, in: report) }).joined(separator: "\n")
  }

  private func text(_ table: Table, in report: Report) -> String {
    let title = wording.word("table", table.name.rawValue)
    let stage = wording.word("stage", table.stage.rawValue)
    let heading = emphasised("\(title)") + "\n\(report.period) · \(stage) · "
      + "\(wording.word("current-prices")) [\(table.name.rawValue)]"
    let body = table.name == .paragraph ? paragraph(of: table) : grid(table)
    let notes = table.notes.map { "  * " + wording.sentence($0) }
    return ([heading, body] + notes).joined(separator: "\n") + "\n"
  }

  /// The one paragraph in the reader's language, wrapped.
  private func paragraph(of table: Table) -> String {
    let own = table.rows.first { $0.first == .term(wording.language.rawValue) }
    return wrapped(own.map { wording.text($0[1]) } ?? "", to: 96)
  }

  private func wrapped(_ text: String, to width: Int) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + word.count < width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { "  " + $0 }.joined(separator: "\n")
  }

  private func grid(_ table: Table) -> String {
    let header = table.columns.map { column in
      let name = wording.word("column", column.name)
      return column.unit == "text" ? name : "\(name) (\(wording.word("unit", column.unit)))"
    }
    let whole = table.columns.indices.map { hidesOre(table.rows.map(\.[$0])) }
    let body = table.rows.map { row in
      zip(row, whole).map { wording.text($0, wholeKroner: $1) }
    }
    let widths = header.indices.map { column in
      ([header] + body).map { $0[column].count }.max() ?? 0
    }
    let isText = table.columns.indices.map { column in
      table.rows.allSatisfy { $0[column].isText }
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - cells[column].count)
        return isText[column] ? cells[column] + padding : padding + cells[column]
      }
      let line = "  " + padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    let rule = "  " + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return ([line(header), rule] + body.map(line)).joined(separator: "\n")
  }

  /// Large amounts are read in whole kroner; the exact ones are in CSV and JSON.
  private func hidesOre(_ column: [Cell]) -> Bool {
    column.contains { cell in
      if case .money(let money) = cell { abs(money.ore) >= 1_000_000 } else { false }
    }
  }

  private func emphasised(_ text: String) -> String {
    isColoured ? "\u{1b}[1m\(text)\u{1b}[0m" : text
  }
}

extension Cell {
  fileprivate var isText: Bool {
    switch self {
    case .term, .phrase, .text: true
    case .money, .count, .number, .missing: false
    }
  }
}
