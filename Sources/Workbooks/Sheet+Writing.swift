import CXlsxWriter
public import Diagnostics
public import Documents
import Foundation
import Units

extension OutputFolder {
  /// Writes a table as an .xlsx file that appears whole or not at all.
  ///
  /// The same table gives the same bytes. The file is read back before it takes its place.
  ///
  /// - Throws: ``Refusal`` when it cannot be written. What stood there before is then untouched.
  public func write(_ sheet: Sheet, to name: String) throws(Refusal) {
    try write(self.bytes(of: sheet, as: name), to: name)
  }

  /// The bytes of a table as an .xlsx file, read back once they are made.
  ///
  /// - Parameters:
  ///   - sheet: The table.
  ///   - name: What the file is called in the end.
  /// - Throws: ``Refusal`` when there is no room to make it.
  /// - Returns: The bytes.
  public func bytes(of sheet: Sheet, as name: String) throws(Refusal) -> [UInt8] {
    guard let bytes = workbook(of: sheet), isSame(sheet, as: bytes) else {
      throw Refusal(
        "'\(URL(fileURLWithPath: path).appendingPathComponent(name).path)' cannot be written",
        help: "check the free space, here and where temporary files are kept")
    }
    return bytes
  }
}

/// Whether the table is what a reader finds: a full disk is not always told when it should be.
private func isSame(_ sheet: Sheet, as bytes: [UInt8]) -> Bool {
  guard let table = try? SheetTable(bytes, of: "") else { return false }
  let rows = sheet.rows.map { $0.map(\.text) }.filter { row in row.contains { !$0.isEmpty } }
  return table.header == sheet.header && table.rows.map(\.cells) == rows
}

/// The bytes of an .xlsx file, by way of a temporary one; `nil` when it cannot be made.
private func workbook(of sheet: Sheet) -> [UInt8]? {
  let files = FileManager.default
  let folder = files.temporaryDirectory.appendingPathComponent("takst-\(UUID().uuidString)")
  defer { try? files.removeItem(at: folder) }
  do {
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("sheet.xlsx")
    guard fill(file.path, with: sheet) else { return nil }
    return try [UInt8](Data(contentsOf: file))
  } catch {
    return nil
  }
}

private func fill(_ path: String, with sheet: Sheet) -> Bool {
  guard let book = workbook_new(path) else { return false }
  // A day of no meaning: without one, the moment of writing would stand in the file.
  var properties = lxw_doc_properties()
  properties.created = 946_684_800
  guard workbook_set_properties(book, &properties) == LXW_NO_ERROR,
    let page = workbook_add_worksheet(book, sheet.name),
    let (bold, text) = formats(of: book)
  else {
    workbook_close(book)
    return false
  }
  var isWritten = true
  for (column, heading) in sheet.header.enumerated() {
    let place = UInt16(column)
    isWritten =
      worksheet_write_string(page, 0, place, escaped(heading), bold) == LXW_NO_ERROR && isWritten
    worksheet_set_column(page, place, place, width(of: column, in: sheet), nil)
  }
  for (row, cells) in sheet.rows.enumerated() {
    for (column, cell) in cells.enumerated() {
      let (line, place) = (UInt32(row + 1), UInt16(column))
      let error =
        switch cell {
        case .empty: LXW_NO_ERROR
        case .text(let string): worksheet_write_string(page, line, place, escaped(string), text)
        case .number(let number): worksheet_write_number(page, line, place, written(number), nil)
        }
      isWritten = isWritten && error == LXW_NO_ERROR
    }
  }
  worksheet_freeze_panes(page, 1, 0)
  // Closing writes the file and frees the book, which is why it comes first.
  return workbook_close(book) == LXW_NO_ERROR && isWritten
}

/// Of the header, and of cells that must stay text when somebody types in them.
private func formats(
  of book: UnsafeMutablePointer<lxw_workbook>
) -> (bold: UnsafeMutablePointer<lxw_format>, text: UnsafeMutablePointer<lxw_format>)? {
  guard let bold = workbook_add_format(book), let text = workbook_add_format(book) else {
    return nil
  }
  format_set_bold(bold)
  format_set_num_format(text, "@")
  return (bold, text)
}

/// In characters, so that the longest cell is seen.
private func width(of column: Int, in sheet: Sheet) -> Double {
  let cells = sheet.rows.map { $0[column].text.count }
  return Double(min(60, max(sheet.header[column].count, cells.max() ?? 0) + 2))
}
