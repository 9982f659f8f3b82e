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
    // A folder each, because a comparison reads its files when it is asked.
    let folders = [try TemporaryFolder(), try TemporaryFolder()]
    for folder in folders {
      for (name, text) in texts { _ = try folder.file(name, text) }
    }
    func shown(_ text: String, in folder: TemporaryFolder) throws -> ShownFile {
      ShownFile(try folder.file("a.yaml", text), cheap: cheap, dear: dear)
    }
    let text = try #require(texts[name])
    let before = try shown(text, in: folders[0])
    #expect(before.isSound, "\(before.cheap)")
    try forEverySeed(in: seeds) { random in
      let change = TokenChange(of: text, by: &random)
      let isExcepted = exceptions.contains {
        $0.token == change.token
          && $0.isDeletion ?? change.replacement.isEmpty
            == change.replacement.isEmpty
      }
      if !isExcepted, try !shown(change.text, in: folders[1]).moved(from: before) {
        Issue.record("\(name), \(change): nothing moves")
      }
      return true
    }
  }
}
