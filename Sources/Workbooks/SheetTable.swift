public import Diagnostics
public import Documents

/// A table a user brings, whether it is CSV or a workbook: what it is, its first bytes tell.
///
/// Of a workbook the first sheet that is not hidden is read, hidden rows and columns included; what
/// stands on other sheets is not. The header is the first row with anything in it. Rows with nothing
/// in them are passed over. Numbers are read as their digits, dates as the number a sheet keeps for
/// them.
public struct SheetTable: Sendable {
  public let path: String
  /// Where the header stands.
  public let headerLine: Int
  /// A column without a heading has an empty one, and no cells with anything in them.
  public let header: [String]
  public let rows: [CSVTable.Row]

  private static let largest = 64 << 20
  private static let mostCells = 2_000_000

  /// - Parameter path: A .csv or .xlsx file, or a pipe with one.
  /// - Throws: ``Faults``: files that are cut short, locked or of another kind; formulas, errors and
  ///   merged cells; cells without a heading; everything ``CSVTable`` throws.
  public init(reading path: String) throws(Faults) {
    let bytes = try InputFile.bytes(
      of: path, atMost: Self.largest, help: "keep one sheet with the table alone")
    try self.init(bytes, of: path)
  }

  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: For messages.
  /// - Throws: ``Faults``, as for a file.
  public init(_ bytes: [UInt8], of path: String) throws(Faults) {
    if bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
      throw Faults(
        "the file is an old .xls workbook, or is locked with a password",
        at: SourcePosition(file: path), help: "save it as .xlsx, without a password")
    }
    if bytes.starts(with: Array("PK".utf8)) {
      try self.init(workbook: bytes, of: path)
    } else {
      let table = try CSVTable(bytes, of: path)
      try self.init(path: path, headerLine: 1, header: table.header, rows: table.rows)
    }
  }

  private init(
    path: String, headerLine: Int, header: [String], rows: [CSVTable.Row]
  ) throws(Faults) {
    (self.path, self.headerLine, self.header) = (path, headerLine, header)
    self.rows = rows.filter { row in row.cells.contains { !$0.isEmpty } }
    let nameless = header.indices.filter { header[$0].isEmpty }
    let faults = self.rows.lazy.flatMap { row in
      nameless.filter { !row.cells[$0].isEmpty }.map { column in
        Diagnostic(
          "the cell stands in a column without a heading",
          at: SourcePosition(file: path, line: row.line, column: column + 1),
          help: "name the column in line \(headerLine), or empty the cell")
      }
    }.prefix(CSVTable.mostFaults)
    guard faults.isEmpty else { throw Faults(Array(faults)) }
  }

  private init(workbook bytes: [UInt8], of path: String) throws(Faults) {
    let sheet = try firstSheet(of: bytes, path)
    guard let top = sheet.rows.first else {
      throw Faults(
        "the sheet is empty", at: SourcePosition(file: path, line: 1, column: 1),
        help: "the first line names the columns")
    }
    let width = sheet.rows.compactMap { $0.cells.keys.max() }.max() ?? 0
    guard sheet.rows.count * width <= Self.mostCells else {
      throw Faults(
        "the sheet has more than \(Self.mostCells) cells", at: SourcePosition(file: path),
        help: "keep the rows and columns that are needed")
    }
    let rows = sheet.rows.map { row in
      CSVTable.Row(
        line: row.line, cells: width == 0 ? [] : (1...width).map { row.cells[$0] ?? "" })
    }
    let header = rows[0].cells.map(trimmed)
    try self.init(
      path: path, headerLine: top.line, header: header, rows: Array(rows.dropFirst()))
  }

  /// - Parameters:
  ///   - line: Of one of the ``rows``.
  ///   - name: Of one of the columns.
  /// - Returns: The cell's place.
  public func position(line: Int, column name: String) -> SourcePosition {
    SourcePosition(file: path, line: line, column: (header.firstIndex(of: name) ?? 0) + 1)
  }
}
