import Scenarios
import TestSupport
import Testing

/// A line that can be deleted or changed without anything moving is a fault of the program. So one token
/// of a shipped file after another is, and what is shown must move.
struct TokenLife {
  /// The file that is changed.
  let name: String
  /// The texts of the file and of those it needs beside it, smaller than the shipped ones, so that
  /// hundreds of changes run in seconds.
  let texts: [String: String]
  /// What is looked at first, and what only where that is the same.
  let cheap: (ScenarioFile) throws -> String
  let dear: (ScenarioFile) throws -> String

  /// Changes after which nothing moves, because nothing should.
  struct Exception {
    let token: String
    /// `nil` for both.
    var isDeletion: Bool?
    let why: String
  }

  func expect(in seeds: Range<UInt64>, exceptions: [Exception] = []) throws {
    let folder = try TemporaryFolder()
    for (name, text) in texts { _ = try folder.file(name, text) }
    let text = try #require(texts[name])
    func shown(_ text: String) throws -> ShownFile {
      ShownFile(try folder.file("a.yaml", text), cheap: cheap, dear: dear)
    }
    let before = try shown(text)
    #expect(before.isSound, "\(before.cheap)")
    try forEverySeed(in: seeds) { random in
      let change = TokenChange(of: text, by: &random)
      let isExcepted = exceptions.contains {
        $0.token == change.token
          && $0.isDeletion ?? change.replacement.isEmpty
            == change.replacement.isEmpty
      }
      if !isExcepted, try !shown(change.text).moved(from: before) {
        Issue.record("\(name), \(change): nothing moves")
      }
      return true
    }
  }
}
