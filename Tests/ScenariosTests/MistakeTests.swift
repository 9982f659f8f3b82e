import Diagnostics
import Foundation
import Scenarios
import TestSupport
import Testing

/// A bad file per mistake, with the whole of what its author is told in a text beside it.
@Suite("What an author is told")
struct MistakeTests {
  private static let folder = Repository.path("Tests/ScenariosTests/Mistakes")

  private static func names(endingIn end: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(end) }.map { String($0.dropLast(end.count)) }.sorted()
  }

  /// The faults of a file, with paths from its own folder or from the root; nothing when sound.
  private static func message(for name: String) -> String {
    do throws(Faults) {
      let file = try ScenarioFile(reading: "\(folder)/\(name).yaml")
      if file.isModels {
        _ = try file.modelScenario()
      } else if file.isNational {
        _ = try file.nationalScenario()
      } else {
        _ = try file.scenario()
      }
      return ""
    } catch {
      return error.description
        .replacing("\(folder)/", with: "")
        .replacing("\(Repository.root.path)/", with: "") + "\n"
    }
  }

  @Test("every mistake gives the whole message that stands beside it")
  func messages() throws {
    let names = try Self.names(endingIn: ".yaml")
    #expect(names.count >= 60)
    for name in names {
      let told = Self.message(for: name)
      #expect(!told.isEmpty, "\(name).yaml holds no mistake")
      let expected = try? String(
        contentsOfFile: "\(Self.folder)/\(name).expected.txt", encoding: .utf8)
      #expect(told == expected, "\(name).yaml")
    }
  }

  @Test("every message belongs to a file")
  func orphans() throws {
    #expect(try Self.names(endingIn: ".expected.txt") == Self.names(endingIn: ".yaml"))
  }

  @Test("five mistakes in a file are told in one go, and one mistake is told once")
  func counts() throws {
    for name in try Self.names(endingIn: ".yaml") {
      let faults = Self.message(for: name).split(separator: "\n").count { !$0.hasPrefix("  ") }
      #expect(faults == (name == "five-mistakes" ? 5 : 1), "\(name).yaml")
    }
  }
}
