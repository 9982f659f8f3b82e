public import Diagnostics
import Documents
import Rules
import Units

/// A user's own table of lists.
///
/// Columns `list`, `municipality`, `length` and `cap` must be there; `form`, `specialist`,
/// `ownership`, `enterprise`, `need-index`, `opened` and `grants` may be. The order of columns is free. Other columns are faults, so that a misspelt
/// one is not read as absent. Lengths and caps are up to 100,000 persons, need indices up to 10, days
/// of the years 1900 to 2200.
public struct ListTable: Sendable {
  private static let required = ["list", "municipality", "length", "cap"]
  private static let optional = [
    "form", "specialist", "ownership", "enterprise", "need-index", "opened", "grants",
  ]

  public let lists: [PatientList]

  /// - Parameters:
  ///   - path: The user's CSV file.
  ///   - municipalities: Keys of the run's municipalities, in order.
  ///   - grants: Names of the grants a list may be named for.
  /// - Throws: ``Faults``, one per bad cell.
  public init(reading path: String, municipalities: [String], grants: [String]) throws(Faults) {
    let table = try CSVTable(reading: path)
    try Self.checkHeader(of: table)
    var reader = RowReader(table: table, municipalities: municipalities, known: grants)
    guard table.rows.count <= PatientList.mostOfRun else {
      throw Faults(
        "the table has \(table.rows.count) lists; a run has at most \(PatientList.mostOfRun)",
        at: SourcePosition(file: path), help: "run some municipalities at a time")
    }
    lists = table.rows.compactMap { reader.list(from: $0) }
    guard reader.faults.isEmpty else { throw Faults(reader.faults) }
    guard !lists.isEmpty else {
      throw Faults(
        "the table has no rows", at: SourcePosition(file: path, line: 1, column: 1),
        help: "write one row per list below the header")
    }
  }

  private static func checkHeader(of table: CSVTable) throws(Faults) {
    let known = required + optional
    var faults: [Diagnostic] = []
    for (index, name) in table.header.enumerated() {
      let position = SourcePosition(file: table.path, line: 1, column: index + 1)
      if !known.contains(name) {
        let near = nearName(to: name, among: known)
        faults.append(
          Diagnostic(
            "'\(name)' is not a column of a list table", at: position,
            help: near.map { "did you mean '\($0)'?" }
              ?? "the columns are \(known.joined(separator: ", "))"))
      } else if table.header.firstIndex(of: name) != index {
        faults.append(
          Diagnostic("the column '\(name)' stands twice", at: position, help: "keep one of them"))
      }
    }
    for name in required where !table.header.contains(name) {
      faults.append(
        Diagnostic(
          "the column '\(name)' is missing",
          at: SourcePosition(file: table.path, line: 1, column: 1),
          help: "the first line must name \(required.joined(separator: ", "))"))
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }
}

/// Reads rows and remembers what was wrong with them.
private struct RowReader {
  let table: CSVTable
  let municipalities: [String]
  /// Names of the grants a list may be named for.
  let known: [String]
  /// In which a list can have opened.
  private static let years = 1900...2200
  var faults: [Diagnostic] = []
  private var seen: [String: Int] = [:]
  private var enterprises: [String: Int] = [:]

  init(table: CSVTable, municipalities: [String], known: [String]) {
    (self.table, self.municipalities, self.known) = (table, municipalities, known)
  }

  mutating func list(from row: CSVTable.Row) -> PatientList? {
    let before = faults.count
    let id = identifier(in: row)
    let municipality = municipality(in: row)
    let length = whole("length", in: row, upTo: 100_000)
    let cap = whole("cap", in: row, upTo: 100_000)
    let form = form(in: row)
    let isSpecialist = flag("specialist", in: row)
    let meetsOwnershipRule = flag("ownership", in: row)
    let enterprise = enterprise(in: row)
    let needIndex = needIndex(in: row)
    let opened = opened(in: row)
    let grants = grants(in: row)
    guard faults.count == before else { return nil }
    return PatientList(
      id: id, municipality: municipality, length: length, cap: cap, form: form,
      isSpecialist: isSpecialist, meetsOwnershipRule: meetsOwnershipRule, enterprise: enterprise,
      needIndex: needIndex, opened: opened, grants: grants)
  }

  private func cell(_ name: String, in row: CSVTable.Row) -> String {
    table.header.firstIndex(of: name).map { row.cells[$0] } ?? ""
  }

