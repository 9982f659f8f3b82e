import Documents
import RateBooks
import Testing

@Suite("Who reads a section of the law")
struct SectionReaderTests {
  @Test("every section of a rate book is read by the runs of some question, but for prices")
  func readers() throws {
    guard case .object(let schema) = RateBook.fragment.schema,
      case .object(let sections)? = schema["properties"]
    else {
      Issue.record("the schema has no properties")
      return
    }
    let unread = sections.keys.filter { RateBook.readers(of: $0).isEmpty }
    #expect(unread == ["patient-prices"])
    #expect(RateBook.readers(of: "fees") == Set(RateBook.Reader.allCases))
    #expect(RateBook.readers(of: "list-rights") == [.arrivals])
  }
}
