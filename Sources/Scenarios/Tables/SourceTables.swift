package import Diagnostics
package import Documents
import RateBooks
package import Reports
import Units

/// Every number of a scenario with its interval and where it comes from.
///
/// - Parameters:
///   - file: The scenario.
///   - settings: Rows of what is stated with a source and is no single number, or with none.
/// - Returns: The table.
package func assumptions(of file: ScenarioFile, settings: [[Cell]] = []) -> Table {
  let rows = file.document.estimates(under: "").map { path, node -> [Cell] in
    func value(_ key: String) -> Cell {
      let text = node[key]?.asTyped ?? node["central"]?.asTyped ?? ""
      return text == "not-published" ? .missing : .text(text)
    }
    return [
      .text(path), value("low"), value("central"), value("high"), basis(of: node),
      node["source"]?.source.map(Cell.source) ?? .text(""), .text(node.position.description),
    ]
  }
  let proposals = file.reforms.map { reform -> [Cell] in
    [
      .text(reform.title), .empty, .empty, .empty, .term("reform"),
      .text(reform.source?.description ?? ""), .text(reform.position.description),
    ]
  }
  return Table(
    .assumptions, stage: .immediate,
    columns: [
      .init("number"), .init("low"), .init("central"), .init("high"), .init("basis"),
      .init("source"), .init("line-of-file"),
    ], rows: proposals + rows + settings)
}

/// What kind of ground a number stands on.
private func basis(of estimate: Node) -> Cell {
  if estimate["central"]?.asTyped == "not-published" { return .term("not-published") }
  return .term((estimate["source"]?.source?.basis ?? .published).rawValue)
}

/// The law and the sources behind numbers: name, value, source and line of each.
package func referenceTable(of rows: [[Cell]], notes: [Phrase] = []) -> Table {
  Table(
    .references, stage: .immediate,
    columns: [.init("rule"), .init("value"), .init("source"), .init("line-of-file")], rows: rows,
    notes: notes)
}

/// What is stated and is no single number, as rows of the table of assumptions.
///
/// - Parameters:
///   - file: The scenario.
///   - paths: Where it stands, and the key of its source; `nil` for a choice that needs none.
/// - Returns: One row for each that is there.
package func settingRows(of file: ScenarioFile, _ paths: [(String, String?)]) -> [[Cell]] {
  paths.compactMap { path, key in
    guard let node = file.document.value(at: path) else { return nil }
    let source = key.flatMap { node[$0] }
    if key != nil, source == nil { return nil }
    return settingRow(of: path, node, from: source?.source)
  }
}

/// Everything a scenario states with a source that is no single number, and the days its numbers are of.
///
/// - Parameter file: The scenario.
/// - Returns: One row for each, in the order of the file. Law of the scenario's own is told as law.
package func statedRows(of file: ScenarioFile) -> [[Cell]] {
  file.document.parts.filter { $0.name != "law" }.flatMap { name, node in
    node.stated(under: name).map { path, node in
      settingRow(of: path, node, from: node["source"]?.source)
    }
  }
}

private func settingRow(of path: String, _ node: Node, from source: Source?) -> [Cell] {
  [
    .text(path), .empty, .text(node.inWords), .empty,
    source.map { .term($0.basis.rawValue) } ?? .term("setting"),
    .text(source?.description ?? ""), .text(node.position.description),
  ]
}

extension Cell {
  /// Where a number comes from; of a reform's own number that it says not from where.
  package static func source(_ source: Source) -> Cell {
    guard case .own(let reform, let proposer) = source else { return .text(source.description) }
    return .own(reform + (proposer.map { " (\($0))" } ?? ""))
  }
}

extension Node {
  /// Every number with a source, by path.
  fileprivate func estimates(under path: String) -> [(String, Node)] {
    if self["central"] != nil { return [(path, self)] }
    return parts.flatMap { name, part in
      part.estimates(under: path.isEmpty ? name : "\(path).\(name)")
    }
  }

  /// What has a source and is no number, and days numbers are of, by path.
  fileprivate func stated(under path: String) -> [(String, Node)] {
    let isStated = self["source"] != nil && self["central"] == nil
    return (isStated || path.hasSuffix(".as-of") ? [(path, self)] : [])
      + parts.flatMap { name, part in part.stated(under: "\(path).\(name)") }
  }

  /// What is written in a value, in one line, without its sources and the values that have their own.
  fileprivate var inWords: String {
    switch content {
    case .scalar(let text, _): text
    case .sequence(let items): items.map(\.inWords).joined(separator: "; ")
    case .mapping(let entries):
      entries.filter { !$0.key.value.hasSuffix("source") && $0.value["source"] == nil }
        .map { "\($0.key.value) \($0.value.inWords)" }.joined(separator: ", ")
    }
  }

  /// Numbers that a reform states without a source, by their line.
  package var ownNumbers: [SourcePosition: Source] {
    parts.reduce(into: [:]) { numbers, part in
      if part.name == "source", let source = part.value.source, source.isOwn {
        numbers[position] = source
      }
      numbers.merge(part.value.ownNumbers) { first, _ in first }
    }
  }

  /// What the node says as a source; `nil` where it is none.
  fileprivate var source: Source? { try? Source.grammar.read(self) }

  /// A source as one line; it has been read before, so it is sound.
  package var sourceInWords: String { source?.description ?? "" }
}
