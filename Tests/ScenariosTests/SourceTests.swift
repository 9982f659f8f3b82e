import Diagnostics
import Documents
import RateBooks
import Scenarios
import Testing

@Suite("Where a number comes from")
struct SourceTests {
  private func source(_ text: String) throws -> Source {
    try Source.grammar.read(Node(parsing: InputFile(path: "a.yaml", text: text)))
  }

  private func message(_ text: String) -> String {
    let faults = #expect(throws: Faults.self) { try source(text) }
    return faults?.description ?? ""
  }

  @Test("a source is a reference, a document in words, or an assumption with its reason")
  func kinds() throws {
    #expect(try source("the hearing note, § 4") == .document("the hearing note, § 4"))
    #expect(try source("\"assumption:  not published\"") == .assumption("not published"))
    #expect(
      try source("{ title: Note, document: x, paragraph: § 1 }")
        == .reference(Reference(title: "Note", document: "x", paragraph: "§ 1")))
    #expect(try source("\"an assumption: of sorts\"") == .document("an assumption: of sorts"))
  }

  @Test("a source is printed as its author would say it")
  func descriptions() throws {
    #expect(
      try source("{ title: Note, url: \"https://u\", paragraph: § 1 }").description
        == "Note, § 1, https://u")
    #expect(try source("\"assumption: no figure\"").description == "assumption: no figure")
    #expect(try source("\"assumption: no figure\"").isAssumption)
    #expect(try !source("a book").isAssumption)
  }

  @Test("an assumption without a reason is no source, and neither is nothing")
  func empty() {
    for text in ["\"assumption:\"", "\"assumption:   \""] {
      #expect(message(text).hasPrefix("a.yaml:1:1: error: the assumption gives no reason\n"))
    }
    for text in ["\"\"", "\"  \"", "null"] {
      #expect(message(text).contains("; it takes text\n"))
    }
  }
}
