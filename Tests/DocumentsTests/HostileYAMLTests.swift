import Diagnostics
import Documents
import Testing

@Suite("YAML that is wrong, or meant to do harm")
struct HostileYAMLTests {
  private static let yamlHelp =
    "check indentation (spaces, never tabs), colons and quotes on this line or just above"

  /// Nine lists of nine aliases each: 9⁹ values from nine lines.
  private static let bomb =
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + zip("abcdefgh", "bcdefghi").map { last, next in
      "\(next): &\(next) [\(Array(repeating: "*\(last)", count: 9).joined(separator: ", "))]\n"
    }.joined()

  @Test("a file with nothing in it is empty")
  func empty() {
    for text in ["", "\n\n", "# only a comment\n"] {
      #expect(
        message(parsing: text) == """
          a.yaml:1:1: error: the file is empty
            help: see 'takst schema' for what it may hold
          """)
    }
  }

  @Test("a tab is not indentation")
  func tab() {
    #expect(
      message(parsing: "law:\n\tfees: 1\n") == """
        a.yaml:2:1: error: this is not YAML: found character that cannot start any token
          help: \(Self.yamlHelp)
        """)
  }

  @Test("a colon too many is reported at the colon")
  func colon() {
    #expect(
      message(parsing: "months: 12\nscenario: a: b\n") == """
        a.yaml:2:12: error: this is not YAML: mapping values are not allowed in this context
          help: \(Self.yamlHelp)
        """)
  }

  @Test("an open quote is reported where it opens and not where the file ends")
  func quote() {
    #expect(
      message(parsing: "months: 12\nscenario: \"x\nlists: 1\n") == """
        a.yaml:2:11: error: this is not YAML: what starts here has no end
          help: close the quotes
        """)
  }

  @Test("a second document is refused where it starts")
  func documents() {
    #expect(
      message(parsing: "a: 1\n---\nb: 2\n") == """
        a.yaml:2:1: error: a second document starts here
          help: write one document in a file
        """)
  }

  @Test("a key that stands twice is refused")
  func duplicates() {
    #expect(
      message(parsing: "x:\n  a: 1\n  b: 2\n  a: 3\n") == """
        a.yaml:2:3: error: 'a' stands twice in one mapping
          help: keep one of them
        """)
  }

  @Test("an alias without an anchor before it is named")
  func alias() {
    #expect(
      message(parsing: "a: 1\nb: [*ol, 2]\n") == """
        a.yaml:2:5: error: the alias '*ol' has no anchor before it
          help: write '&ol' before the value it stands for
        """)
  }

  @Test("a key is a name: neither a mapping, nor a list, nor an alias")
  func keys() {
    for (text, kind, column) in [
      ("{ a: 1 }: 2", "a mapping", 1), ("? [a]\n: 2", "a list", 3),
      ("{ a: &x y, *x : 1 }", "an alias", 12),
    ] {
      #expect(
        message(parsing: text) == """
          a.yaml:1:\(column): error: a key is \(kind); keys are names
            help: write 'name: value'
          """)
    }
  }

  @Test("a star that is no alias is a character like any other")
  func stars() throws {
    let text = "a: 2 * 3\n\"*b\": '*c'\na*: x\n# *d: 1\nb: &e 1\nc: *e\n"
    let node = try document(text)
    #expect(node.entries.map(\.key.value) == ["a", "*b", "a*", "b", "c"])
    #expect(node["a"]?.asTyped == "2 * 3")
    #expect(node["*b"]?.asTyped == "*c")
    #expect(node["c"]?.asTyped == "1")
  }

  @Test("a merge key merges nothing: it is a key nobody knows")
  func merge() throws {
    let text = "a: &a { x: 1 }\nb: { <<: *a, y: 2 }\n"
    let merged = try document(text)["b"]
    #expect(merged?.entries.map(\.key.value) == ["<<", "y"])
    #expect(merged?["x"] == nil)
    let number = Grammar<[Named<Int>]>.names(of: .whole(in: 0...9))
    #expect(
      message(reading: "{ <<: { x: 1 }, y: 2 }", as: number) == """
        a.yaml:1:3: error: '<<' is not a name
          help: use letters, digits and hyphens
        """)
  }

  @Test("aliases of aliases are refused at once and not unfolded")
  func bomb() {
    let start = ContinuousClock.now
    #expect(
      message(parsing: Self.bomb).hasSuffix(
        """
        error: the file unfolds to more than 200000 values
          help: write long tables as CSV, and do not nest aliases
        """))
    // Yams compares keys before anybody can count them.
    #expect(
      message(parsing: Self.bomb + "? *i\n: x\n") == """
        a.yaml:10:3: error: a key is an alias; keys are names
          help: write 'name: value'
        """)
    #expect(message(parsing: Self.bomb + "? [*i, *i]\n: x\n").contains("a key is a list"))
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test("values nested five thousand deep are refused")
  func nesting() {
    for text in [
      String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000),
      String(repeating: "- ", count: 5_000) + "x",
      String(repeating: "{ a: ", count: 5_000) + "1" + String(repeating: "}", count: 5_000),
    ] {
      let told = message(parsing: text)
      #expect(told.contains("error: values are nested too deep"))
      #expect(told.hasSuffix("help: ten levels are plenty: look for a bracket or a dash too many"))
    }
  }

  @Test("values nested a hundred deep are read, and deeper ones are not, on any stack")
  func deep() {
    func told(_ levels: Int) -> String {
      let brackets = String(repeating: "[", count: levels)
      return message(parsing: brackets + "1" + String(repeating: "]", count: levels))
    }
    #expect(told(99) == "")
    #expect(told(100).contains("error: values are nested too deep"))
    #expect(told(900).contains("error: values are nested too deep"))
  }

  @Test(
    "of many faults the first hundred are told, and the rest is counted")
  func many() {
    let thing = Grammar<Int>.record(
      "a thing", keys: [Key("length", Grammar<Int>.whole(in: 0...9), "how long").optional]
    ) { _, _ in 1 }
    func told(_ count: Int) -> [Substring] {
      let keys = (0..<count).map { "key\($0): 1\n" }.joined()
      return message(reading: keys, as: thing).split(separator: "\n")
    }
    #expect(told(100).count == 200)
    #expect(told(101).last == "a.yaml:100:1: error: and 1 more")
    #expect(told(60_000).last == "a.yaml:100:1: error: and 59900 more")
  }

  @Test("keys that stand twice are named, ten of them")
  func manyDuplicates() {
    let told = message(parsing: (0..<25).map { "k\($0): 1\nk\($0): 2\n" }.joined())
    #expect(told.contains("and 15 more keys stands twice in one mapping"))
  }
}
