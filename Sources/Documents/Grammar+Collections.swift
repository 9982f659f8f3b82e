public import Diagnostics
import Foundation

extension Grammar {
  /// A list of values of one kind, at least one.
  public static func list<Item: Sendable>(of item: Grammar<Item>) -> Grammar
  where Value == [Item] {
    let schema: [String: JSONValue] = [
      "type": .string("array"), "minItems": .number(1), "items": item.schema,
    ]
    return Grammar(schema: .object(schema), layout: .list(item.layout)) { node, log in
      guard case .sequence(let nodes) = node.content, !nodes.isEmpty else {
        log.reject(node, expecting: "a list", help: "write one item a line, each after '- '")
        return nil
      }
      let items = nodes.map { item.read($0, &log) }
      return items.contains { $0 == nil } ? nil : items.compactMap(\.self)
    }
  }

  /// A mapping from paths to values, for example `arrivals.diplomats.uptake`. The order is the file's.
  ///
  /// At most ``mostPaths`` of them: each is laid on a document by itself.
  public static func paths<Item: Sendable>(of item: Grammar<Item>) -> Grammar
  where Value == [Named<Item>] {
    let schema: [String: JSONValue] = [
      "type": .string("object"), "minProperties": .number(1), "additionalProperties": item.schema,
    ]
    return Grammar(schema: .object(schema)) { node, log in
      guard case .mapping(let entries) = node.content, !entries.isEmpty else {
        log.reject(node, expecting: "one or more paths, each with a value", help: nil)
        return nil
      }
      guard entries.count <= mostPaths else {
        log.add(
          "\(entries.count) paths stand here; there can be \(mostPaths)", at: node.position,
          help: "write what changes together under one path")
        return nil
      }
      let items = entries.map { entry -> Named<Item>? in
        log.path.append(entry.key.value)
        defer { log.path.removeLast() }
        return item.read(entry.value, &log).map { Named(name: entry.key, value: $0) }
      }
      return items.contains { $0 == nil } ? nil : items.compactMap(\.self)
    }
  }

  /// A mapping whose keys the author chooses. The order is the file's.
  ///
  /// A name is letters, digits and hyphens, so that paths can be made of names.
  public static func names<Item: Sendable>(of item: Grammar<Item>) -> Grammar
  where Value == [Named<Item>] {
    let schema: [String: JSONValue] = [
      "type": .string("object"), "minProperties": .number(1),
      "propertyNames": .object(["pattern": .string("^[A-Za-z0-9][A-Za-z0-9-]*$")]),
      "additionalProperties": item.schema,
    ]
    return Grammar(schema: .object(schema), layout: .names(item.layout)) { node, log in
      guard case .mapping(let entries) = node.content, !entries.isEmpty else {
        log.reject(node, expecting: "one or more names, each with a value", help: nil)
        return nil
      }
      let items = entries.map { entry -> Named<Item>? in
        log.path.append(entry.key.value)
        defer { log.path.removeLast() }
        guard !isCutNumber(entry.key.value) || !entry.value.isNull else {
          log.add(
            "'\(Node.shortened(entry.key.text))' is a name without a value", at: entry.key.position,
            help: cutNumberHelp)
          return nil
        }
        guard isName(entry.key.value) else {
          log.add(
            "'\(Node.shortened(entry.key.text))' is not a name", at: entry.key.position,
            help: "use letters, digits and hyphens")
          return nil
        }
        return item.read(entry.value, &log).map { Named(name: entry.key, value: $0) }
      }
      return items.contains { $0 == nil } ? nil : items.compactMap(\.self)
    }
  }

  /// A value that may be written in one of two ways; the first that fits its outer form is read.
  ///
  /// - Parameters:
  ///   - first: The first way.
  ///   - isFirst: Whether a value has the outer form of the first way.
  ///   - second: The other way.
  /// - Returns: The grammar of both.
  public static func either(
    _ first: Grammar, when isFirst: @escaping @Sendable (Node) -> Bool, or second: Grammar
  ) -> Grammar {
    Grammar(
      schema: .object(["anyOf": .array([first.schema, second.schema])]),
      layout: .either(first.layout, when: isFirst, second.layout)
    ) { node, log in
      isFirst(node) ? first.read(node, &log) : second.read(node, &log)
    }
  }
}

/// More than anybody writes by hand.
public let mostPaths = 2_000

/// A value under a name its author chose.
public struct Named<Value: Sendable>: Sendable {
  public var name: Located<String>
  public var value: Value

  public init(name: Located<String>, value: Value) {
    (self.name, self.value) = (name, value)
  }
}

private func isName(_ text: String) -> Bool {
  guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
  return text.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
