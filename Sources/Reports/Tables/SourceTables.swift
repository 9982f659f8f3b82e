import Analysis
import Diagnostics
import Documents
import RateBooks
import Scenarios
import Simulation
import Units

/// Every number of a scenario with its interval and where it comes from.
func assumptions(of file: ScenarioFile) -> Table {
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
    ], rows: proposals + rows)
}

/// What kind of ground a number stands on.
private func basis(of estimate: Node) -> Cell {
  if estimate["central"]?.asTyped == "not-published" { return .term("not-published") }
  return .term((estimate["source"]?.source?.basis ?? .published).rawValue)
}

/// The law and the sources behind numbers: name, value, source and line of each.
func referenceTable(of rows: [[Cell]]) -> Table {
  Table(
    .references, stage: .immediate,
    columns: [.init("rule"), .init("value"), .init("source"), .init("line-of-file")], rows: rows)
}

/// What postings go back to, as rows of the table of references.
///
/// - Parameters:
///   - origins: Of a ledger.
///   - file: The scenario, in which a number says whether it is a reform's own.
/// - Returns: One row an origin.
func referenceRows(of origins: [Origin], in file: ScenarioFile) -> [[Cell]] {
  let own = file.document.ownNumbers
  return origins.map { origin in
    [
      .text(origin.name), .text(origin.rate),
      own[origin.position].map(Cell.source) ?? .text(origin.source),
      .text(origin.position.description),
    ]
  }
}

extension TableBuilder {
  /// The law and the sources behind every posting.
  func references() -> Table {
    referenceTable(of: referenceRows(of: comparison.reform.ledger.origins, in: file))
  }
}

extension Cell {
  /// Where a number comes from; of a reform's own number that it says not from where.
  static func source(_ source: Source) -> Cell {
    guard case .own(let reform, let proposer) = source else { return .text(source.description) }
    return .own(reform + (proposer.map { " (\($0))" } ?? ""))
  }

  /// Where a value of law is written.
  static func reference(_ reference: Reference) -> Cell {
    reference.document == Reference.own ? .own(reference.title) : .text(reference.description)
  }

  private static func own(_ reform: String) -> Cell {
    .joined([.term(Source.Basis.own.rawValue), .text(reform)], by: ": ")
  }
}

extension Node {
  /// Every number with a source, by path.
  fileprivate func estimates(under path: String) -> [(String, Node)] {
    if self["central"] != nil { return [(path, self)] }
    return entries.flatMap { entry in
      let name = entry.key.value
      return entry.value.estimates(under: path.isEmpty ? name : "\(path).\(name)")
    }
  }

  /// Numbers that a reform states without a source, by their line.
  fileprivate var ownNumbers: [SourcePosition: Source] {
    entries.reduce(into: [:]) { numbers, entry in
      if entry.key.value == "source", let source = entry.value.source, source.isOwn {
        numbers[position] = source
      }
      numbers.merge(entry.value.ownNumbers) { first, _ in first }
    }
  }

  /// What the node says as a source; `nil` where it is none.
  fileprivate var source: Source? { try? Source.grammar.read(self) }

  /// A source as one line; it has been read before, so it is sound.
  var sourceInWords: String { source?.description ?? "" }
}
