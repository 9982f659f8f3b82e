import CCSV
public import Diagnostics
import Foundation

/// A table a user brings: a header line and rows of cells, each with its place in the file.
///
/// The file is read in pieces and never held whole; the rows are, up to a limit. Cells are separated
/// by commas; by semicolons where the header has those and no comma, as Excel writes them in
/// countries whose numbers have a comma.
public struct CSVTable: Sendable {
  public struct Row: Sendable {
    /// Counted from 1; the header is line 1 unless cells hold line breaks.
    public let line: Int
    /// As many as there are columns.
    public let cells: [String]

    public init(line: Int, cells: [String]) { (self.line, self.cells) = (line, cells) }
  }

  public let path: String
  public let header: [String]
  public let rows: [Row]

  private static let pieceSize = 1 << 16
  public static let mostColumns = 1_000
  /// In bytes.
  public static let longestCell = 10_000
  /// Blanks and empty lines are no cells, so a file can be endless without a long one.
  static let longestGap = 1_000_000
  /// In all rows. They fit into 400 MB, whatever is in them.
  public static let mostCells = 5_000_000
  /// Of a file, in bytes.
  static let longestFile = 128 << 20
  /// A file with more faults than this is not what it was thought to be.
  public static let mostFaults = 50

  /// - Parameters:
  ///   - path: A file, or a pipe.
  ///   - mostRows: The rows that fit into memory, the header not counted.
  /// - Throws: ``Faults``: unreadable files, stray quotes, rows with too few or too many cells.
  public init(reading path: String, atMost mostRows: Int = 2_000_000) throws(Faults) {
    let handle = try InputFile.open(path)
    defer { try? handle.close() }
    let file = SourcePosition(file: path)
    try self.init(path: path, atMost: mostRows) { () throws(Faults) in
      try InputFile.piece(of: handle, upTo: Self.pieceSize, at: file)
    }
  }

  /// A table whose bytes somebody has read already, to see what kind of file it is.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: For messages.
  /// - Throws: ``Faults``, as for a file.
  public init(_ bytes: [UInt8], of path: String) throws(Faults) {
    var rest = bytes[...]
    try self.init(path: path, atMost: 2_000_000) { () throws(Faults) in
      defer { rest = rest.dropFirst(Self.pieceSize) }
      return rest.isEmpty ? nil : Data(rest.prefix(Self.pieceSize))
    }
  }

  private init(
    path: String, atMost mostRows: Int, piece: () throws(Faults) -> Data?
  ) throws(Faults) {
    let collector = Collector(path: path, mostRows: mostRows)
    try collector.read(piece)
    self.path = path
    (header, rows) = (collector.header, collector.rows)
  }

  public func position(line: Int, column name: String) -> SourcePosition {
    SourcePosition(file: path, line: line, column: (header.firstIndex(of: name) ?? 0) + 1)
  }
}

/// What stands between the cells of a row.
private enum Separator: UInt8 {
  case comma = 0x2c
  case semicolon = 0x3b

  /// A semicolon where the first line with anything on it has one and no comma, quotes aside.
  init(of start: Data) {
    var isQuoted = false
    var hasSemicolon = false
    self = .comma
    for byte in start.drop(while: { $0 == 0x0a || $0 == 0x0d }) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == Self.comma.rawValue { return }
      if byte == Self.semicolon.rawValue { hasSemicolon = true }
      if byte == 0x0a || byte == 0x0d { break }
    }
    if hasSemicolon { self = .semicolon }
  }
}

/// What libcsv's callbacks write into while they walk the file.
private final class Collector {
  let path: String
  let mostRows: Int
  private var separator = Separator.comma
  var header: [String] = []
  var rows: [CSVTable.Row] = []
  var faults: [Diagnostic] = []
  /// Whether the rest is not worth reading.
  private var isDone = false
  /// Bytes read since a cell ended.
  private var gap = 0
  private var length = 0
  private var cellCount = 0
  private var cells: [String] = []
  private var line = 1
  private var breaks = 0
  private var lastEnd: Int32 = 0

  init(path: String, mostRows: Int) {
    (self.path, self.mostRows) = (path, mostRows)
  }

