public import Diagnostics
public import Documents
import RateBooks

/// What a reform is called and who proposes it.
public struct Proposal: Sendable {
  public var title: String
  /// `nil` where the author names nobody.
  public var source: Source?
  public var position: SourcePosition
}

/// A scenario written as what differs from another one.
public struct Reform: Sendable {
  var title: String
  /// The path of the file it changes, relative to its own.
  var base: Located<String>
  var source: Source?
  /// Paths and their new values; `null` takes a key away.
  var changes: [Change]

  struct Change: Sendable {
    var path: Located<String>
    var value: Node
  }

  private enum Keys {
    static let title = Key("reform", Grammar<String>.text, "what changes, as a title")
    static let base = Key("base", Grammar<String>.text.located, "the scenario file it changes")
    static let source = Key("source", Source.grammar, "who proposes it")
    static let change = Key("change", Grammar<[Change]>.changes, "paths and their new values")
  }

  /// The grammar of a reform file. New values are checked as part of the changed scenario.
  public static let grammar = Grammar<Reform>.record(
    "a reform",
    keys: [
      Keys.title.required, Keys.base.required, Keys.source.optional, Keys.change.optional,
    ]
  ) { record, _ in
    Reform(
      title: record[Keys.title], base: record[Keys.base], source: record[maybe: Keys.source],
      changes: record[maybe: Keys.change] ?? [])
  }
}

extension Grammar where Value == [Reform.Change] {
  /// Any mapping: what its values may be is the scenario's business. Nothing at all is no change.
  fileprivate static var changes: Grammar {
    Grammar(schema: .object(["type": .array([.string("object"), .string("null")])])) { node, log in
      if node.isNull { return [] }
      guard case .mapping(let entries) = node.content else {
        log.add(
          "'change' is \(node.asTyped); it takes paths with new values", at: node.position,
          help: "write for example 'arrivals.diplomats.uptake.central: 0.5'")
        return nil
      }
      guard entries.count <= mostPaths else {
        log.add(
          "\(entries.count) paths stand here; there can be \(mostPaths)", at: node.position,
          help: "write what changes together under one path")
        return nil
      }
      return entries.map { Reform.Change(path: $0.key, value: $0.value) }
    }
  }
}
