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
  /// A part with a document type is refused unread: those can name other files, and a few lines of
  /// them can stand for gigabytes.
  ///
  /// - Throws: ``Faults`` when the part is not well-formed XML in UTF-8.
  mutating func listen(to part: Data, named name: String, of path: String) throws(Faults) {
    let file = SourcePosition(file: path)
    guard isPlain(part) else {
      throw Faults(
        "the part '\(name)' of the file is not plain XML", at: file,
        help: "save the file again with a spreadsheet program")
    }
    // Given the data at once, the parser refuses parts above ten megabytes.
    let parser = XMLParser(stream: InputStream(data: part))
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

/// Whether XML is UTF-8 and has no document type.
private func isPlain(_ part: Data) -> Bool {
  let start = part.prefix(200)
  guard start.drop(while: { [0xef, 0xbb, 0xbf].contains($0) }).first == UInt8(ascii: "<"),
    part.range(of: Data("<!DOCTYPE".utf8)) == nil, !part.contains(0)
  else { return false }
  let text = String(decoding: start, as: UTF8.self).lowercased()
  guard let declared = text.firstMatch(of: /^\u{feff}?<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']/)
  else { return true }
  return ["utf-8", "us-ascii"].contains(declared.1)
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
