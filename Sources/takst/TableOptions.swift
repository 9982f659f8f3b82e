public import ArgumentParser
import Diagnostics
import Documents
public import Reports
import Scenarios

extension Language: ExpressibleByArgument {}

extension TableName {
  /// Their names, for the help of an option.
  static let values = "Tables: \(allCases.map(\.rawValue).joined(separator: ", "))."

  static let completion = CompletionKind.list(allCases.map(\.rawValue))

  /// The table of a name that is typed on the command line.
  ///
  /// - Throws: `ValidationError` with the nearest name, where there is no such table.
  static func named(_ name: String) throws -> TableName {
    if let table = TableName(rawValue: name) { return table }
    let names = allCases.map(\.rawValue)
    throw ValidationError(
      nearName(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "the tables are \(names.joined(separator: ", "))")
  }
}

/// Options of every command that shows tables.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only this table; may be repeated.", discussion: TableName.values, valueName: "id"),
    completion: TableName.completion, transform: TableName.named)
  var table: [TableName] = []

  @Option(help: "The language of text: en, nb or da.")
  var language = Language.english

  @Option(help: ArgumentHelp("Other random numbers than the scenario's.", valueName: "n"))
  var seed: Int?

  func validate() throws {
    if let seed, !(0...1_000_000_000).contains(seed) {
      throw ValidationError("'--seed \(seed)' must lie in 0...1000000000.")
    }
  }

  /// The scenario with the seed of the command line.
  func seeded(_ file: ScenarioFile) throws -> ScenarioFile {
    guard let seed else { return file }
    return try file.changing(
      "seed", to: Node(.scalar("\(seed)", isQuoted: false), at: Self.position))
  }

  /// The scenario with the seed and the tables of the command line.
  ///
  /// - Parameters:
  ///   - file: A scenario.
  ///   - long: Tables that are left out unless asked for by name, because they are for programs.
  /// - Throws: `Faults` when the file cannot be changed.
  /// - Returns: The changed file.
  func applied(to file: ScenarioFile, leavingOut long: [TableName] = []) throws -> ScenarioFile {
    let file = try seeded(file)
    let names: [String]
    if !table.isEmpty {
      try check(table.once, among: file.question.knownTables)
      names = table.once.map(\.rawValue)
    } else if !long.isEmpty {
      guard file.document["tables"] == nil else { return file }
      names = TableName.ofCapacities.filter { !long.contains($0) }.map(\.rawValue)
    } else {
      return file
    }
    let nodes = names.map { Node(.scalar($0, isQuoted: false), at: Self.position) }
    return try file.changing("tables", to: Node(.sequence(nodes), at: Self.position))
  }

  private func check(_ tables: [TableName], among known: [TableName]) throws(Faults) {
    let names = known.map(\.rawValue)
    let faults = tables.filter { !known.contains($0) }.map { table in
      Diagnostic(
        "'--table' is \(table.rawValue), which is no table of the file's question",
        at: Self.position,
        help: nearName(to: table.rawValue, among: names).map { "did you mean '\($0)'?" }
          ?? "its tables are \(names.joined(separator: ", "))")
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }

  /// The tables of the command line, each once; all where none is named.
  ///
  /// - Parameters:
  ///   - tables: As named on the command line.
  ///   - known: The tables of the command.
  ///   - command: Its name.
  /// - Throws: `Faults` for a table the command does not have.
  /// - Returns: The tables to make.
  static func chosen(
    _ tables: [TableName], among known: [TableName], by command: String
  ) throws(Faults) -> [TableName] {
    let unknown = tables.once.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      let names = known.map(\.rawValue)
      throw Faults(
        unknown.map { table in
          Diagnostic(
            "'\(command)' has no table '\(table.rawValue)'", at: position,
            help: nearName(to: table.rawValue, among: names).map { "did you mean '\($0)'?" }
              ?? "its tables are \(names.joined(separator: ", "))")
        })
    }
    return tables.isEmpty ? known : tables.once
  }

  static let position = SourcePosition(file: "command line")
}
