import Diagnostics
import Documents
import Testing

@Suite("Paths into a document")
struct NodePathTests {
  private func base() throws -> Node {
    try document("arrivals:\n  diplomats:\n    uptake: 1\n    fulfils: [a]\nmonths: 12\n")
  }

  /// A path and a value as a reform writes them.
  private func change(_ node: Node, _ path: String, to value: String) throws -> Node {
    let reform = try Node(parsing: InputFile(path: "reform.yaml", text: "\(path): \(value)\n"))
    let entry = try #require(reform.entries.first)
    return try node.changing(entry.key, to: entry.value)
  }

  private func refusal(_ path: String, to value: String = "1") throws -> String {
    do {
      _ = try change(base(), path, to: value)
      return ""
    } catch let fault as Diagnostic {
      return fault.description
    }
  }

  @Test("a path finds a value, and nothing where a name is missing")
  func value() throws {
    let node = try base()
    #expect(node.value(at: "arrivals.diplomats.uptake")?.asTyped == "1")
    #expect(node.value(at: "arrivals.diplomats")?.asTyped == "a mapping")
    for path in ["arrivals.others", "arrivals.diplomats.uptake.central", "", "months.", ".months"] {
      #expect(node.value(at: path) == nil, "\(path)")
    }
  }

  @Test("a changed value keeps the place where the reform writes it; the rest stays")
  func changed() throws {
    let node = try change(base(), "arrivals.diplomats.uptake", to: "0.5")
    let value = try #require(node.value(at: "arrivals.diplomats.uptake"))
    #expect(value.asTyped == "0.5")
    #expect(value.position == SourcePosition(file: "reform.yaml", line: 1, column: 28))
    #expect(node.value(at: "months")?.position.file == "a.yaml")
    #expect(
      node.value(at: "arrivals.diplomats")?.entries.map(\.key.value) == ["uptake", "fulfils"])
  }

  @Test("a new name is added, with the mappings that lead to it, at the place of the path")
  func added() throws {
    let node = try change(base(), "law.fees.x", to: "1")
    #expect(node.entries.map(\.key.value) == ["arrivals", "months", "law"])
    #expect(node.value(at: "law.fees.x")?.asTyped == "1")
    #expect(
      node.value(at: "law.fees")?.position
        == SourcePosition(file: "reform.yaml", line: 1, column: 1))
  }

  @Test("null takes a key away, wherever it is, and does nothing where there is none")
  func removed() throws {
    #expect(try change(base(), "months", to: "null").entries.map(\.key.value) == ["arrivals"])
    let inner = try change(base(), "arrivals.diplomats.fulfils", to: "~")
    #expect(inner.value(at: "arrivals.diplomats")?.entries.map(\.key.value) == ["uptake"])
    #expect(try change(base(), "weather", to: "null").entries.count == 2)
    #expect(try change(base(), "months", to: "\"null\"").value(at: "months")?.asTyped == "null")
  }

  @Test("an item of a list is named by its place, from 1")
  func items() throws {
    let node = try document("groups:\n  - { use: 1 }\n  - { use: 2 }\n")
    #expect(node.value(at: "groups.2.use")?.asTyped == "2")
    for path in ["groups.0.use", "groups.3.use", "groups.-1", "groups.use", "groups.1.use.1"] {
      #expect(node.value(at: path) == nil, "\(path)")
    }
    let changed = try change(node, "groups.1.use", to: "5")
    #expect(changed.value(at: "groups.1.use")?.asTyped == "5")
    #expect(changed.value(at: "groups.2.use")?.asTyped == "2")
  }

  @Test("a path through a number, or past the end of a list, is refused at the path")
  func throughScalar() throws {
    for (path, name) in [
      ("months.first", "first"), ("arrivals.diplomats.fulfils.a", "a"),
      ("arrivals.diplomats.uptake.central.x", "central"),
    ] {
      #expect(
        try refusal(path) == """
          reform.yaml:1:1: error: the path '\(path)' leads through a value that has no '\(name)'
            help: a path names keys of mappings, and items of lists by their place from 1; \
          to add or take away items, replace the whole list
          """)
    }
  }

  @Test("a misspelt name on the way is not taken for a new one")
  func misspelt() throws {
    #expect(
      try refusal("arrivals.diplomat.uptake") == """
        reform.yaml:1:1: error: the path 'arrivals.diplomat.uptake' leads through 'diplomat', \
        which is not there
          help: did you mean 'diplomats'? to add a name, write all it holds in one mapping
        """)
    #expect(try refusal("arrivals.others.uptake") == "")
    #expect(try refusal("arrivals.diplomat", to: "{ uptake: 1 }") == "")
  }

  @Test("a path has at most twenty names, and a longer one is not walked")
  func longest() throws {
    let twenty = Array(repeating: "q", count: 20).joined(separator: ".")
    #expect(try refusal(twenty) == "")
    let place = SourcePosition(file: "reform.yaml", line: 4, column: 3)
    for count in [21, 100_000] {
      let path = Array(repeating: "q", count: count).joined(separator: ".")
      let shown = count == 21 ? path : path.prefix(57) + "…"
      let fault = #expect(throws: Diagnostic.self) {
        try base().changing(Located(path, written: path, at: place), to: document("1"))
      }
      #expect(
        fault?.description == """
          reform.yaml:4:3: error: the path '\(shown)' has \(count) names; a path has at most 20
            help: name a mapping nearer the top, and write what it holds under it
          """)
    }
  }
}
