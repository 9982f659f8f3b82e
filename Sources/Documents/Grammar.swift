public import Diagnostics
import Units

/// What a value may look like: one declaration that both reads it and describes it to editors.
///
/// Larger grammars are made of smaller ones (``Grammar/record(_:keys:build:)``, ``Grammar/list(of:)``,
/// ``Grammar/names(of:)``). Reading never stops at the first fault, so an author sees all of them.
public struct Grammar<Value: Sendable>: Sendable {
  /// JSON Schema of the value.
  public let schema: JSONValue
  /// How a change is laid on the value.
  public let layout: Layout
  /// The value, or `nil` when it has faults, which are then in the log.
  let read: @Sendable (Node, inout FaultLog) -> Value?

  public init(
    schema: JSONValue, layout: Layout = .value,
    read: @escaping @Sendable (Node, inout FaultLog) -> Value?
  ) {
    (self.schema, self.layout, self.read) = (schema, layout, read)
  }
}

/// The faults of one reading, and the name of what is being read.
public struct FaultLog {
  /// The first of them. A file can have more than anybody reads, or has time to find a mend for.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many there are.
  private(set) var count = 0
  static let mostShown = 100
  /// What is told of a sound document.
  public private(set) var notices: [Notice] = []
  /// The names of the keys on the way to the value being read.
  var path: [String] = []
  /// What the keys of the document are known to be read as.
  let known: KnownKeys?
  /// Whether ``learnt`` is asked for: what the keys were read as.
  let isLearning: Bool
  var learnt: KnownKeys?

  init(knowing known: KnownKeys? = nil, isLearning: Bool = false) {
    (self.known, self.isLearning) = (known, isLearning)
  }

  public mutating func add(_ what: String, at position: SourcePosition, help: String? = nil) {
    add(what, at: position, mend: help)
  }

  /// Adds a fault whose mend takes time to find, which is looked for only where somebody reads it.
  mutating func add(
    _ what: @autoclosure () -> String, at position: SourcePosition,
    mend: @autoclosure () -> String?
  ) {
    count += 1
    guard count <= Self.mostShown else { return }
    diagnostics.append(Diagnostic(what(), at: position, help: mend()))
  }

  /// What is told of the faults; `nil` when there are none.
  var faults: Faults? {
    guard let last = diagnostics.map(\.position).max() else { return nil }
    let more =
      count > Self.mostShown
      ? [Diagnostic("and \(count - Self.mostShown) more", at: last)] : []
    return Faults(diagnostics + more)
  }

  /// Tells what is no fault, and yet not what an author may expect.
  public mutating func tell(_ what: String, at position: SourcePosition, help: String? = nil) {
    notices.append(Notice(what, at: position, help: help))
  }

  /// Tells, once a file, that a number has more digits than are kept.
  mutating func tellRounded(_ node: Node, to number: Ratio) {
    let what = "numbers keep \(Ratio.mostDigits) digits: "
    guard
      !notices.contains(where: {
        $0.position.file == node.position.file && $0.what.hasPrefix(what)
      })
    else { return }
    tell(
      what + "\(node.asTyped) is read as \(number.decimal(upTo: Ratio.mostDigits))",
      at: node.position)
  }

  mutating func reject(
    _ node: Node, expecting what: @autoclosure () -> String,
    help: @autoclosure () -> String? = nil
  ) {
    let name = path.last.map { "'\($0)'" } ?? "the file"
    add(
      "\(name) is \(node.inQuotesIfTyped); it takes \(what())", at: node.position, mend: help())
  }
}

extension Grammar {
  /// Reads a whole document.
  ///
  /// - Parameters:
  ///   - node: The document.
  ///   - known: What the keys of another version of it were read as; they are not read again where the
  ///     same stands there.
  /// - Throws: ``Faults``, all of them.
  /// - Returns: The value.
  public func read(_ node: Node, knowing known: KnownKeys? = nil) throws(Faults) -> Value {
    var log = FaultLog(knowing: known)
    let value = read(node, &log)
    if let faults = log.faults { throw faults }
    guard let value else { throw Faults([]) }
    return value
  }

  /// Reads a whole document, and what is to be told of it.
  ///
  /// - Parameter node: The document.
  /// - Throws: ``Faults``, all of them.
  /// - Returns: The value, with the notices of its grammar.
  public func readTelling(_ node: Node) throws(Faults) -> (value: Value, notices: [Notice]) {
    var log = FaultLog()
    let value = read(node, &log)
    if let faults = log.faults { throw faults }
    guard let value else { throw Faults([]) }
    return (value, log.notices.inOrder)
  }

  /// A value that is read as this one and then turned into something else.
  public func map<Other: Sendable>(
    _ transform: @escaping @Sendable (Value) -> Other
  ) -> Grammar<Other> {
    Grammar<Other>(schema: schema, layout: layout) { node, log in
      read(node, &log).map(transform)
    }
  }

  /// A value that is read as this one; what its transformation finds to tell goes into the log.
  ///
  /// - Parameter transform: Makes the other value; `nil` when it has faults, which are then in the log.
  /// - Returns: The grammar of the other value.
  public func telling<Other: Sendable>(
    _ transform: @escaping @Sendable (Value, inout FaultLog) -> Other?
  ) -> Grammar<Other> {
    Grammar<Other>(schema: schema) { node, log in
      guard let value = read(node, &log) else { return nil }
      return transform(value, &log)
    }
  }

  /// A value that must also make sense.
  ///
  /// - Parameter fault: What is wrong with a value, or `nil` when nothing is.
  /// - Returns: The narrower grammar.
  public func checked(
    _ fault: @escaping @Sendable (Value, SourcePosition) -> Diagnostic?
  ) -> Grammar {
    Grammar(schema: schema, layout: layout) { node, log in
      guard let value = read(node, &log) else { return nil }
      guard let fault = fault(value, node.position) else { return value }
      log.add(fault.what, at: fault.position, help: fault.help)
      return nil
    }
  }

  /// The value together with its place and the characters it was written as.
  public var located: Grammar<Located<Value>> {
    Grammar<Located<Value>>(schema: schema, layout: layout) { node, log in
      read(node, &log).map { Located($0, written: node.asTyped, at: node.position) }
    }
  }

  /// The value, or `null` for none.
  public var orNull: Grammar<Value?> {
    Grammar<Value?>(
      schema: .object(["anyOf": .array([schema, .object(["type": .string("null")])])]),
      layout: layout
    ) {
      node, log in
      if node.isNull { return .some(nil) }
      return read(node, &log).map(Optional.some)
    }
  }
}
