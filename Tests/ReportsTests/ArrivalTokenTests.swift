import TestSupport
import Testing

@Suite("No token of a scenario about arrivals is dead")
struct ArrivalTokenTests {
  @Test("after a change of any one token a number, a word, a notice or a fault moves")
  func mainScenario() throws {
    try expectLife(of: "diplomat-list.yaml", in: 0..<120)
  }

  @Test(
    "so it is in reforms of it",
    arguments: ["already-included", "individual-enrolment", "own-lists"])
  func reforms(name: String) throws {
    try expectLife(of: "diplomat-list-\(name).yaml", in: 0..<20)
  }

  @Test("words, numbers, keys, anchors and aliases are tokens; comments and punctuation are none")
  func tokens() {
    let yaml = """
      # no: token
      a: &x { b: 1, 'c d': [e f, *x] }  # nor this
      g:
        - "h: i" # j
        - url: https://k.l/m#n
      """
    let tokens = (0..<TokenChange.count(in: yaml)).map {
      TokenChange(of: yaml, token: $0, isDeletion: true).token
    }
    #expect(
      tokens == ["a", "&x", "b", "1", "c d", "e f", "*x", "g", "h: i", "url", "https://k.l/m#n"])
    let change = TokenChange(of: yaml, token: 3, isDeletion: false)
    #expect(change.description == "line 2: '1' → '2'")
    #expect(change.text == yaml.replacing("b: 1", with: "b: 2"))
  }

  private func expectLife(of name: String, in seeds: Range<UInt64>) throws {
    let files = ["diplomat-list.yaml", "example-lists.csv", name]
    let life = TokenLife(
      name: name,
      texts: Dictionary(try files.map { ($0, try Self.text($0)) }) { first, _ in first },
      cheap: { try ShownFile.tables(Self.cheapTables, of: $0) },
      dear: { try ShownFile.tables(of: $0) })
    try life.expect(
      in: seeds,
      exceptions: [
        .init(
          token: "null", isDeletion: true,
          why: "a key without a value is what null says: the key is taken away")
      ])
  }

  /// The tables that one run makes.
  private static let cheapTables =
    "[payers, marginal-cost, break-even, one-person, enrolment, arrival-groups, lists, assumptions, "
    + "references]"

  /// The shipped file, of few lists and persons.
  private static func text(_ name: String) throws -> String {
    try Repository.text("Scenarios/norway/\(name)").replacing("697010", with: "32700")
      .replacing("128233", with: "16350").replacing("77095", with: "10900")
      .replacing("central: 1700", with: "central: 100")
  }
}
