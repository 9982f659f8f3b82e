import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@testable import Scenarios

@Suite("temp documents")
struct TempDocs {
  func lines(_ node: Node, _ path: String) -> [String] {
    switch node.content {
    case .scalar(let t, let q): ["\(path) = \(q ? "'" : "")\(t) @\((node.position.file as NSString).lastPathComponent):\(node.position.line)"]
    case .sequence(let items):
      items.isEmpty ? ["\(path) = []"] : items.enumerated().flatMap { lines($1, "\(path).\($0 + 1)") }
    case .mapping(let e):
      e.isEmpty ? ["\(path) = {}"] : e.flatMap { lines($0.value, "\(path).\($0.key.value)") }
    }
  }
  func old(_ path: String) throws -> Node {
    let document = try Node(parsing: InputFile(reading: path))
    guard document["base"] != nil else { return document }
    let reform = try Reform.grammar.read(document)
    var base = try old(ScenarioFile.resolve(reform.base.value, from: path))
    for change in reform.changes { base = try base.changing(change.path, to: change.value) }
    return base
  }
  @Test func compare() throws {
    let root = Repository.path("Scenarios")
    for name in try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
    where name.hasSuffix(".yaml") && !name.contains("sweeps") {
      let path = "\(root)/\(name)"
      let before = lines(try old(path), "").filter { !$0.hasPrefix(".scenario =") }
      let after = lines(try ScenarioFile(reading: path).document, "").filter { !$0.hasPrefix(".scenario =") }
      let (b, a) = (Set(before), Set(after))
      print("==", name, before == after ? "same" : "differs", try ScenarioFile(reading: path).changes.count)
      for l in before where !a.contains(l) { print("  -", l) }
      for l in after where !b.contains(l) { print("  +", l) }
    }
  }
}
