import Foundation
import TestSupport
import Testing

/// The laws of the house, read off the import lines.
@Suite("The house")
struct ImportLawTests {
  /// From the ground floor up. A room imports only rooms named before it.
  private static let rooms = [
    "CGSL", "CCSV", "CDigest", "CXlsxWriter", "CZip", "CMemory", "Units", "Rules", "Diagnostics",
    "Statistics", "Work", "Documents", "Reports", "Workbooks", "RateBooks", "Ledger", "Practices",
    "Scenarios", "Arrivals", "Models", "Capacity", "Simulation", "Analysis", "Sweeps", "Store",
    "takst",
  ]

  /// Foreign libraries and the one room that knows each.
  private static let foreign = [
    "CGSL": "Statistics", "CCSV": "Documents", "Yams": "Documents", "ArgumentParser": "takst",
    "Dispatch": "Work", "GRDB": "Store", "CDigest": "Store",
    "CXlsxWriter": "Workbooks", "CZip": "Workbooks", "FoundationXML": "Workbooks",
    "CMemory": "takst",
  ]

  private struct Source {
    var room: String
    var path: String
    /// Without comments.
    var code: String

    var imports: [String] {
      code.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1 else { return nil }
        return words.last.map(String.init)
      }
    }
  }

  private static let sources: [Source] = {
    let root = Repository.path("Sources")
    let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) ?? ""
      let code = text.split(separator: "\n", omittingEmptySubsequences: false).filter {
        !$0.drop { $0 == " " }.hasPrefix("//")
      }
      let room = path.split(separator: "/")[0]
      return Source(room: String(room), path: path, code: code.joined(separator: "\n"))
    }
  }()

  @Test("there are sources to read")
  func sourcesAreThere() {
    #expect(Set(Self.sources.map(\.room)).isSuperset(of: Self.rooms.dropFirst(6)))
  }

  @Test("a room imports only from floors below it")
  func floors() {
    for source in Self.sources {
      let floor = Self.rooms.firstIndex(of: source.room) ?? 0
      for name in source.imports {
        guard let below = Self.rooms.firstIndex(of: name) else { continue }
        #expect(below < floor, "\(source.path) imports \(name)")
      }
    }
  }

  @Test("the rooms of questions know nothing of each other")
  func questionsAreApart() {
    let questions = ["Arrivals", "Models", "Capacity", "Analysis"]
    for source in Self.sources where questions.contains(source.room) {
      for name in source.imports {
        #expect(!questions.contains(name), "\(source.path) imports \(name)")
      }
    }
  }

  @Test("one foreign library, one room")
  func foreignLibraries() {
    for source in Self.sources {
      for name in source.imports {
        guard let room = Self.foreign[name] else { continue }
        #expect(source.room == room, "\(source.path) imports \(name)")
      }
    }
  }

  @Test("every imported library is known to this test")
  func everyLibrary() {
    let known = Set(Self.rooms + Self.foreign.keys + ["Foundation", "Synchronization"])
    for source in Self.sources {
      for name in source.imports { #expect(known.contains(name), "\(source.path): \(name)") }
    }
  }

  @Test("rules are leaves: they import units alone")
  func rulesAreLeaves() {
    for source in Self.sources where source.room == "Rules" {
      #expect(source.imports.allSatisfy { $0 == "Units" }, "\(source.path)")
    }
  }

  @Test("randomness has names")
  func randomness() {
    for source in Self.sources {
      #expect(!source.code.contains("SystemRandomNumberGenerator"), "\(source.path)")
      #expect(
        source.code.firstMatch(of: /\.(random|shuffled|randomElement)\(/) == nil, "\(source.path)")
    }
  }

  @Test("no rate, threshold or date of law stands in code")
  func noLawInCode() throws {
    let book = try Repository.text("Sources/RateBooks/Books/norway.yaml")
    let numbers = Set(
      book.matches(
        of:
          /(?:rate|honorarium|value|amount|paid-as|municipality-below|reference-list): ([0-9][0-9.]{2,})/
      )
      .map { String($0.1) })
    let dates = Set(book.matches(of: /from: ([0-9]{4}-[0-9]{2}-[0-9]{2})/).map { String($0.1) })
    #expect(numbers.count > 40 && dates.count > 20)
    // Round numbers bound input and memory all over the code, and mean nothing there.
    let law = numbers.filter { Int($0).map { $0 % 100 != 0 } ?? true }.union(dates)
    for source in Self.sources {
      // Examples in help texts show dates and rates as a user types them.
      let lines = source.code.split(separator: "\n").filter { !$0.contains("  takst ") }
      let code = lines.joined(separator: "\n").replacing("_", with: "")
      for word in code.split(whereSeparator: { !$0.isNumber && $0 != "-" && $0 != "." }) {
        let isLaw = law.contains(String(word))
        #expect(!isLaw, "\(source.path) holds \(word)")
      }
    }
  }

  @Test("what is unsafe says why within two lines")
  func reasons() throws {
    for source in Self.sources {
      let text = try Repository.text("Sources/\(source.path)").split(
        separator: "\n", omittingEmptySubsequences: false)
      for (place, line) in text.enumerated()
      where line.contains("nonisolated(unsafe)") || line.contains("@unchecked Sendable")
        || line.contains("try!") || line.contains("fatalError(")
      {
        let near = text[max(0, place - 2)...place]
        #expect(near.contains { $0.contains("//") }, "\(source.path):\(place + 1)")
      }
    }
  }
}
