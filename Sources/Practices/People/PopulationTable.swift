public import Diagnostics
import Documents
import Units

/// Official counts of persons by sex and age, for a country or by municipality, as a user brings
/// them.
///
/// Either long, with columns `sex`, `age` and `persons`, or wide, with `sex` and a column per age
/// group such as `00-04` and `90+`. Columns `municipality_code` and `municipality` make it a table
/// by municipality, and `year` one of several years. Other columns are faults, so that a misspelt
/// one is not read as absent. Ages are up to 130, and a row or cell has up to 100,000,000 persons.
public struct PopulationTable: Sendable {
  /// Persons of one sex whose age lies in a range.
  public struct Group: Hashable, Sendable {
    public var sex: Sex
    public var ages: ClosedRange<Int>
    public var persons: Int
  }

  /// The persons of one municipality, or of the country.
  public struct Place: Hashable, Sendable {
    /// The code of the municipality; empty for a country.
    public var code: String
    public var name: String
    public var groups: [Group]

    public var persons: Int { groups.reduce(0) { $0 + $1.persons } }
  }

  /// In the order of the file.
  public let places: [Place]

  /// - Parameters:
  ///   - path: The user's CSV file.
  ///   - year: Which year's rows, where the table has a column `year`.
  /// - Throws: ``Faults``, one per bad cell.
  public init(reading path: String, year: Int?) throws(Faults) {
    let table = try CSVTable(reading: path)
    var reader = try PopulationReader(table: table)
    for row in table.rows { reader.read(row, year: year) }
    guard reader.faults.isEmpty else { throw Faults(reader.faults) }
    guard !reader.places.isEmpty else {
      let years = year.map { " for \($0)" } ?? ""
      throw Faults(
        "the table has no rows\(years)", at: SourcePosition(file: path, line: 1, column: 1),
        help: "check 'year', or write rows below the header")
    }
    places = reader.places
  }
}

private struct PopulationReader {
  private static let known = ["year", "municipality_code", "municipality", "sex", "age", "persons"]

  let table: CSVTable
  var faults: [Diagnostic] = []
  var places: [PopulationTable.Place] = []
  private var byCode: [String: Int] = [:]
  /// By place: who has been counted.
  private var known: [Int: Set<PersonCell>] = [:]
  private let columns: [String: Int]
  /// Columns that are age groups, in a wide table.
  private let groups: [(column: Int, ages: ClosedRange<Int>)]