  private mutating func reject(
    _ name: String, in row: CSVTable.Row, expecting what: String, help: String? = nil
  ) {
    guard faults.count < 50 else { return }
    let text = cell(name, in: row)
    faults.append(
      Diagnostic(
        "'\(name)' is \(text.isEmpty ? "empty" : String(text.prefix(60))); it takes \(what)",
        at: table.position(line: row.line, column: name), help: help))
  }

  /// A name of the author's own, on one line.
  private mutating func words(_ column: String, in row: CSVTable.Row) -> String {
    let name = cell(column, in: row)
    if let mark = name.hiddenMarks.first, faults.count < 50 {
      let position = table.position(line: row.line, column: column)
      faults.append(Diagnostic(mark, in: "'\(column)'", at: position))
    }
    return name
  }

  private mutating func identifier(in row: CSVTable.Row) -> String {
    let id = words("list", in: row)
    if id.isEmpty { reject("list", in: row, expecting: "a name", help: "name every list") }
    if let line = seen.updateValue(row.line, forKey: id), !id.isEmpty {
      reject("list", in: row, expecting: "a name of its own", help: "line \(line) has it already")
    }
    return id
  }

  private mutating func municipality(in row: CSVTable.Row) -> Int {
    let key = cell("municipality", in: row)
    if let index = municipalities.firstIndex(of: key) { return index }
    let near = nearName(to: key, among: municipalities)
    reject(
      "municipality", in: row, expecting: "a key of the scenario's municipalities",
      help: near.map { "did you mean '\($0)'?" }
        ?? "the keys are \(municipalities.joined(separator: ", "))")
    return 0
  }

  private mutating func whole(_ name: String, in row: CSVTable.Row, upTo most: Int) -> Int {
    let text = cell(name, in: row)
    if let number = Int(cell: text), (0...most).contains(number) { return number }
    reject(
      name, in: row, expecting: "a whole number in 0...\(most)", help: text.thousandsHelp)
    return 0
  }

  private mutating func form(in row: CSVTable.Row) -> PracticeForm {
    let word = cell("form", in: row)
    if word.isEmpty { return .selfEmployed }
    if let form = PracticeForm(rawValue: word), form.holdsLists { return form }
    let words = PracticeForm.allCases.filter(\.holdsLists).map(\.rawValue)
    reject("form", in: row, expecting: "one of \(words.joined(separator: ", "))")
    return .selfEmployed
  }

  private mutating func flag(_ name: String, in row: CSVTable.Row) -> Bool {
    switch cell(name, in: row) {
    case "yes": return true
    case "no", "": return false
    default:
      reject(name, in: row, expecting: "yes or no")
      return false
    }
  }

  /// Lists that name the same enterprise are of the same one.
  private mutating func enterprise(in row: CSVTable.Row) -> Int? {
    let name = words("enterprise", in: row)
    guard !name.isEmpty else { return nil }
    if let place = enterprises[name] { return place }
    enterprises[name] = enterprises.count
    return enterprises.count - 1
  }

  private mutating func needIndex(in row: CSVTable.Row) -> Ratio {
    let text = cell("need-index", in: row)
    if text.isEmpty { return .one }
    if let index = Ratio(decimal: text), index > .zero, index <= Ratio(10) { return index }
    reject(
      "need-index", in: row, expecting: "a number above 0 and up to 10",
      help: "1 is the national average")
    return .one
  }

  private mutating func grants(in row: CSVTable.Row) -> [String] {
    let names = cell("grants", in: row).split(separator: " ").map(String.init)
    for name in names where !known.contains(name) {
      let near = nearName(to: name, among: known)
      reject(
        "grants", in: row, expecting: "names of lump sums of the law, separated by spaces",
        help: near.map { "did you mean '\($0)'?" }
          ?? (known.isEmpty ? "the law has none" : "the law has \(known.joined(separator: ", "))"))
    }
    return names
  }

  private mutating func opened(in row: CSVTable.Row) -> CalendarDate? {
    let text = cell("opened", in: row)
    if text.isEmpty { return nil }
    let day = CalendarDate(iso: text)
    if let day, Self.years.contains(day.year) { return day }
    reject(
      "opened", in: row,
      expecting: day == nil
        ? "a day" : "a day between \(Self.years.lowerBound) and \(Self.years.upperBound)",
      help: "write year-month-day, for example 2021-05-01, or leave it empty")
    return nil
  }
}
