import GRDB

/// A row of a store, whose cells may be anything.
struct StoredRow {
  private let table: String
  private let columns: [String]
  let cells: [DatabaseValue]

  /// The rows of a table, in the order of its first column.
  static func all(_ db: Database, of table: String, _ columns: [String]) throws -> [StoredRow] {
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    return try Row.fetchAll(db, sql: "SELECT \(names) FROM \(table) ORDER BY 1").map {
      StoredRow(table, columns, $0)
    }
  }

  init(_ table: String, _ columns: [String], _ row: Row) {
    (self.table, self.columns, cells) = (table, columns, Array(row.databaseValues))
  }

  func text(_ place: Int) throws(Damage) -> String {
    guard case .string(let text) = cells[place].storage else { throw wrong(place, "text") }
    return text
  }

  func textOrNothing(_ place: Int) throws(Damage) -> String? {
    cells[place].isNull ? nil : try text(place)
  }

  func whole(_ place: Int) throws(Damage) -> Int {
    guard case .int64(let number) = cells[place].storage else { throw wrong(place, "whole number") }
    return Int(number)
  }

  func finite(_ place: Int) throws(Damage) -> Double {
    guard case .double(let number) = cells[place].storage, number.isFinite else {
      throw wrong(place, "number")
    }
    return number
  }

  /// What no reader of the row makes anything of.
  func wrong(_ place: Int, _ expected: String) -> Damage {
    Damage("'\(columns[place])' of '\(table)' is \(Self.words(cells[place])), no \(expected)")
  }

  private static func words(_ cell: DatabaseValue) -> String {
    switch cell.storage {
    case .null: "nothing"
    case .int64(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): "'\(text.prefix(40))'"
    case .blob: "a blob"
    }
  }
}
