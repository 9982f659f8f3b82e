import CCSV

/// Rows as CSV text (RFC 4180, with line feeds): quotes only where a cell needs them, and an apostrophe
/// before text that a spreadsheet would take for a formula. ``CSVTable`` reads the cells as they were.
public func csvText(_ rows: [[String]]) -> String {
  rows.map { row in
    // A line with nothing on it would be no row at all.
    let cells = row == [""] ? ["\"\""] : row.map { quotedIfNeeded($0.withApostrophe) }
    return cells.joined(separator: ",") + "\n"
  }.joined()
}

/// By bytes, for a quote and the accent after it are one character, and so are CR and LF.
private func quotedIfNeeded(_ cell: String) -> String {
  let isSpaced = " \t".utf8.contains { $0 == cell.utf8.first || $0 == cell.utf8.last }
  guard isSpaced || cell.utf8.contains(where: ",\"\r\n".utf8.contains) else { return cell }
  var cell = cell
  return cell.withUTF8 { source in
    // Every byte may be a quote to double, and two more surround the cell.
    String(unsafeUninitializedCapacity: source.count * 2 + 2) { target in
      csv_write(target.baseAddress, target.count, source.baseAddress, source.count)
    }
  }
}

extension String {
  /// Text that a spreadsheet would compute, with an apostrophe before it, which makes it text there.
  fileprivate var withApostrophe: String { isFormula ? "'" + self : self }

  /// What was written with an apostrophe, as it was before.
  var withoutApostrophe: String {
    guard utf8.first == UInt8(ascii: "'") else { return self }
    // By bytes, for an apostrophe and the accent after it are one character.
    let rest = String(Substring(utf8.dropFirst()))
    return rest.isFormula ? rest : self
  }

  /// Whether a spreadsheet computes the text, or would but for apostrophes before it. Numbers stay
  /// numbers.
  private var isFormula: Bool {
    let first = utf8.first { $0 != UInt8(ascii: "'") }
    guard let first, "=+-@\t\r".utf8.contains(first) else { return false }
    return !utf8.allSatisfy("0123456789.eE+-".utf8.contains) || Double(self) == nil
  }
}
