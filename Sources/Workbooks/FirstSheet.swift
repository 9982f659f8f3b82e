import Diagnostics
import Documents
import Foundation

/// The first sheet of a workbook that is not hidden, read to its end.
///
/// - Throws: ``Faults`` when there is none, and for everything on it that no table may hold.
func firstSheet(of bytes: [UInt8], _ path: String) throws(Faults) -> SheetReader {
  let archive = try ZipArchive(bytes, of: path)
  var budget = XMLBudget()
  let name = try nameOfFirstSheet(in: archive, path, &budget)
  var strings = SharedStrings()
  try strings.listen(to: "xl/sharedStrings.xml", in: archive, path, &budget)
  var sheet = SheetReader(path: path, strings: strings.texts)
  try sheet.listen(to: name, in: archive, path, &budget)
  guard sheet.faults.isEmpty else { throw Faults(sheet.faults) }
  return sheet
}

private func nameOfFirstSheet(
  in archive: ZipArchive, _ path: String, _ budget: inout XMLBudget
) throws(Faults) -> String {
  guard archive.has("xl/workbook.xml") else {
    throw Faults(
      "the file is packed, but is no .xlsx workbook", at: SourcePosition(file: path),
      help: "save it as .xlsx or as CSV")
  }
  var index = WorkbookIndex()
  try index.listen(to: "xl/workbook.xml", in: archive, path, &budget)
  var links = WorkbookLinks()
  try links.listen(to: "xl/_rels/workbook.xml.rels", in: archive, path, &budget)
  guard let link = index.firstVisible, let name = links.part(link), archive.has(name) else {
    throw Faults(
      "the workbook has no sheet that can be read", at: SourcePosition(file: path),
      help: "put the table on the first sheet")
  }
  return name
}

extension XMLListener {
  /// Listens to a part of an archive, and hears nothing when it is not there.
  fileprivate mutating func listen(
    to name: String, in archive: ZipArchive, _ path: String, _ budget: inout XMLBudget
  ) throws(Faults) {
    guard let part = try archive.part(name) else { return }
    try listen(to: part, named: name, of: path, budget: &budget)
  }
}

/// Without blanks around it.
func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
