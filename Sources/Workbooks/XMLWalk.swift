import Diagnostics
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What is told of an XML part, tag by tag. Names come without their prefixes.
protocol XMLListener {
  mutating func start(_ name: String, _ attributes: [String: String])
  mutating func end(_ name: String)
  mutating func text(_ text: String)
  /// Whether the rest is not worth reading.
  var isDone: Bool { get }
}

extension XMLListener {
  mutating func end(_ name: String) {}
  mutating func text(_ text: String) {}
  var isDone: Bool { false }

  /// Listens to a part from its beginning to its end.
  ///
  /// - Parameters:
  ///   - part: The bytes.
  ///   - name: What the part is called, for messages.
  ///   - path: Of the file, for messages.
  ///   - budget: The tags that may still be read; those of the part are taken off.
  /// - Throws: ``Faults`` when the part is not well-formed ``PlainXML``, or is more than the budget.
  mutating func listen(
    to part: Data, named name: String, of path: String, budget: inout XMLBudget
  ) throws(Faults) {
    let file = SourcePosition(file: path)
    guard let xml = PlainXML(part) else {
      throw Faults(
        "the part '\(name)' of the file is not plain XML", at: file,
        help: "save the file again with a spreadsheet program")
    }
    try budget.spend(xml.tags, on: file)
    // Given the data at once, the parser refuses parts above ten megabytes.
    let parser = XMLParser(stream: InputStream(data: xml.bytes))
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    let walk = Walk(self)
    parser.delegate = walk
    let isWhole = parser.parse()
    self = walk.listener
    guard isWhole || isDone else {
      throw Faults(
        "the part '\(name)' of the file is damaged", at: file, help: "save or fetch it once more")
    }
  }
}

/// How many tags of a workbook are read: a small file can have more than anybody has time for.
struct XMLBudget {
  /// Some 250,000 cells.
  static let mostTags = 1_000_000

  private var left = mostTags

  mutating func spend(_ tags: Int, on file: SourcePosition) throws(Faults) {
    left -= tags
    guard left >= 0 else {
      throw Faults(
        "the workbook has more than \(Self.mostTags) tags, some 250000 cells", at: file,
        help: "keep the rows and columns that are needed, or save the table as CSV")
    }
  }
}

/// Hands a parser's calls on. Foundation wants a class.
private final class Walk<Listener: XMLListener>: NSObject, XMLParserDelegate {
  var listener: Listener

  init(_ listener: Listener) { self.listener = listener }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    listener.start(name, attributes)
    if listener.isDone { parser.abortParsing() }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    listener.end(name)
    if listener.isDone { parser.abortParsing() }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { listener.text(text) }
}
