public import Diagnostics
import Documents
import Foundation

extension ScenarioFile {
  /// The scenario with the changes of a reform file made to it.
  ///
  /// The reforms that the file builds on are made first, from the one nearest the scenario on. The
  /// scenario at the end of the chain is not read: what differs is carried over to this one.
  ///
  /// - Parameter path: A reform file.
  /// - Throws: ``Faults`` when it is no reform, or leads through what is not there.
  /// - Returns: The changed scenario, with the reforms in ``ScenarioFile/reforms``.
  public func reformed(byFileAt path: String) throws(Faults) -> ScenarioFile {
    var chain: [(path: String, document: Node)] = []
    var next = path
    while !isSame(next) {
      let document = try Node(parsing: InputFile(reading: next))
      guard document["reform"] != nil || document["base"] != nil else {
        guard chain.isEmpty else { break }
        throw Faults(
          "'\(path)' is a scenario of its own, not a reform", at: document.position,
          help: "a reform has 'reform', 'base' and 'change'")
      }
      guard chain.count < Self.longestChain, !chain.contains(where: { $0.path == next }) else {
        throw Faults(
          "the reform is in the end based on itself", at: document.position,
          help: "let the chain of 'base' end in a scenario")
      }
      chain.append((next, document))
      next = Self.resolve(try Reform.grammar.read(document).base.value, from: next)
    }
    guard !chain.isEmpty else {
      throw Faults(
        "'\(path)' is the baseline itself", at: document.position,
        help: "name a reform of it, which states what differs")
    }
    var file = self
    for (path, document) in chain.reversed() {
      file = try file.reformed(by: Reform.grammar.read(document), at: path)
    }
    return file
  }

  /// The names of reforms that are compared: of their files, without the ending.
  ///
  /// - Parameter paths: Reform files.
  /// - Throws: ``Faults`` where two could not be told apart, or one not from the baseline.
  /// - Returns: As many names.
  public static func names(ofReformsAt paths: [String]) throws(Faults) -> [String] {
    let names = paths.map(name(ofFileAt:))
    let place = SourcePosition(file: "command line")
    for (index, name) in names.enumerated() {
      if name == "baseline" {
        throw Faults(
          "the reform '\(paths[index])' has the name of what it is compared with", at: place,
          help: "give the file another name")
      }
      guard let first = names[..<index].firstIndex(of: name) else { continue }
      throw paths[first] == paths[index]
        ? Faults("the reform '\(paths[index])' is named twice", at: place, help: "name it once")
        : Faults(
          "the reforms '\(paths[first])' and '\(paths[index])' are both called '\(name)'",
          at: place, help: "give the files different names")
    }
    return names
  }

  private func isSame(_ other: String) -> Bool {
    URL(fileURLWithPath: other).standardizedFileURL
      == URL(fileURLWithPath: path).standardizedFileURL
  }
}

extension ScenarioFile {
  /// What decides neither who is on which list, nor what contacts there are.
  private static let pricesOnly: Set = [
    "scenario", "law-gaps", "adjustments", "controls", "work", "behaviour", "official",
    "calibration",
    "solve", "tables", "out-of-hours-pay", "training-posts", "supply", "practice-transfer",
  ]

  /// Whether another file differs in prices, titles and questions at most, so that its lists and
  /// contacts are the same. Judged by what is written: `false` means only that it must be computed.
  public func hasSameContacts(as other: ScenarioFile) -> Bool {
    func deciding(_ document: Node) -> [Node.Entry] {
      document.entries.filter { !Self.pricesOnly.contains($0.key.value) }
    }
    let own = deciding(document)
    return own.count == deciding(other.document).count
      && own.allSatisfy { entry in
        guard let theirs = other.document[entry.key.value] else { return false }
        if entry.value.says(theirs) { return true }
        return entry.key.value == "contacts"
          && entry.value.without(Self.amounts).says(theirs.without(Self.amounts))
      }
  }

  /// Whether another value at a path may make other lists or contacts; judged as
  /// ``hasSameContacts(as:)`` does.
  public func decidesContacts(at path: String) -> Bool {
    let other = Node(.scalar("another", isQuoted: true), at: document.position)
    let place = document.value(at: path)?["central"] == nil ? path : "\(path).central"
    return (try? changing(place, to: other)).map { !hasSameContacts(as: $0) } ?? true
  }

  /// Of supplements and residuals.
  private static let amounts: Set = ["refund", "copay", "certificates", "patient-payment"]
}

extension Node {
  /// The mapping without keys of these names, however deep.
  fileprivate func without(_ names: Set<String>) -> Node {
    guard case .mapping(let entries) = content else { return self }
    let left = entries.filter { !names.contains($0.key.value) || $0.value["central"] == nil }
    return Node(
      .mapping(left.map { Entry(key: $0.key, value: $0.value.without(names)) }), at: position)
  }
}
