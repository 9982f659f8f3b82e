import Diagnostics
import Documents
import Reports
import ScenarioSupport
import Scenarios
import TestSupport

@testable import takst

/// All a user is shown of a file, without its folder and without lines and columns, which move with every
/// token before them.
struct ShownFile {
  /// What one run shows; a fault where there is no run.
  let cheap: String
  /// Whether the file is sound.
  let isSound: Bool
  private let file: ScenarioFile?
  private let dear: (ScenarioFile) throws -> String

  /// - Parameters:
  ///   - path: A scenario or reform.
  ///   - cheap: What is looked at first.
  ///   - dear: What is looked at only where that is the same.
  init(
    _ path: String, cheap: (ScenarioFile) throws -> String,
    dear: @escaping (ScenarioFile) throws -> String
  ) {
    self.dear = dear
    do {
      let file = try ScenarioFile(reading: path)
      let notices = try file.notices().map(\.description).joined(separator: "\n")
      self.cheap = Self.told(try notices + cheap(file))
      (self.file, isSound) = (file, true)
    } catch {
      // The words of a fault change where its place does.
      (file, self.cheap, isSound) = (nil, Self.folderless("\(error)"), false)
    }
  }

  /// - Throws: What a run of the other one throws: it is sound, and has an answer.
  func moved(from other: ShownFile) throws -> Bool {
    guard cheap == other.cheap, let file, let before = other.file else {
      return cheap != other.cheap
    }
    guard let own = try? dear(file) else { return true }
    return try Self.told(own) != Self.told(other.dear(before))
  }

  /// A file's tables as programs read them.
  ///
  /// - Parameters:
  ///   - tables: Which; those the file names unless said.
  ///   - file: A scenario or reform.
  /// - Throws: What a run throws.
  /// - Returns: JSON.
  static func tables(_ tables: String? = nil, of file: ScenarioFile) throws -> String {
    let file =
      try tables.map {
        try file.changing("tables", to: Node(parsing: InputFile(path: "test.yaml", text: $0)))
      } ?? file
    return json(try Report(of: file))
  }

  static func json(_ report: Report) -> String {
    MachineWriter(Wording(.english)).json(report, version: "")
  }

  private static func told(_ text: String) -> String {
    folderless(text.replacing(/[^\s"]*\.yaml:\d+:\d+/, with: "here"))
  }

  private static func folderless(_ text: String) -> String {
    text.replacing(/[^\s"']*takst-[0-9A-F-]+/, with: "")
  }
}
