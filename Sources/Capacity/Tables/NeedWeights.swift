import Diagnostics
import Documents
import Units
import Workbooks

/// Relative need by what is known of a person: the product of one weight from each table.
///
/// A table has a column `weight` and one column for each variable it looks at, such as `sex`, `age`
/// or whatever the user's population has. Ages may be ranges that are wider than the population's.
struct NeedWeights: Sendable {
  /// One table of weights.
  struct Table: Sendable {
    fileprivate var path: String
    fileprivate var variables: [String]
    fileprivate var rows: [(values: [String], ages: AgeRange?, weight: Ratio)]

    /// - Throws: ``Faults``, one per bad cell.
    init(reading path: String) throws(Faults) {
      var reader = try RowReader(
        reading: path, as: "a table of need weights", required: ["weight"], optional: nil)
      let own = reader.table.header.filter { $0 != "weight" }
      rows = try reader.rows { reader, row in
        let weight = reader.positive("weight", in: row, upTo: 1_000)
        if weight == nil, reader.cell("weight", in: row).isEmpty {
          reader.reject("weight", in: row, expecting: "a number above 0 and up to 1000")
        }
        let values = own.map { reader.cell($0, in: row) }
        let ages = own.contains(NeedWeights.age) ? reader.ages(in: row) : nil
        return weight.map { (values: values, ages: ages, weight: $0) }
      }
      (self.path, variables) = (path, own)
    }
  }

  private let tables: [Table]

  /// Every variable that some table looks at, in the order they are first named.
  let variables: [String]

  static let age = "age"

  /// - Parameter tables: One or more.
  init(_ tables: [Table]) {
    self.tables = tables
    variables = tables.reduce(into: []) { variables, table in
      variables += table.variables.filter { !variables.contains($0) }
    }
  }

  /// The weight of a person, in millionths.
  ///
  /// - Parameters:
  ///   - values: What is known of the person, by variable.
  ///   - ages: The person's ages.
  /// - Returns: The weight, rounded to the millionth and never less than one, for nobody can be measured
  ///   by who needs nothing; or the path of the table that has no row, or more than one, for such a
  ///   person.
  func millionths(of values: [String: String], ages: AgeRange?) -> Result<Int, NoWeight> {
    var weight = Ratio.one
    for table in tables {
      let places = table.variables.indices
      let fitting = table.rows.filter { row in
        places.allSatisfy { place in
          let name = table.variables[place]
          if name == Self.age, let wide = row.ages, let ages { return wide.contains(ages) }
          return row.values[place] == values[name]
        }
      }
      guard fitting.count == 1 else {
        return .failure(NoWeight(path: table.path, count: fitting.count))
      }
      weight = weight * fitting[0].weight
    }
    return .success(max(1, (weight * Ratio(1_000_000)).rounded))
  }

  struct NoWeight: Error {
    var path: String
    var count: Int
  }
}

extension RowReader {
  /// The ages of a row.
  mutating func ages(in row: CSVTable.Row) -> AgeRange? {
    if let ages = AgeRange(cell(NeedWeights.age, in: row)) { return ages }
    reject(
      NeedWeights.age, in: row, expecting: "an age or a range of ages",
      help: "write for example 30-39, 80+ or 42")
    return nil
  }
}

/// Looks weights up once for each kind of person.
struct WeightLookup {
  let weights: NeedWeights
  private var known: [[String]: Int] = [:]
  /// The largest weight of a person; needs of a billion of them are still exact.
  private static let most = 1_000

  init(_ weights: NeedWeights) { self.weights = weights }

  /// The weight of the persons of a row, in millionths; `nil` when the row has a fault.
  mutating func millionths(_ reader: inout RowReader, _ row: CSVTable.Row) -> Int? {
    let values = weights.variables.map { reader.cell($0, in: row) }
    if let weight = known[values] { return weight }
    let hasAges = weights.variables.contains(NeedWeights.age)
    let ages = hasAges ? reader.ages(in: row) : nil
    if hasAges, ages == nil { return nil }
    let named = Dictionary(
      zip(weights.variables, values), uniquingKeysWith: { first, _ in first })
    let position = SourcePosition(file: reader.table.path, line: row.line, column: 1)
    switch weights.millionths(of: named, ages: ages) {
    case .success(let weight) where weight <= Self.most * 1_000_000:
      known[values] = weight
      return weight
    case .success:
      reader.reject(
        "the weights of \(person(values)) multiply to more than \(Self.most)", at: position,
        help: "let a mean person have the weight 1")
      return nil
    case .failure(let none):
      reader.reject(
        "\(none.count == 0 ? "no row" : "more than one row") of '\(none.path)' is about "
          + person(values),
        at: position, help: "let each kind of person have one row in each table of weights")
      return nil
    }
  }

  private func person(_ values: [String]) -> String {
    zip(weights.variables, values).map { "\($0) \($1)" }.joined(separator: ", ")
  }
}