  func read(_ next: () throws(Faults) -> Data?) throws(Faults) {
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL)) == 0 else {
      throw Faults("there is not enough memory to read it", at: SourcePosition(file: path))
    }
    defer { csv_free(&parser) }
    let context = Unmanaged.passUnretained(self).toOpaque()
    var content = try start(next)
    separator = Separator(of: content)
    csv_set_delim(&parser, separator.rawValue)
    while !content.isEmpty {
      gap += content.count
      length += content.count
      let used = content.withUnsafeBytes {
        csv_parse(&parser, $0.baseAddress, $0.count, cellEnded, rowEnded, context)
      }
      guard used == content.count else { throw brokenQuote(&parser) }
      checkOpenCell(of: parser)
      guard !isDone else { throw Faults(faults) }
      content = try next() ?? Data()
    }
    guard csv_fini(&parser, cellEnded, rowEnded, context) == 0 else { throw brokenQuote(&parser) }
    if header.isEmpty {
      throw Faults(
        "the file is empty", at: SourcePosition(file: path, line: 1, column: 1),
        help: "the first line names the columns")
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }

  /// As many pieces as show the header's separator, without a byte order mark.
  private func start(_ next: () throws(Faults) -> Data?) throws(Faults) -> Data {
    var start = Data()
    while start.count < 1 << 16, !start.contains(UInt8(ascii: "\n")), let piece = try next() {
      start += piece
    }
    return start.starts(with: [0xef, 0xbb, 0xbf]) ? Data(start.dropFirst(3)) : start
  }

  /// A cell is handed over when it ends, and it may never end.
  private func checkOpenCell(of parser: csv_parser) {
    if length > CSVTable.longestFile {
      finish(
        "the file is larger than \(CSVTable.longestFile >> 20) MiB", 1,
        "keep the rows and columns that are needed")
    } else if parser.entry_pos > CSVTable.longestCell {
      finish(
        "a cell has more than \(CSVTable.longestCell) bytes", cells.count + 1, "check the quotes")
    } else if gap > CSVTable.longestGap {
      finish(
        "there are more than \(CSVTable.longestGap) bytes without a cell", cells.count + 1,
        "save the table as CSV")
    }
  }

  private func brokenQuote(_ parser: inout csv_parser) -> Faults {
    let isQuote = csv_error(&parser) == CSV_EPARSE
    let problem =
      isQuote ? "a quote does not fit" : String(cString: csv_strerror(csv_error(&parser)))
    fault(
      problem, cells.count + 1,
      "put the whole cell between quotes, and write a quote inside it twice")
    return Faults(faults)
  }

  private func position(column: Int) -> SourcePosition {
    SourcePosition(file: path, line: line, column: column)
  }

  func take(cell bytes: UnsafeRawBufferPointer) {
    guard !isDone else { return }
    let column = cells.count + 1
    gap = 0
    guard column <= CSVTable.mostColumns else {
      return finish(
        "the row has more than \(CSVTable.mostColumns) cells", column,
        "end each row with a line feed, and keep the columns that are needed")
    }
    breaks += bytes.count { $0 == UInt8(ascii: "\n") }
    if bytes.count > CSVTable.longestCell {
      fault("a cell has more than \(CSVTable.longestCell) bytes", column, "check the quotes")
      return cells.append("")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      fault("a cell is not UTF-8 text", column, "save the file as UTF-8")
      return cells.append("")
    }
    // Line breaks and tabs are of the table's layout, unless a name holds them.
    if let mark = text.hiddenMarks.first(where: { !$0.isSpace }) {
      fault(Diagnostic(mark, in: "the cell", at: position(column: column)))
    }
    cells.append(text.withoutApostrophe)
  }

  func takeRow(endedBy terminator: Int32) {
    guard !isDone else { return }
    let (lineFeed, carriageReturn): (Int32, Int32) = (0x0a, 0x0d)
    let isRestOfEnd = cells.isEmpty && terminator == lineFeed && lastEnd == carriageReturn
    lastEnd = terminator
    guard !isRestOfEnd else { return }
    defer {
      line += 1 + breaks
      breaks = 0
      cells = []
    }
    // A line with nothing on it is no row, but it is a line.
    guard !cells.isEmpty else { return }
    guard !header.isEmpty else {
      header = cells.map { $0.trimmingCharacters(in: .whitespaces) }
      return
    }
    guard cells.count == header.count else {
      let (found, wanted) = (cells.count, header.count)
      return fault(
        "the row has \(found) cells; the header has \(wanted)", min(found, wanted) + 1,
        "write one cell per column, and quotes around a cell that holds a \(separator)")
    }
    guard rows.count < mostRows else {
      return finish("the file has more than \(mostRows) rows", 1, "split the file")
    }
    cellCount += cells.count
    guard cellCount <= CSVTable.mostCells else {
      return finish(
        "the file has more than \(CSVTable.mostCells) cells", 1,
        "keep the rows and columns that are needed")
    }
    rows.append(CSVTable.Row(line: line, cells: cells))
  }

  private func fault(_ what: String, _ column: Int, _ help: String) {
    fault(Diagnostic(what, at: position(column: column), help: help))
  }

  private func fault(_ fault: Diagnostic) {
    guard !isDone else { return }
    faults.append(fault)
    isDone = faults.count == CSVTable.mostFaults
  }

  /// A fault after which the rest says nothing new.
  private func finish(_ what: String, _ column: Int, _ help: String) {
    fault(what, column, help)
    isDone = true
  }
}

private func cellEnded(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  // The context is the collector passed to csv_parse, which outlives the call.
  let collector = Unmanaged<Collector>.fromOpaque(context!).takeUnretainedValue()
  collector.take(cell: UnsafeRawBufferPointer(start: bytes, count: count))
}

private func rowEnded(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  // The context is the collector passed to csv_parse, which outlives the call.
  Unmanaged<Collector>.fromOpaque(context!).takeUnretainedValue()
    .takeRow(endedBy: terminator)
}
