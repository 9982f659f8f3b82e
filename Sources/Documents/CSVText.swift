import CCSV

/// Rows as CSV text (RFC 4180, with line feeds): quotes only where a cell needs them.
public func csvText(_ rows: [[String]]) -> String {
  rows.map { row in
    // A line with nothing on it would be no row at all.
    let cells = row == [""] ? ["\"\""] : row.map(quotedIfNeeded)
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
