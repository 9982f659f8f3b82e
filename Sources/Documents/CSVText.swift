import CCSV

/// Rows as CSV text (RFC 4180, with line feeds): quotes only where a cell needs them.
public func csvText(_ rows: [[String]]) -> String {
  rows.map { row in row.map(quotedIfNeeded).joined(separator: ",") + "\n" }.joined()
}

private func quotedIfNeeded(_ cell: String) -> String {
  let needsQuotes = cell.contains { ",\"\r\n".contains($0) || $0 == "\r\n" }
  guard needsQuotes else { return cell }
  var cell = cell
  return cell.withUTF8 { source in
    // Every byte may be a quote to double, and two more surround the cell.
    String(unsafeUninitializedCapacity: source.count * 2 + 2) { target in
      csv_write(target.baseAddress, target.count, source.baseAddress, source.count)
    }
  }
}
