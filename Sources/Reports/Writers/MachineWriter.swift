import Diagnostics
import Documents
import Foundation
import Scenarios
import Units

/// Writes tables for programs: names and terms in English, money with at most two decimals.
public struct MachineWriter: Sendable {
  private let wording: Wording

  /// - Parameter wording: The language of sentences; names and terms do not depend on it.
  public init(_ wording: Wording) {
    self.wording = wording
  }

  /// One object with every table, as the command line promises it.
  ///
  /// - Parameters:
  ///   - report: What to write.
  ///   - version: The version of the program.
  /// - Returns: JSON text; the same report is always the same bytes.
  public func json(_ report: Report, version: String) -> String {
    let tables = report.tables.map { ($0.name.rawValue, json($0, in: report)) }
    var object: [String: JSONValue] = [
      "takst": .string(version), "scenario": .string(report.title),
      "seed": .number(Decimal(report.seed)), "currency": .string(report.currency),
      "tables": .object(Dictionary(uniqueKeysWithValues: tables)),
    ]
    if !report.notices.isEmpty { object["notices"] = .array(report.notices.map(json)) }
    if !report.leftOut.isEmpty {
      object["left-out"] = .array(
        report.leftOut.map { leftOut in
          .object([
            "proposal": .string(leftOut.proposal),
            "tables": .array(leftOut.tables.map { .string($0.rawValue) }),
            "reason": .string(wording.sentence(leftOut.reason)),
          ])
        })
    }
    return JSONValue.object(object).text() + "\n"
  }

  /// What a file says that nothing reads, with its place.
  private func json(_ notice: Notice) -> JSONValue {
    .object([
      "file": .string(notice.position.file), "line": .number(Decimal(notice.position.line)),
      "what": .string(notice.what), "help": notice.help.map(JSONValue.string) ?? .null,
    ])
  }

  private func json(_ table: Table, in report: Report) -> JSONValue {
    let columns = table.columns.map { column in
      JSONValue.object(["name": .string(column.name), "unit": .string(column.unit)])
    }
    return .object([
      "title": .string(wording.word("table", table.name.rawValue)),
      "year": .number(Decimal(report.year)), "period": .string(report.period),
      "price-level": .string("current"), "stage": .string(table.stage.rawValue),
      "columns": .array(columns),
      "rows": .array(table.rows.map { .array($0.map(json)) }),
      "notes": .array(table.notes.map { .string(wording.sentence($0)) }),
    ])
  }

  private func json(_ cell: Cell) -> JSONValue {
    switch cell {
    case .term(let key): .string(key)
    case .phrase(let phrase): .string(wording.sentence(phrase))
    case .text(let text): .string(text)
    case .joined: .string(wording.text(cell))
    case .money(let money): .number(Decimal(money.ore) / 100)
    case .day(let day): .string(day.description)
    case .month(let month): .string(month.description)
    case .count(let count): .number(Decimal(count))
    case .number(let number, let decimals): .number(decimal(number, decimals))
    case .missing, .empty: .null
    }
  }

  /// A file per table: the columns with their units, then the rows.
  public func csv(_ table: Table) -> String {
    let header = table.columns.map { $0.unit == "text" ? $0.name : "\($0.name) [\($0.unit)]" }
    return csvText([header] + table.rows.map { $0.map(csv) })
  }

  /// Every number of every table in one long file: table, row, column, unit, value.
  ///
  /// A row is named by its words, joined by ` | `, or by its first number when it has none. Made
  /// for R, Stata and Python, and for comparing two versions of a result.
  public func tidyCSV(_ report: Report) -> String {
    let rows = report.tables.flatMap { table in
      table.rows.flatMap { row in
        let name = name(of: row, in: table)
        return zip(table.columns, row).filter { $0.0.unit != "text" }.map { column, cell in
          [table.name.rawValue, name, column.name, column.unit, csv(cell)]
        }
      }
    }
    return csvText([["table", "row", "column", "unit", "value"]] + rows)
  }

  private func name(of row: [Cell], in table: Table) -> String {
    // Explanations hold results, which would make the name another one in every run.
    let explaining: Set = ["cause", "finding", "source", "text", "line-of-file"]
    let words = zip(table.columns, row)
      .filter { $0.0.unit == "text" && !explaining.contains($0.0.name) }
      .map { csv($0.1) }.filter { !$0.isEmpty }
    return words.isEmpty
      ? "\(table.columns[0].name) \(csv(row[0]))" : words.joined(separator: " | ")
  }

  private func csv(_ cell: Cell) -> String {
    switch cell {
    case .term(let key): key
    case .phrase(let phrase): wording.sentence(phrase)
    case .text(let text): text
    case .joined: wording.text(cell)
    case .money(let money): money.description
    case .day(let day): day.description
    case .month(let month): month.description
    case .count(let count): String(count)
    case .number(let number, let decimals): "\(decimal(number, decimals))"
    case .missing, .empty: ""
    }
  }

  private func decimal(_ number: Ratio, _ decimals: Int) -> Decimal {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    return Decimal((number * Ratio(scale)).rounded) / Decimal(scale)
  }
}
