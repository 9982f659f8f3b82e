public import Diagnostics
import Foundation
import Yams

extension Node {
  /// A file of a few thousand lines has some ten thousand nodes; aliases can multiply without end.
  private static let mostNodes = 200_000

  /// Nobody writes values nested as deep as this, and readers of them go as deep as they are.
  private static let mostLevels = 100

  /// - Throws: ``Faults`` when the text is not one YAML document.
  public init(parsing file: InputFile) throws(Faults) {
    self = try onLargeStack { () throws(Faults) in try Self.parsed(file) }
  }

  private static func parsed(_ file: InputFile) throws(Faults) -> Node {
    let root: Yams.Node?
    do {
      try refuseAliasesInKeys(of: file)
      root = try Yams.compose(yaml: file.text, .default, .default, .utf8)
    } catch let faults as Faults {
      throw faults
    } catch {
      throw Faults([Diagnostic(error, in: file)])
    }
    var budget = mostNodes
    guard let root else {
      throw Faults(
        "the file is empty", at: SourcePosition(file: file.path, line: 1, column: 1),
        help: "see 'takst schema' for what it may hold")
    }
    var hidden: [Diagnostic] = []
    let document = try converted(
      root, in: file.path, budget: &budget, hidden: &hidden, levels: mostLevels)
    guard hidden.isEmpty else { throw Faults(hidden) }
    return document
  }

  /// Yams compares the keys of a mapping before anybody can count what they unfold to, and a key
  /// made of aliases of aliases unfolds for hours. So the text is first read with every alias as a
  /// word of its own, in which form it is no longer than it looks.
  private static func refuseAliasesInKeys(of file: InputFile) throws {
    let star = "∗"
    guard file.text.utf8.contains(UInt8(ascii: "*")) else { return }
    let plain = file.text.replacing("*", with: star)
    var nodes = [try Yams.compose(yaml: plain, .default, .default, .utf8)].compactMap(\.self)
    while let node = nodes.popLast() {
      switch node {
      case .mapping(let mapping):
        for (key, value) in mapping {
          let isAlias = key.scalar.map { $0.style == .plain && $0.string.hasPrefix(star) } ?? true
          if isAlias { throw Faults([notAName(key, in: file.path)]) }
          nodes.append(value)
        }
      case .sequence(let sequence): nodes += Array(sequence)
      case .scalar, .alias: continue
      }
    }
  }

  private static func notAName(_ key: Yams.Node, in file: String) -> Diagnostic {
    let kind =
      switch key {
      case .mapping: "a mapping"
      case .sequence: "a list"
      case .scalar, .alias: "an alias"
      }
    return Diagnostic(
      "a key is \(kind); keys are names", at: position(of: key, in: file),
      help: "write 'name: value'")
  }

  private static func position(of node: Yams.Node, in file: String) -> SourcePosition {
    SourcePosition(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private static func converted(
    _ node: Yams.Node, in file: String, budget: inout Int, hidden: inout [Diagnostic], levels: Int
  ) throws(Faults) -> Node {
    let position = Self.position(of: node, in: file)
    guard levels > 0 else { throw Faults([.nestedTooDeep(at: position)]) }
    budget -= 1
    guard budget > 0 else {
      throw Faults(
        "the file unfolds to more than \(mostNodes) values", at: position,
        help: "write long tables as CSV, and do not nest aliases")
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      let isBlock = scalar.style == .literal || scalar.style == .folded
      let mark = scalar.string.hiddenMarks.first { !(isBlock && $0.scalar == "\n") }
      reject(mark, in: "the text", at: position, &hidden)
      return Node(.scalar(scalar.string, isQuoted: isQuoted), at: position)
    case .sequence(let sequence):
      var items: [Node] = []
      for item in sequence {
        items.append(
          try converted(item, in: file, budget: &budget, hidden: &hidden, levels: levels - 1))
      }
      return Node(.sequence(items), at: position)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        guard let name = key.scalar?.string else {
          throw Faults([notAName(key, in: file)])
        }
        let located = Located(name, written: name, at: Self.position(of: key, in: file))
        reject(name.hiddenMarks.first, in: "the name", at: located.position, &hidden)
        let content = try converted(
          value, in: file, budget: &budget, hidden: &hidden, levels: levels - 1)
        entries.append(Entry(key: located, value: content))
      }
      return Node(.mapping(entries), at: position)
    case .alias:
      // Yams replaces aliases by what they stand for while it composes.
      throw Faults("an alias stands for nothing", at: position, help: "write the value itself")
    }
  }

  /// Tells of a hidden mark, of so many as anybody reads.
  private static func reject(
    _ mark: HiddenMark?, in what: String, at position: SourcePosition, _ hidden: inout [Diagnostic]
  ) {
    guard let mark, hidden.count < CSVTable.mostFaults else { return }
    hidden.append(Diagnostic(mark, in: what, at: position))
  }
}

/// Runs work that goes deep into what somebody else nested: YAML's thousand levels do not fit into the
/// stack a shell may give.
private func onLargeStack<Value: Sendable>(
  _ work: @escaping @Sendable () throws(Faults) -> Value
) throws(Faults) -> Value {
  // Written once before the signal and read once after it.
  nonisolated(unsafe) var result: Result<Value, Faults>?
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    do throws(Faults) { result = .success(try work()) } catch { result = .failure(error) }
    done.signal()
  }
  thread.stackSize = 16 << 20
  thread.start()
  done.wait()
  guard let result else { preconditionFailure("the work has a result when it is done") }
  return try result.get()
}
