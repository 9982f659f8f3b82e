import Foundation
import TestSupport
import Testing

/// What the documents show is what the program does.
@Suite("Documents")
struct DocumentTests {
  private struct Block {
    var language: String
    var lines: [String]
  }

  private func blocks(of path: String) throws -> [Block] {
    var blocks: [Block] = []
    var isInside = false
    for line in try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside.toggle()
        if isInside { blocks.append(Block(language: String(line.dropFirst(3)), lines: [])) }
      } else if isInside {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    return blocks
  }

  @Test("every command in the README runs, and prints the lines shown below it")
  func readme() throws {
    var commands = 0
    let folder = try TemporaryFolder()
    for block in try blocks(of: "README.md") where block.language == "console" {
      var output: Set<String> = []
      for line in block.lines where !line.isEmpty && line != "…" {
        if line.hasPrefix("$ takst ") {
          // The folder called 'results' is not made in the repository.
          let words = line.split(separator: " ").dropFirst(2).map {
            $0 == "results" ? "\(folder.path)/results" : String($0)
          }
          let result = try Program.run(words)
          #expect(result.status == 0, "\(line)\n\(result.errors)")
          output = Set(
            result.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
          commands += 1
        } else {
          let shown = line.trimmingCharacters(in: .whitespaces)
          #expect(output.contains(shown), "the README shows: \(line)")
        }
      }
    }
    #expect(commands >= 5)
  }

  @Test("every shipped reform stands in the README, and every file it compares is there")
  func reforms() throws {
    let readme = try Repository.text("README.md")
    let named = Set(
      readme.matches(of: /`takst compare ([^`]+)`/).flatMap { match in
        match.output.1.split(separator: " ").filter { $0.hasSuffix(".yaml") }.map(String.init)
      })
    // Norway's by name, in the README's table; others by their whole path.
    let folder = { (name: String) in name.contains("/") ? name : "Scenarios/norway/\(name)" }
    let shipped = try ["norway", "denmark"].flatMap { jurisdiction in
      try FileManager.default.contentsOfDirectory(
        atPath: Repository.path("Scenarios/\(jurisdiction)")
      ).filter { $0.hasSuffix(".yaml") }
        .map { jurisdiction == "norway" ? $0 : "Scenarios/\(jurisdiction)/\($0)" }
    }
    #expect(named.isSubset(of: shipped))
    let reforms = try shipped.filter {
      let text = try Repository.text(folder($0))
      return text.contains("\nbase: ") && !$0.hasPrefix("diplomat-list")
    }
    #expect(named.isSuperset(of: reforms))
    #expect(reforms.count >= 17)
  }

  @Test("every shipped sweep is sound, and stands in the README")
  func sweeps() throws {
    let readme = try Repository.text("README.md")
    let folder = "Scenarios/norway/sweeps"
    let shipped = try FileManager.default.contentsOfDirectory(atPath: Repository.path(folder))
      .filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0)" }
    #expect(shipped.count >= 3)
    for file in shipped {
      #expect(readme.contains("](\(file))"), "\(file)")
      let result = try Program.run(["check", file])
      #expect(result.output == "\(file): a sound sweep\n")
    }
  }

  @Test("the article 'One krone' quotes the explanation and the code as they are")
  func oneKrone() throws {
    let article = "Sources/Simulation/Simulation.docc/OneKrone.md"
    let explanation = try Program.run(
      "explain Scenarios/norway/diplomat-list.yaml --list oslo-244"
    ).output
    var quoted = 0
    for block in try blocks(of: article) {
      let text = block.lines.joined(separator: "\n")
      if block.language == "text" {
        #expect(explanation.contains(text), "the explanation no longer says:\n\(text)")
        quoted += block.lines.count
      } else if block.language.hasPrefix("swift ") || block.language.hasPrefix("yaml ") {
        let file = String(block.language.split(separator: " ")[1])
        #expect(try Repository.text(file).contains(text), "\(file) no longer holds:\n\(text)")
      }
    }
    let lines = explanation.split(separator: "\n").count
    #expect(quoted >= lines, "the article leaves out \(lines - quoted) lines of the explanation")
  }

  @Test("the schemas are JSON and name the keys of the shipped scenario")
  func schema() throws {
    for kind in ["scenario", "rate-book"] {
      let text = try Program.run(["schema", kind]).output
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
    let schema = try Program.run(["schema", "scenario"]).output
    for key in ["municipalities", "arrivals", "family-size", "note-audit", "reform", "change"] {
      #expect(schema.contains("\"\(key)\""), "\(key)")
    }
  }
}