  init(table: CSVTable) throws(Faults) {
    self.table = table
    var columns: [String: Int] = [:]
    var groups: [(column: Int, ages: ClosedRange<Int>)] = []
    var faults: [Diagnostic] = []
    for (place, name) in table.header.enumerated() {
      let position = SourcePosition(file: table.path, line: 1, column: place + 1)
      if let ages = ageRange(name) {
        groups.append((place, ages))
      } else if !Self.known.contains(name) {
        faults.append(
          Diagnostic(
            "'\(name)' is not a column of a population table", at: position,
            help: nearName(to: name, among: Self.known).map { "did you mean '\($0)'?" }
              ?? "the columns are \(Self.known.joined(separator: ", ")), or age groups like 00-04"))
      } else if columns.updateValue(place, forKey: name) != nil {
        faults.append(
          Diagnostic("the column '\(name)' stands twice", at: position, help: "keep one of them"))
      }
    }
    let needed = groups.isEmpty ? ["sex", "age", "persons"] : ["sex"]
    for name in needed where columns[name] == nil {
      faults.append(
        Diagnostic(
          "the column '\(name)' is missing",
          at: SourcePosition(file: table.path, line: 1, column: 1),
          help: "write sex, age and persons, or sex and a column per age group like 00-04"))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    (self.columns, self.groups) = (columns, groups)
  }

  mutating func read(_ row: CSVTable.Row, year: Int?) {
    if let year, let column = columns["year"], Int(row.cells[column]) != year { return }
    guard let sex = sex(in: row) else { return }
    let code = columns["municipality_code"].map { words(at: $0, in: row) } ?? ""
    let name = columns["municipality"].map { words(at: $0, in: row) } ?? code
    var read: [PopulationTable.Group] = []
    if groups.isEmpty {
      let column = columns["age"] ?? 0
      guard let ages = ageRange(row.cells[column]) else {
        return reject(column, row, "an age such as 42, 40-44 or 105+")
      }
      guard let persons = persons(at: columns["persons"] ?? 0, in: row) else { return }
      read = [.init(sex: sex, ages: ages, persons: persons)]
    } else {
      for (column, ages) in groups {
        guard let persons = persons(at: column, in: row) else { return }
        read.append(.init(sex: sex, ages: ages, persons: persons))
      }
    }
    let place = byCode[code] ?? places.count
    if place == places.count {
      byCode[code] = place
      places.append(.init(code: code, name: name, groups: []))
    }
    for group in read { remember(group, in: place, row) }
    places[place].groups += read
  }

  /// A name of the author's own, on one line.
  private mutating func words(at column: Int, in row: CSVTable.Row) -> String {
    if let mark = row.cells[column].hiddenMarks.first, faults.count < 50 {
      let position = SourcePosition(file: table.path, line: row.line, column: column + 1)
      faults.append(Diagnostic(mark, in: "'\(table.header[column])'", at: position))
    }
    return row.cells[column]
  }

  /// Persons are counted once: a group has no age that another of its sex and place has.
  private mutating func remember(
    _ group: PopulationTable.Group, in place: Int, _ row: CSVTable.Row
  ) {
    // The oldest ages are one; several rows may be of them.
    let ages = group.ages.filter { $0 < PersonCell.oldest }
    let before = known[place, default: []].count
    known[place, default: []].formUnion(ages.map { PersonCell(group.sex, age: $0) })
    guard known[place, default: []].count < before + ages.count, faults.count < 50 else { return }
    faults.append(
      Diagnostic(
        "there is a row about some of these persons already",
        at: table.position(line: row.line, column: groups.isEmpty ? "age" : "sex"),
        help: "keep one of them"))
  }

  private mutating func sex(in row: CSVTable.Row) -> Sex? {
    let column = columns["sex"] ?? 0
    switch row.cells[column].lowercased() {
    case "female", "women", "kvinner", "kvinder": return .female
    case "male", "men", "menn", "mænd": return .male
    default:
      reject(column, row, "female or male")
      return nil
    }
  }

  private mutating func persons(at column: Int, in row: CSVTable.Row) -> Int? {
    // An empty cell is no person, as statistical offices write it.
    let text = row.cells[column]
    if text.isEmpty { return 0 }
    if let persons = Int(cell: text), (0...100_000_000).contains(persons) { return persons }
    reject(
      column, row, "persons, a whole number in 0...100000000", help: text.thousandsHelp)
    return nil
  }

  private mutating func reject(
    _ column: Int, _ row: CSVTable.Row, _ what: String, help: String? = nil
  ) {
    guard faults.count < 50 else { return }
    let name = table.header[column]
    faults.append(
      Diagnostic(
        "'\(name)' is '\(row.cells[column].prefix(60))'; it takes \(what)",
        at: table.position(line: row.line, column: name), help: help))
  }
}

/// `7`, `00-04` or `90+` as ages; `nil` for anything else.
private func ageRange(_ text: String) -> ClosedRange<Int>? {
  if text.hasSuffix("+") {
    guard let first = Int(text.dropLast()), (0...PersonCell.oldest).contains(first) else {
      return nil
    }
    return first...PersonCell.oldest
  }
  let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
  guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
    0 <= first, first <= last, last <= 130
  else { return nil }
  return min(first, PersonCell.oldest)...min(last, PersonCell.oldest)
}

extension PopulationTable.Place {
  /// The persons of the place by one-year ages.
  ///
  /// A group of several ages is divided as the country is; where the country has nobody of those
  /// ages, evenly.
  ///
  /// - Parameter country: Persons in each cell of the country; `nil` when this is the country.
  /// - Returns: Persons by ``PersonCell/code``; they sum to ``persons``.
  public func cells(dividedAs country: [Int]?) -> [Int] {
    var cells = Array(repeating: 0, count: PersonCell.count)
    for group in groups {
      let members = group.ages.map { Int(PersonCell(group.sex, age: $0).code) }
      let weights = members.map { country?[$0] ?? 1 }
      let parts = largestRemainder(
        group.persons, by: weights.contains { $0 > 0 } ? weights : members.map { _ in 1 })
      for (cell, part) in zip(members, parts) { cells[cell] += part }
    }
    return cells
  }
}
