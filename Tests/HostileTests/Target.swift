import Capacity
import Diagnostics
import Documents
import Foundation
import RateBooks
import TestSupport
import Units

@testable import takst

/// A shipped file that is damaged, and how a file in its place is read.
struct Target {
  /// From the folder of all files.
  var name: String
  var bytes: [UInt8]
  /// A part of a workbook is damaged before it is packed.
  var pack: (([UInt8]) throws -> [UInt8])?
  /// Reads everything there is to read once the file at the path stands in its place.
  var read: (String) throws -> Void

  /// Every scenario, reform, sweep, rate book and table that is shipped, and a report as a workbook.
  ///
  /// - Parameter folder: Holds copies of all of them.
  /// - Throws: What reading the folder throws.
  /// - Returns: One target a file.
  static func all(in folder: String) throws -> [Target] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    let documents = paths.filter { $0.hasSuffix(".yaml") }
    let tables = paths.filter { $0.hasSuffix(".csv") && !$0.hasSuffix(".expected.csv") }
    let texts = try documents.map {
      ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
    }
    func bytes(_ name: String) throws -> [UInt8] {
      try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
    var targets = try documents.map { name in
      Target(name: name, bytes: try bytes(name)) { _ = try CheckCommand.check($0) }
    }
    for name in tables {
      let base = URL(fileURLWithPath: name).lastPathComponent
      // The first that names the table, or else a report of it.
      if let reader = texts.first(where: { $0.1.contains("file: \(base)") })?.0 {
        targets.append(
          Target(name: name, bytes: try bytes(name)) { _ in
            _ = try CheckCommand.check("\(folder)/\(reader)")
          })
      } else {
        targets.append(Target(name: name, bytes: try bytes(name), read: report))
      }
    }
    return targets + workbook(try bytes("denmark/example-report.csv"))
  }

  /// The parts of a workbook with the rows of a table.
  private static func workbook(_ table: [UInt8]) -> [Target] {
    let rows = String(decoding: table, as: UTF8.self).split(separator: "\n").prefix(8)
    let cells = rows.enumerated().map { line, row in
      "<row r=\"\(line + 1)\">"
        + row.split(separator: ",", omittingEmptySubsequences: false).map {
          "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>"
        }.joined() + "</row>"
    }
    let book = HandmadeWorkbook(sheet: "<sheetData>\(cells.joined())</sheetData>", strings: ["a"])
    return book.parts.map { part in
      Target(
        name: "denmark/report.xlsx", bytes: Array(part.text.utf8),
        pack: { damaged in
          var book = book
          book[part.name] = String(decoding: damaged, as: UTF8.self)
          return try book.bytes()
        }, read: report)
    }
  }

  private static func report(_ path: String) throws {
    let place = SourcePosition(file: "a test")
    let book = try RateBook(named: Located("denmark", written: "denmark", at: place))
    guard let day = CalendarDate(year: 2026, month: 7, day: 15) else { return }
    _ = try CapacityReport(.init(clinics: path, received: day), under: book)
  }
}
