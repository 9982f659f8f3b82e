public import Diagnostics
public import Documents
import Foundation
import Units
import Workbooks

extension CapacityReport {
  /// Annex 1, with the headings of the template and nothing else.
  var annex1: Sheet {
    Sheet(
      name: "Bilag 1", header: ReportColumn.annex1.map(\.rawValue),
      rows: clinics.map {
        cells(of: $0) + [.number(Ratio($0.deployed)), .number(Ratio($0.vacant))]
      })
  }

  /// Annex 2, with the headings of the template and nothing else. The heading that is printed twice has
  /// the same number twice.
  var annex2: Sheet {
    Sheet(
      name: "Bilag 2", header: ReportColumn.annex2.map(\.rawValue),
      rows: islands.map { island in
        cells(of: island)
          + [island.deployed, island.deployed, island.patients ?? 0].map { .number(Ratio($0)) }
      })
  }

  private func cells(of clinic: ReportedClinic) -> [SheetCell] {
    [
      clinic.number, clinic.name, clinic.address, clinic.municipality, clinic.code,
      clinic.postcode, clinic.form,
    ].map { .text($0) }
  }

  /// Writes both annexes, each as a workbook and as CSV: all files or none.
  ///
  /// Annex 1 has the day it is of in its name, annex 2 the day it is sent, from which it holds; without
  /// islands there is none.
  ///
  /// - Throws: ``Refusal`` when a file cannot be written.
  /// - Returns: The names of the files.
  public func write(into folder: OutputFolder) throws(Refusal) -> [String] {
    var files: [(name: String, bytes: [UInt8])] = []
    let second = islands.isEmpty ? [] : [(annex2, "bilag-2-\(received)")]
    for (sheet, name) in [(annex1, "bilag-1-\(day)")] + second {
      let text = csvText([sheet.header] + sheet.rows.map { $0.map(\.text) })
      files.append((name + ".xlsx", try folder.bytes(of: sheet, as: name + ".xlsx")))
      files.append((name + ".csv", Array(text.utf8)))
    }
    try folder.write(files)
    return files.map(\.name)
  }

  /// The sums of the health councils, as a table of text.
  public var summary: String {
    let head = ["", "clinics", "deployed", "vacant", "left out", "ceiling"]
    let rows = councils.map { council in
      let numbers = [council.clinics, council.deployed, council.vacant, council.leftOut]
      return [council.title] + numbers.map(String.init) + [council.ceiling.map(String.init) ?? "-"]
    }
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    let lines = all.map { row in
      let cells = zip(row, widths).enumerated().map { place, cell in
        let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
        return place == 0 ? cell.0 + blanks : blanks + cell.0
      }
      return cells.joined(separator: "  ")
    }
    return "\(region), \(day)\n\n" + lines.joined(separator: "\n") + "\n"
  }
}
