import Diagnostics
import Documents
import Foundation
import Scenarios
import Statistics
import Units

/// The factors of a sweep as SALib has them: a parameter file (`name lower upper group dist`) or a
/// problem saved as JSON (`num_vars`, `names`, `bounds`, `groups`, `dists`).
struct SALibProblem {
  private var rows: [Row]

  struct Row {
    var name: Located<String>
    var bounds: [Double]
    var group: String?
    /// SALib's word; `unif` unless said.
    var distribution: String
  }

  /// - Throws: ``Faults``: unreadable files, and rows that are none.
  init(reading name: Located<String>, from path: String) throws(Faults) {
    let place = ScenarioFile.resolve(name.value, from: path)
    let file: InputFile
    do {
      file = try InputFile(reading: place)
    } catch {
      throw error.naming("problem file", name, relativeTo: "sweep")
    }
    rows = place.hasSuffix(".json") ? try Self.json(file) : try Self.text(file)
  }

  /// - Parameter position: Where the sweep names the file.
  /// - Throws: ``Faults`` for distributions SALib does not have, or bounds that do not fit.
  /// - Returns: The factors as if written in the sweep.
  func drafts(at position: SourcePosition) throws(Faults) -> [Named<Factor.Draft>] {
    var (drafts, faults): ([Named<Factor.Draft>], [Diagnostic]) = ([], [])
    guard !rows.isEmpty else {
      throw Faults(
        "the problem has no parameters", at: position,
        help: "write name, lower and upper bound of each in a line of the file")
    }
    var known: Set<String> = []
    for row in rows {
      guard known.insert(row.name.value).inserted else {
        faults.append(
          Diagnostic(
            "the parameter '\(row.name.text)' stands twice", at: row.name.position,
            help: "keep one of them"))
        continue
      }
      guard let distribution = row.spread else {
        faults.append(
          Diagnostic(
            "'\(row.name.text)' has no distribution '\(row.distribution)' with "
              + "\(counted(row.bounds.count, "such bound"))",
            at: row.name.position,
            help: "SALib has unif, logunif, norm and lognorm with two, triang with three and "
              + "truncnorm with four"))
        continue
      }
      if let fault = distribution.fault {
        faults.append(
          Diagnostic("the bounds of '\(row.name.text)': \(fault)", at: row.name.position))
        continue
      }
      let draft = Factor.Draft(
        spread: .known(.distribution(distribution)), isWhole: false, group: row.group)
      drafts.append(Named(name: row.name, value: draft))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return drafts
  }

  private static func text(_ file: InputFile) throws(Faults) -> [Row] {
    var (rows, faults): ([Row], [Diagnostic]) = ([], [])
    for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let cells = line.split { $0 == "," || $0.isWhitespace }.map(String.init)
      guard let name = cells.first, !name.hasPrefix("#") else { continue }
      let position = SourcePosition(file: file.path, line: number + 1, column: 1)
      guard (3...5).contains(cells.count), let low = Double(cells[1]), let high = Double(cells[2])
      else {
        faults.append(
          Diagnostic(
            "'\(line)' is not a parameter", at: position,
            help: "write name, lower and upper bound, and if wanted a group and a distribution"))
        continue
      }
      rows.append(
        Row(
          name: Located(name, written: name, at: position), bounds: [low, high],
          group: cells.count > 3 && cells[3] != "NA" && cells[3] != name ? cells[3] : nil,
          distribution: cells.count > 4 ? cells[4] : "unif"))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return rows
  }

  private enum Keys {
    /// With an exponent and all its digits, as Python writes small and binary numbers.
    static let number = Grammar<Double>(schema: .object(["type": .string("number")])) { node, log in
      guard let number = node.text.flatMap({ Double($0) }), number.isFinite else {
        log.add(
          "the bound is \(node.asTyped)", at: node.position, help: "write a number")
        return nil
      }
      return number
    }
    static let count = Key("num_vars", Grammar.whole(in: 1...10_000), "how many factors")
    static let names = Key(
      "names", Grammar<[Located<String>]>.list(of: Grammar<String>.text.located), "their paths")
    static let bounds = Key(
      "bounds", Grammar<[[Double]]>.list(of: .list(of: number)), "bounds of each")
    static let groups = Key(
      "groups", Grammar<[String]>.list(of: .text).orNull, "the group of each")
    static let distributions = Key(
      "dists", Grammar<[String]>.list(of: .text).orNull, "the distribution of each")
    static let outputs = Key("outputs", Grammar<[String]>.list(of: .text).orNull, "left alone")
  }

  private static let grammar = Grammar<[Row]>.record(
    "a SALib problem",
    keys: [
      Keys.count.optional, Keys.names.required, Keys.bounds.required, Keys.groups.optional,
      Keys.distributions.optional, Keys.outputs.optional,
    ]
  ) { record, log in
    let (names, bounds) = (record[Keys.names], record[Keys.bounds])
    let (groups, kinds) = (
      record[maybe: Keys.groups] ?? nil, record[maybe: Keys.distributions] ?? nil
    )
    guard
      [bounds.count, groups?.count, kinds?.count, record[maybe: Keys.count]]
        .allSatisfy({ $0 == nil || $0 == names.count })
    else {
      log.add(
        "the lists of the problem are not of one length", at: record.position,
        help: "write one name, one pair of bounds, one group and one distribution per factor")
      return nil
    }
    return names.indices.map { place in
      Row(
        name: names[place], bounds: bounds[place],
        group: groups.flatMap { $0[place] == names[place].value ? nil : $0[place] },
        distribution: kinds?[place] ?? "unif")
    }
  }

  private static func json(_ file: InputFile) throws(Faults) -> [Row] {
    try grammar.read(Node(parsing: file))
  }
}

extension SALibProblem.Row {
  /// The distribution; `nil` when SALib has none of this name with so many bounds.
  fileprivate var spread: Distribution? {
    switch (distribution, bounds.count) {
    case ("unif", 2): .uniform(low: bounds[0], high: bounds[1])
    case ("logunif", 2): .logUniform(low: bounds[0], high: bounds[1])
    case ("norm", 2): .normal(mean: bounds[0], deviation: bounds[1])
    case ("lognorm", 2): .lognormal(median: exp(bounds[0]), deviation: bounds[1])
    case ("triang", 3):
      .triangular(
        low: bounds[0], mode: bounds[0] + bounds[2] * (bounds[1] - bounds[0]), high: bounds[1])
    case ("truncnorm", 4):
      .truncated(
        .normal(mean: bounds[2], deviation: bounds[3]), low: bounds[0], high: bounds[1])
    default: nil
    }
  }
}
