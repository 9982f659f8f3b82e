import Diagnostics
import Documents
import Foundation
import Reports
import Rules
import Units

extension RateListing {
  /// For spreadsheets: one row per value. What is more than a number or a word stands there as JSON,
  /// which is YAML too.
  public func csv() -> String {
    csvText([Self.columns] + rows.map { row in fields(of: row).map(\.cell) })
  }

  /// For programs: an object per value, as a scenario or a book of one's own would write it.
  ///
  /// - Parameter version: The version of the program.
  /// - Returns: JSON text.
  public func json(version: String) -> String {
    let rates = rows.map { row in
      JSONValue.object(
        Dictionary(uniqueKeysWithValues: zip(Self.columns, fields(of: row).map(\.json))))
    }
    let result = JSONValue.object([
      "takst": .string(version), "jurisdiction": .string(book.title),
      "currency": .string(book.currency), "title": .string("\(book.title), \(heading)"),
      "rates": .array(rates),
    ])
    return result.text() + "\n"
  }

  private static let columns = [
    "section", "rule", "title", "unit", "payer", "account", "standing", "from", "known-until",
    "value", "words", "reference", "paragraph", "document", "url", "note",
  ]

  private enum Field {
    case text(String?)
    case value(JSONValue)

    var json: JSONValue {
      switch self {
      case .text(let text): text.map(JSONValue.string) ?? .null
      case .value(let value): value
      }
    }

    var cell: String {
      switch self {
      case .text(let text): text ?? ""
      case .value(.string(let text)): text
      case .value(.null): ""
      case .value(let value): value.text(isPretty: false)
      }
    }
  }

  private func fields(of row: Row) -> [Field] {
    let (entry, period) = (row.entry, row.period)
    let reference = period?.reference
    return [
      .text(entry.section), .text(entry.name), .text(entry.title), .text(entry.unit.value),
      .text(entry.payer?.rawValue), .text(entry.account?.rawValue), .text(row.standing.rawValue),
      .text(period?.from.description), .text(period?.knownUntil?.description),
      .value(value(of: row)), .text(row.words), .text(reference?.title),
      .text(reference?.paragraph), .text(reference?.document), .text(reference?.url),
      .text(period?.note),
    ]
  }

  /// The value as the book writes it.
  private func value(of row: Row) -> JSONValue {
    guard let from = row.period?.from else { return .null }
    let rule = document[row.entry.section]?[row.entry.name]
    return rule?.value(at: "periods.\(from).value")?.json ?? .null
  }
}
