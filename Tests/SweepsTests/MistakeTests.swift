import Diagnostics
import Foundation
import Sweeps
import TestSupport
import Testing

/// A bad sweep per mistake, with the whole of what its author is told in a text beside it.
@Suite("What the author of a sweep is told")
struct MistakeTests {
  private static let folder = Repository.path("Tests/SweepsTests/Mistakes")

  private static func names(endingIn end: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(end) }.map { String($0.dropLast(end.count)) }.sorted()
  }

  /// The faults of a file, with paths from its own folder or from the root; nothing when sound.
  private static func message(for name: String) -> String {
    do throws(Faults) {
      _ = try Sweep(reading: "\(folder)/\(name).yaml")
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
    #expect(names.count >= 70)
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

  @Test("one mistake is told once")
  func counts() throws {
    for name in try Self.names(endingIn: ".yaml") {
      let faults = Self.message(for: name).split(separator: "\n").count { !$0.hasPrefix("  ") }
      #expect(faults == 1, "\(name).yaml")
    }
  }
}
