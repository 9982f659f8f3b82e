import Foundation
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

@testable import Reports
@testable import takst

@Suite("The languages of reports")
struct LanguageTests {
  @Test("every language has the same keys", arguments: Language.allCases)
  func keys(language: Language) {
    #expect(Set(language.words().keys) == Set(Language.english.words().keys))
    #expect(language.words().count > 100)
  }

  @Test("a sentence has the same gaps in every language", arguments: Language.allCases)
  func gaps(language: Language) {
    let english = Language.english.words()
    for (key, text) in language.words() {
      #expect(text.gaps == english[key]?.gaps, "\(key) in \(language.rawValue)")
    }
  }

  @Test("every table, column, unit, term and sentence of a report has its words")
  func reports() throws {
    let words = Language.english.words()
    for key in try Self.reports().flatMap(\.keys) {
      #expect(words[key] != nil, "\(key)")
    }
  }

  @Test("a noun after a count has both its forms")
  func nouns() {
    let counts = [
      "persons", "lists", "municipalities", "points", "runs", "cases", "clinics", "councils",
      "total", "waiting", "number", "lines", "missed", "used", "vacant", "without",
    ]
    for (key, text) in Language.english.words() {
      for match in text.matches(of: /\{([a-z-]+)\} [a-z]*s\b/)
      where counts.contains(String(match.output.1)) {
        Issue.record("\(key): '\(match.output.0)' is wrong of one")
      }
    }
  }

  @Test("every gap of a sentence is filled")
  func filled() throws {
    for report in try Self.reports() {
      for language in Language.allCases {
        let text = TextWriter(Wording(language)).text(report)
        #expect(text.gaps.isEmpty, "\(language.rawValue)")
        #expect(text.contains(report.title))
      }
    }
  }

  @Test("every sentence the program names is in the language files")
  func namedSentences() throws {
    let words = Language.english.words()
    let folder = Repository.root.appendingPathComponent("Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
    var named: [String] = []
    for file in files {
      let text = try Repository.text("Sources/\(file)")
      named += text.matches(of: /Phrase\(\s*"([a-z-]+)"/).map { String($0.output.1) }
      named += text.matches(of: /"((?:paragraph|cause)-[a-z-]+)"/).map { String($0.output.1) }
    }
    #expect(named.count > 20)
    for key in named { #expect(words[key] != nil, "\(key)") }
  }

  /// The shipped report, one in which every account has a posting, and payment models.
  private static func reports() throws -> [Report] {
    [
      try SmallWorld.shippedReport.get(),
      try SmallWorld(changes: SmallWorld.everything).report(),
      try Report(
        of: ScenarioFile(
          reading: Repository.path("Scenarios/international/example-blended-capitation.yaml"))),
    ]
  }
}

extension String {
  /// The names between braces.
  fileprivate var gaps: Set<String> {
    Set(matches(of: /\{([a-z-]+)(?:\|[^{}]*)?\}/).map { String($0.output.1) })
  }
}

extension Report {
  /// The key of every word of the program in it.
  fileprivate var keys: Set<String> {
    var keys: Set<String> = []
    for table in tables {
      keys.formUnion(["table-\(table.name)", "stage-\(table.stage.rawValue)"])
      for column in table.columns {
        if !column.name.hasPrefix("family-size-") { keys.insert("column-\(column.name)") }
        let isWord = column.unit != "text" && !column.unit.contains(currency)
        if isWord { keys.insert("unit-\(column.unit)") }
      }
      for row in table.rows { keys.formUnion(row.flatMap(\.keys)) }
      keys.formUnion(table.notes.flatMap(\.keys))
    }
    return keys
  }
}

extension Cell {
  fileprivate var keys: [String] {
    switch self {
    case .term(let key): ["term-\(key)"]
    case .phrase(let phrase): phrase.keys
    default: []
    }
  }
}

extension Phrase {
  fileprivate var keys: [String] { [key] + gaps.values.flatMap(\.keys) }
}
