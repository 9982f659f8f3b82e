import Diagnostics
import Documents
import Foundation
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
    let tables = report.tables.map { ($0.name, json($0, in: report)) }
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
            "tables": .array(leftOut.tables.map { .string($0) }),
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
      "title": .string(wording.word("table", table.name)),
      "year": .number(Decimal(report.year)), "period": .string(report.period),
      "price-level": .string(Self.priceLevel), "stage": .string(table.stage.rawValue),
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

  /// A file per table: the columns with their units, then year, period, price level and stage, unless
  /// the table has a column of that name itself.
  ///
  /// - Parameters:
  ///   - table: One of the report's.
  ///   - report: What the table is of.
  /// - Returns: CSV text.
  public func csv(_ table: Table, in report: Report) -> String {
    let header = table.columns.map { $0.unit == "text" ? $0.name : "\($0.name) [\($0.unit)]" }
    let own = Set(table.columns.map(\.name))
    let scope = scope(of: table, in: report).filter { !own.contains($0.name) }
    return csvText(
      [header + scope.map(\.name)] + table.rows.map { $0.map(csv) + scope.map(\.value) })
  }

  /// What all numbers of a table are of.
  private func scope(of table: Table, in report: Report) -> [(name: String, value: String)] {
    [
      ("year", String(report.year)), ("period", report.period), ("price-level", Self.priceLevel),
      ("stage", table.stage.rawValue),
    ]
  }

  private static let priceLevel = "current"

  /// Every number of every table in one long file: the table, what all of it is of, a column for each
  /// word that says what the row is of, then the number's column, unit and value.
  ///
  /// Made for R, Stata and Python, and for comparing two versions of a result. A cell is empty where the
  /// table has no such column. A number's unit is the row's own where it differs from row to row.
  ///
  /// - Parameter report: What to write.
  /// - Returns: CSV text.
  public func tidyCSV(_ report: Report) -> String {
    let shared = ["year", "period", "price-level", "stage"]
    var keys: [String] = []
    let tables = report.tables.filter { $0.columns.contains(where: \.isNumber) }
    for column in tables.lazy.flatMap(\.columns)
    where column.isKey && !(shared + ["unit"] + keys).contains(column.name) {
      keys.append(column.name)
    }
    let rows = tables.flatMap { table -> [[String]] in
      let scope = scope(of: table, in: report)
      let names = table.columns.enumerated().filter(\.element.isKey)
      return table.rows.flatMap { row -> [[String]] in
        var words = Dictionary(uniqueKeysWithValues: scope.map { ($0.name, $0.value) })
        for (place, column) in names { words[column.name] = csv(row[place]) }
        let front = [table.name] + (shared + keys).map { words[$0] ?? "" }
        return zip(table.columns, row).filter(\.0.isNumber).map {
          column, cell in
          let isOfRow = ["number", "of-outcome"].contains(column.unit)
          let unit = (isOfRow ? words["unit"] : nil) ?? column.unit
          return front + [column.name, unit, csv(cell)]
        }
      }
    }
    return csvText([["table"] + shared + keys + ["column", "unit", "value"]] + rows)
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

extension Table.Column {
  /// Whether it holds what a table is made for, and neither words nor what says what a row is of.
  fileprivate var isNumber: Bool { !isKey && unit != "text" }
}
