/// What the keys of a sound document were read as, for reading versions of it that differ in a few of
/// them.
///
/// A sweep reads a scenario once a point, of which it changes a number or two.
public struct KnownKeys: Sendable {
  /// What the mapping is, because other grammars may have keys of the same names.
  let title: String
  private var readings: [String: (node: Node, value: any Sendable)] = [:]

  init(title: String) { self.title = title }

  /// What a key was read as; `nil` where it is not known that the same stands there now.
  func value(of key: String, at node: Node) -> (any Sendable)? {
    readings[key].flatMap { $0.node.isUnchanged(in: node) ? $0.value : nil }
  }

  mutating func learn(_ value: (any Sendable)?, of key: String, at node: Node) {
    readings[key] = value.map { (node, $0) }
  }
}

extension Grammar {
  /// What the keys of a document are read as.
  ///
  /// - Parameter node: A document of which versions will be read with ``read(_:knowing:)``.
  /// - Returns: `nil` where it has faults, or is no mapping with agreed keys.
  public func knownKeys(of node: Node) -> KnownKeys? {
    var log = FaultLog(isLearning: true)
    let value = read(node, &log)
    return value != nil && log.count == 0 ? log.learnt : nil
  }
}

extension Node {
  /// Whether a version of a document has this node as it was: a word that is written the same at the same
  /// place, or the very list or mapping. `false` says only that nobody looked closer.
  public func isUnchanged(in version: Node) -> Bool {
    guard position == version.position else { return false }
    return switch (content, version.content) {
    case (.scalar(let a, let isQuoted), .scalar(let b, let isOtherQuoted)):
      a == b && isQuoted == isOtherQuoted
    case (.sequence(let a), .sequence(let b)): a.isVery(b)
    case (.mapping(let a), .mapping(let b)): a.isVery(b)
    default: false
    }
  }
}

extension Array {
  /// Whether another array lies in the same memory, and so holds the same.
  fileprivate func isVery(_ other: Self) -> Bool {
    withUnsafeBufferPointer { own in
      other.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress && own.count == $0.count }
    }
  }
}
