import Diagnostics
import Documents
import RateBooks
import Units

/// Rules of a rate book that a reform takes away.
///
/// They stand in the book and not in the document, so that taking a key out of the document would leave
/// them in force: they end instead, by a period without a value from their first day on.
struct EndedLaw {
  /// The book, as it is written.
  let book: Node
  /// The document before the change.
  let document: Node
  /// Who takes away.
  let title: String

  /// The rules that a change ends.
  ///
  /// - Parameter change: As a reform writes it; `null` at a rule ends it, at a section all its rules.
  /// - Throws: A ``Diagnostic`` where the change takes away a part of a rule that the book has.
  /// - Returns: The law to lay on the document after the change; `nil` where it ends nothing.
  func ended(by change: Reform.Change) throws(Diagnostic) -> Node? {
    let names = try Node.names(of: change.path)
    let written = Node.nested(change.value, at: names, startingAt: change.path.position)
    var sections: [Node.Entry] = []
    for section in written["law"]?.entries ?? [] {
      let rules = try rules(of: section)
      guard !rules.isEmpty else { continue }
      sections.append(
        Node.Entry(key: section.key, value: Node(.mapping(rules), at: section.key.position)))
    }
    return sections.isEmpty ? nil : Node(.mapping(sections), at: change.path.position)
  }

  private func rules(of section: Node.Entry) throws(Diagnostic) -> [Node.Entry] {
    guard let known = book[section.key.value] else { return [] }
    if section.value.isNull {
      return known.entries.compactMap {
        ending($0.key.value, of: $0.value, at: section.key.position)
      }
    }
    var ended: [Node.Entry] = []
    for rule in section.value.entries {
      guard let law = known[rule.key.value] else { continue }
      guard rule.value.isNull else {
        try checkParts(of: rule, in: law, section.key.value)
        continue
      }
      ended += [ending(rule.key.value, of: law, at: rule.key.position)].compactMap(\.self)
    }
    return ended
  }

  /// A rule without a value from its first day on.
  private func ending(_ name: String, of law: Node, at position: SourcePosition) -> Node.Entry? {
    guard case .sequence(let periods)? = law["periods"]?.content,
      let first = periods.compactMap(\.firstDay).min()
    else { return nil }
    func word(_ text: String) -> Node { Node(.scalar(text, isQuoted: true), at: position) }
    func mapping(_ entries: KeyValuePairs<String, Node>) -> Node {
      Node(
        .mapping(
          entries.map { Node.Entry(key: Located($0, written: $0, at: position), value: $1) }),
        at: position)
    }
    let period = mapping([
      "from": word(first.description),
      "value": Node(.scalar("null", isQuoted: false), at: position),
      "reference": mapping(["title": word(title), "document": word(Reference.own)]),
    ])
    return Node.Entry(
      key: Located(name, written: name, at: position),
      value: mapping(["periods": Node(.sequence([period]), at: position)]))
  }

  /// What a rule is called, its unit and its periods come from the book where the document has none, so
  /// there is nothing to take away.
  private func checkParts(
    of rule: Node.Entry, in law: Node, _ section: String
  ) throws(Diagnostic) {
    for part in rule.value.entries where part.value.isNull && law[part.key.value] != nil {
      let path = "law.\(section).\(rule.key.value)"
      guard document.value(at: "\(path).\(part.key.value)") == nil else { continue }
      throw Diagnostic(
        "'\(path).\(part.key.value)' stands in the rate book and cannot be taken away alone",
        at: part.key.position,
        help: "take the whole rule away with '\(path): null', or write its periods anew")
    }
  }
}
