public import Diagnostics

/// One key of a mapping with agreed keys.
public struct Key<Value: Sendable>: Sendable {
  public let name: String
  /// One sentence for the schema and for the message when the key is missing.
  public let about: String
  let grammar: Grammar<Value>

  public init(_ name: String, _ grammar: Grammar<Value>, _ about: String) {
    (self.name, self.grammar, self.about) = (name, grammar, about)
  }

  /// The key as one that must be there.
  public var required: AnyKey { AnyKey(self, isRequired: true) }
  /// The key as one that may be left out.
  public var optional: AnyKey { AnyKey(self, isRequired: false) }
}

/// A key of a mapping, whatever it holds.
public struct AnyKey: Sendable {
  let name: String
  let about: String
  let schema: JSONValue
  let layout: Layout
  let isRequired: Bool
  let read: @Sendable (Node, inout FaultLog) -> (any Sendable)?

  init<Value>(_ key: Key<Value>, isRequired: Bool) {
    (name, about, self.isRequired) = (key.name, key.about, isRequired)
    schema = key.grammar.schema.described(as: key.about)
    layout = key.grammar.layout
    read = { node, log in key.grammar.read(node, &log) }
  }
}

/// A mapping whose keys have all been read.
public struct Record {
  public let position: SourcePosition
  /// The keys on the way here, joined by points: `arrivals.diplomats.uptake`.
  public let path: String
  fileprivate let values: [String: any Sendable]
  fileprivate let written: Set<String>
  fileprivate let known: Set<String>

  /// The value of a key that was declared as required.
  public subscript<Value>(key: Key<Value>) -> Value {
    guard let value = self[maybe: key] else {
      preconditionFailure("'\(key.name)' is read as required but not declared so")
    }
    return value
  }

  /// The value of a key that may have been left out.
  public subscript<Value>(maybe key: Key<Value>) -> Value? {
    guard let value = values[key.name] else { return nil }
    guard let typed = value as? Value else {
      preconditionFailure("'\(key.name)' is declared with another type than it is read with")
    }
    return typed
  }

  /// Whether a key is as in a sound version of the document (``KnownKeys``), so that what was checked of
  /// it and of nothing else in the document need not be checked again.
  public func isKnown<Value>(_ key: Key<Value>) -> Bool { known.contains(key.name) }

  /// Whether a key is written but has faults, so that nothing is known of its value.
  public func isUnsound<Value>(_ key: Key<Value>) -> Bool {
    written.contains(key.name) && values[key.name] == nil
  }
}

extension Grammar {
  /// A mapping with agreed keys. Any other key is a fault.
  ///
  /// - Parameters:
  ///   - title: What the mapping is, for the schema and for messages.
  ///   - keys: All keys there are, in the order an author would write them.
  ///   - apart: Groups of alternatives, of each of which a mapping has the keys of one: a change to
  ///     another drives them out.
  ///   - always: Checks between keys that are worth making even when others are unsound; it sees
  ///     the sound ones only.
  ///   - build: Makes the value. Called only when every key is sound; may find further faults.
  /// - Returns: The grammar of the mapping.
  public static func record(
    _ title: String, keys: [AnyKey], apart: [[Set<String>]] = [],
    always: @escaping @Sendable (Record, inout FaultLog) -> Void = { _, _ in },
    build: @escaping @Sendable (Record, inout FaultLog) -> Value?
  ) -> Grammar {
    let properties = Dictionary(uniqueKeysWithValues: keys.map { ($0.name, $0.schema) })
    let required = keys.filter(\.isRequired).map { JSONValue.string($0.name) }
    let schema: [String: JSONValue] = [
      "type": .string("object"), "title": .string(title), "properties": .object(properties),
      "required": .array(required), "additionalProperties": .bool(false),
    ]
    let byName = Dictionary(uniqueKeysWithValues: keys.map { ($0.name, $0) })
    let layouts = Dictionary(uniqueKeysWithValues: keys.map { ($0.name, $0.layout) })
    return Grammar(schema: .object(schema), layout: .keys(layouts, apart: apart)) { node, log in
      guard case .mapping(let entries) = node.content else {
        log.reject(node, expecting: title, help: keysHelp(keys))
        return nil
      }
      let before = log.count
      let (values, known) = log.readValues(of: entries, as: byName, keys, in: title)
      log.reportMissing(keys, in: entries, of: title, at: node.position)
      let record = Record(
        position: node.position, path: log.path.joined(separator: "."), values: values,
        written: Set(entries.map(\.key.value)), known: known)
      let isSound = log.count == before
      always(record, &log)
      return isSound ? build(record, &log) : nil
    }
  }
}

/// Which keys to write where there is no mapping.
private func keysHelp(_ keys: [AnyKey]) -> String {
  let required = keys.filter(\.isRequired).map(\.name).joined(separator: ", ")
  guard required.isEmpty else { return "write the keys \(required) under it" }
  return "write one or more of the keys \(keys.map(\.name).joined(separator: ", ")) under it"
}

extension FaultLog {
  /// The values of the sound keys, and which of them were known before; faults of the others are in the
  /// log.
  fileprivate mutating func readValues(
    of entries: [Node.Entry], as byName: [String: AnyKey], _ keys: [AnyKey], in title: String
  ) -> (values: [String: any Sendable], known: Set<String>) {
    var values: [String: any Sendable] = [:]
    var unchanged: Set<String> = []
    var learnt = isLearning && path.isEmpty ? KnownKeys(title: title) : nil
    let known = path.isEmpty && known?.title == title ? known : nil
    for entry in entries {
      guard let key = byName[entry.key.value] else {
        addUnknown(entry.key, among: keys.map(\.name), in: title)
        continue
      }
      if let value = known?.value(of: key.name, at: entry.value) {
        values[key.name] = value
        unchanged.insert(key.name)
        continue
      }
      path.append(key.name)
      values[key.name] = key.read(entry.value, &self)
      path.removeLast()
      learnt?.learn(values[key.name], of: key.name, at: entry.value)
    }
    if let learnt { self.learnt = learnt }
    return (values, unchanged)
  }

  private mutating func addUnknown(
    _ key: Located<String>, among names: [String], in title: String
  ) {
    add(
      "'\(Node.shortened(key.text))' is not a key of \(title)", at: key.position,
      mend: isCutNumber(key.value)
        ? cutNumberHelp
        : nearName(to: key.value, among: names).map { "did you mean '\($0)'?" }
          ?? "the keys are \(names.joined(separator: ", "))")
  }

  fileprivate mutating func reportMissing(
    _ keys: [AnyKey], in entries: [Node.Entry], of title: String, at position: SourcePosition
  ) {
    let written = Set(entries.map(\.key.value))
    let names = keys.map(\.name)
    // A misspelt key is one mistake and not two: it is told what it should have been.
    let unknown = entries.lazy.map(\.key.value).filter { !names.contains($0) }
    let meant = Set(unknown.prefix(Self.mostShown).compactMap { nearName(to: $0, among: names) })
    for key in keys where key.isRequired && !written.union(meant).contains(key.name) {
      add(
        "'\(key.name)' is missing from \(title)", at: position,
        help: "add '\(key.name)': \(key.about)")
    }
  }
}

extension JSONValue {
  fileprivate func described(as text: String) -> JSONValue {
    guard case .object(var members) = self else { return self }
    members["description"] = .string(text)
    return .object(members)
  }
}
