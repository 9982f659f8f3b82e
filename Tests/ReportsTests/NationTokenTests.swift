import Analysis
import Documents
import Reports
import Scenarios
import TestSupport
import Testing

@testable import takst

@Suite("No token of a nation's year is dead")
struct NationTokenTests {
  @Test(
    "after a change of any one token a number, a word, a notice or a fault moves",
    arguments: ["baseline-2023", "baseline-2020"])
  func years(name: String) throws {
    let life = TokenLife(
      name: "\(name).yaml", texts: try Self.texts(name),
      cheap: { file in
        // What 'takst check' finds before anything is run.
        try file.checkCalibration(onlyOwn: true)
        return try ShownFile.tables("[assumptions]", of: file)
      },
      dear: { file in
        try ShownFile.tables(of: file) + ShownFile.tables(Self.yearTables, of: file)
          + Self.compared(file, with: Self.dearer(than: file))
      })
    try life.expect(in: 0..<100, exceptions: Self.exceptions)
  }

  @Test(
    "so it is in reforms",
    arguments: [
      "competence-rules", "control-regime", "delegation", "gp-company", "out-of-hours-salary",
      "practice-transfer", "profession-neutral", "recruitment-grant",
    ])
  func reforms(name: String) throws {
    let life = TokenLife(
      name: "\(name).yaml",
      texts: try Self.texts(name, "posts-2023", "gp-company", "baseline-2023"),
      cheap: { try ShownFile.tables("[assumptions, references]", of: $0) },
      dear: { file in
        try ShownFile.tables(of: file)
          + ShownFile.json(
            Report(
              of: ReformComparison(of: file.baseline, with: [file.path]),
              tables: Self.tables))
      })
    try life.expect(in: 0..<20, exceptions: Self.exceptions)
  }

  @Test("so it is in a reform with goals")
  func goals() throws {
    let name = "base-share-50"
    let life = TokenLife(
      // With fewer persons no goal is within reach.
      name: "\(name).yaml", texts: try Self.texts(name, "baseline-2023", persons: 60_000),
      cheap: { file in
        try file.checkGoals()
        return try ShownFile.tables("[assumptions, references]", of: file)
      },
      dear: { file in
        ShownFile.json(
          try Report(
            of: ReformComparison(of: file.baseline, with: [file.path]),
            tables: [.solved] + Self.tables))
      })
    try life.expect(in: 0..<10, exceptions: Self.exceptions)
  }

  private static let exceptions: [TokenLife.Exception] = [
    .init(
      token: "null", isDeletion: true,
      why: "a key without a value is what null says: the key is taken away")
  ]

  /// A reform whose comparison reads what a year alone does not: work, and behaviour where there is any.
  private static func dearer(than file: ScenarioFile) -> String {
    let behaviour = file.document["behaviour"].map { _ in "\n  behaviour.theory: elasticities" }
    return """
      reform: A test
      base: \(file.path)
      change:\(behaviour ?? "")
        law.fees.2ad:
          title: A test
          unit: NOK/contact
          periods: [{ from: 2019-01-01, value: { honorarium: 300, refund: 0, copay: 300 }, reference: { title: A test, document: of mine } }]
      """
  }

  private static let yearTables =
    "[validation, accounts, balances, contacts, municipality-groups, references]"

  private static let tables: [TableName] = [
    .reforms, .changes, .funding, .payers, .income, .capacity, .incentives, .stages,
  ]

  private static func compared(_ file: ScenarioFile, with reform: String) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.file("reform.yaml", reform)
    return ShownFile.json(
      try Report(of: ReformComparison(of: file, with: [path]), tables: tables))
  }

  /// The shipped files, of few persons.
  private static func texts(_ names: String..., persons: Int = 8_000) throws -> [String: String] {
    var texts = [
      "ages-2020.csv": try Repository.text("Scenarios/norway/ages-2020.csv"),
      "ages-2024.csv": try Repository.text("Scenarios/norway/ages-2024.csv"),
    ]
    for name in names {
      texts["\(name).yaml"] = try Repository.text("Scenarios/norway/\(name).yaml")
        .replacing(/(persons: \{ central:) \d+/, with: { "\($0.1) \(persons)" })
    }
    return texts
  }
}
