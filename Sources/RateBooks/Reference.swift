import Diagnostics
public import Documents

/// Where a number is written down, so that a reader can go and see.
public struct Reference: Hashable, Sendable {
  public var title: String
  public var url: String?
  /// A document without an address of its own.
  public var document: String?
  public var paragraph: String?

  public init(title: String, url: String? = nil, document: String? = nil, paragraph: String? = nil)
  {
    (self.title, self.url, self.document, self.paragraph) = (title, url, document, paragraph)
  }
}

extension Reference: CustomStringConvertible {
  /// One line: title, paragraph, and where to find it.
  public var description: String {
    [title, paragraph, document, url].compactMap(\.self).joined(separator: ", ")
  }
}

extension Reference {
  private enum Keys {
    static let title = Key("title", .text, "what the source is called")
    static let url = Key("url", .address, "its address")
    static let document = Key("document", .text, "the document, when it has no address")
    static let paragraph = Key("paragraph", .text, "chapter, section or paragraph in it")
  }

  /// A title and at least one of `url` and `document`.
  public static let grammar = Grammar<Reference>.record(
    "a reference",
    keys: [Keys.title.required, Keys.url.optional, Keys.document.optional, Keys.paragraph.optional]
  ) { record, log in
    guard record[maybe: Keys.url] != nil || record[maybe: Keys.document] != nil else {
      log.add(
        "the reference says neither 'url' nor 'document'", at: record.position,
        help: "add 'url', or 'document' for a source without an address")
      return nil
    }
    return Reference(
      title: record[Keys.title], url: record[maybe: Keys.url],
      document: record[maybe: Keys.document],
      paragraph: record[maybe: Keys.paragraph])
  }.asSource { owner in
    // A period of law whose value a reform changed in place, without a reference of its own.
    Node.mapping(
      [Keys.title.name: owner.title, Keys.document.name: own], at: owner.position)
  }

  /// Stands for the document of a value of law that a reform changed without a reference.
  public static let own = "the reform's own, without a reference"
}
