public import Diagnostics

extension Node {
  /// Whether one of a few words stands there, or nearly one: who misspells it is told the word, and not
  /// what else might stand in its place.
  public func isNearly(_ words: [String]) -> Bool {
    guard case .scalar = content else { return false }
    return nearName(to: asTyped, among: words) != nil
  }
}

extension FaultLog {
  /// Rejects a word, naming the words that would have been right and the nearest of them.
  mutating func rejectWord(_ node: Node, among words: [String]) {
    reject(
      node, expecting: "one of \(words.joined(separator: ", "))",
      help: nearName(to: node.asTyped, among: words).map { "did you mean '\($0)'?" })
  }

  /// Adds a fault for a name that should have been one of a few.
  ///
  /// - Parameters:
  ///   - name: The name as typed.
  ///   - names: The names that would have been right.
  ///   - place: What the names are, in the plural: «municipalities».
  public mutating func addUnknownName(
    _ name: Located<String>, among names: [String], in place: String
  ) {
    add(
      "'\(name.text)' is not among the \(place)", at: name.position,
      mend: nearName(to: name.value, among: names).map { "did you mean '\($0)'?" }
        ?? (names.isEmpty ? nil : "there are \(names.joined(separator: ", "))"))
  }
}
