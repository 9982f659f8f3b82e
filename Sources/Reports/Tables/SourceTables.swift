import Analysis
import Diagnostics
import Documents
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
      .text(node["source"]?.sourceInWords ?? ""), .text(node.position.description),
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

/// Whether somebody published a number, or the author chose it.
private func basis(of estimate: Node) -> Cell {
  let source = estimate["source"].flatMap { try? Source.grammar.read($0) }
  if estimate["central"]?.asTyped == "not-published" { return .term("not-published") }
  let isAssumption = source?.isAssumption ?? false
  return .term(isAssumption ? "assumption" : "published")
}

/// The law and the sources behind numbers: name, value, source and line of each.
func referenceTable(of rows: [[Cell]]) -> Table {
  Table(
    .references, stage: .immediate,
    columns: [.init("rule"), .init("value"), .init("source"), .init("line-of-file")], rows: rows)
}

extension TableBuilder {
  /// The law and the sources behind every posting.
  func references() -> Table {
    let origins = comparison.reform.ledger.origins.map { origin -> [Cell] in
      [
        .text(origin.name), .text(origin.rate), .text(origin.source),
        .text(origin.position.description),
      ]
    }
    return referenceTable(of: origins)
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

  /// A source as one line; it has been read before, so it is sound.
  var sourceInWords: String { (try? Source.grammar.read(self))?.description ?? "" }
}
