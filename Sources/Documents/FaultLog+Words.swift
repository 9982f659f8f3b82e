import Diagnostics

extension FaultLog {
  /// Rejects a word, naming the words that would have been right and the nearest of them.
  mutating func rejectWord(_ node: Node, among words: [String]) {
    let near = nearName(to: node.asTyped, among: words)
    reject(
      node, expecting: "one of \(words.joined(separator: ", "))",
      help: near.map { "did you mean '\($0)'?" })
  }
}
