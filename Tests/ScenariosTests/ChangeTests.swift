import Diagnostics
import Documents
import RateBooks
import Rules
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

/// How a reform is laid on the Norwegian year, and what is told and shown of it.
@Suite("One rule for changes")
struct ChangeTests {
  private let folder: TemporaryFolder
  private static let base = Repository.path("Scenarios/norway/baseline-2023.yaml")

  init() throws { folder = try TemporaryFolder() }

  private func reformed(
    _ change: String, head: String = "", named name: String = "r.yaml", on base: String = Self.base
  ) throws -> ScenarioFile {
    try ScenarioFile(
      reading: folder.file(
        name, "reform: Another rule\nbase: \(base)\n\(head)change:\n\(change)\n"))
  }

  /// What differs from the baseline: path, before and after.
  private func differences(_ file: ScenarioFile, from base: String = Self.base) throws -> [String] {
    try file.differences(from: ScenarioFile(reading: base)).map {
      "\($0.path): \($0.before.words) → \($0.after.words)"
    }
  }

  private func message(_ change: String) -> String {
    let faults = #expect(throws: Faults.self) { try reformed(change).nationalScenario() }
    return faults?.description.replacing(folder.path + "/", with: "") ?? ""
  }

  private static let fee = """
    { title: A consultation, unit: NOK/contact, periods: [{ from: 2023-07-01, value: { honorarium: 195, refund: 15, copay: 180 }, reference: { title: A proposal, document: a note } }] }
    """

  @Test("a rule of law leaves the baseline's other law as it was, nested or by its path")
  func law() throws {
    let nested = try reformed("  law: { fees: { 2ad: \(Self.fee) } }")
    let path = try reformed("  law.fees.2ad: \(Self.fee)")
    for file in [nested, path] {
      let law = try file.nationalScenario().law
      #expect(
        law.equalisationGrants["equalisation-grant"]?.series.periods.last?.position.file
          == Self.base)
      #expect(
        law.fees["2ad"]?.series.inForce(on: CalendarDate(iso: "2023-07-01")!)?.value.copay
          == .kroner(180))
    }
    let shown = try differences(nested)
    #expect(shown == (try differences(path)))
    #expect(shown.allSatisfy { $0.hasPrefix("law.fees.2ad.") })
    #expect(shown.contains { $0.hasPrefix("law.fees.2ad.periods.2023-07-01.value.copay: ") })
    #expect(shown.contains { $0.hasSuffix(" → A consultation") })
  }

  @Test("a rule the book has need not repeat its title, unit and payer")
  func heads() throws {
    let file = try reformed(
      """
        law.copay-ceilings.copay-ceiling.periods:
          - { from: 2023-07-01, value: 3540, reference: { title: A proposal, document: a note } }
        law.equalisation-grants.equalisation-grant.periods:
          - { from: 2023-07-01, value: { reference-list: 1300, municipality-below: 5000 }, reference: { title: A proposal, document: a note } }
      """)
    let law = try file.nationalScenario().law
    let ceiling = try #require(law.copayCeilings["copay-ceiling"]).series
    let book = try RateBook(named: Located("norway", written: "norway", at: .init(file: "")))
    #expect(ceiling.title == book.copayCeilings["copay-ceiling"]?.series.title)
    let grant = try #require(law.equalisationGrants["equalisation-grant"]).series
    #expect(grant.payer == .state)
    // The baseline's own value of January stands until the reform's.
    #expect(
      ["2023-06-30", "2023-07-01"].map {
        grant.inForce(on: CalendarDate(iso: $0)!)?.value.referenceList
      }
        == [1200, 1300])
    #expect(
      try differences(file).contains(
        "law.equalisation-grants.equalisation-grant.periods.2023-07-01.value.reference-list: 1200 → 1300"
      ))
  }

  private static let ceiling = "law.copay-ceilings.copay-ceiling"

  @Test(
    "null takes a rule of the book away, by its path, with its section and nested",
    arguments: [
      "\(ceiling): null", "law.copay-ceilings: null",
      "law: { copay-ceilings: { copay-ceiling: null } }", "law: { copay-ceilings: null }",
    ])
  func takenAway(change: String) throws {
    let file = try reformed("  \(change)")
    let law = try file.nationalScenario().law
    for day in ["2020-01-01", "2023-01-01", "2023-12-31"] {
      #expect(law.copayCeilings.inForce(on: CalendarDate(iso: day)!) == nil)
    }
    #expect(try differences(file).contains("\(Self.ceiling).periods.2023-01-01.value: 3040 → –"))
  }

  @Test("a rule that is taken away and written anew holds from its new day")
  func takenAwayAndAnew() throws {
    let file = try reformed(
      """
        \(Self.ceiling): null
        \(Self.ceiling).periods: [{ from: 2023-07-01, value: 4000, reference: { title: A proposal, document: a note } }]
      """)
    let law = try file.nationalScenario().law
    let days = ["2023-06-30", "2023-07-01"].map { CalendarDate(iso: $0)! }
    #expect(days.map { law.copayCeilings.inForce(on: $0) } == [nil, .kroner(4_000)])
  }

  @Test("a part of a rule of the book cannot be taken away alone")
  func partTakenAway() {
    for part in ["periods", "unit"] {
      let told = """
        r.yaml:4:3: error: 'law.fees.2ad.\(part)' stands in the rate book and cannot be taken away alone
          help: take the whole rule away with 'law.fees.2ad: null', or write its periods anew
        """
      #expect(message("  law.fees.2ad.\(part): null") == told)
    }
  }

  @Test("a reform has at most so many paths, as a sweep has")
  func paths() {
    let lines = (0...2_000).map { "  a\($0): 1" }.joined(separator: "\n")
    #expect(
      message(lines) == """
        r.yaml:4:3: error: 2001 paths stand here; there can be 2000
          help: write what changes together under one path
        """)
  }

  @Test("a rule that neither book nor baseline has must say what it is called")
  func newRule() {
    let told = message(
      "  law.fees.x99.periods: [{ from: 2023-07-01, value: { honorarium: 1, refund: 1, copay: 0 }, reference: { title: a, document: b } }]"
    )
    #expect(told.contains("r.yaml:4:3: error: 'title' is missing from a dated rule"))
    #expect(told.contains("'unit' is missing from a dated rule"))
  }

  @Test("a table of lists drives the size classes out, and what is lost is shown")
  func lists() throws {
    let file = try reformed("  lists: { file: own.csv }")
    guard case .file = try file.nationalScenario().lists else {
      Issue.record("the lists are not a table")
      return
    }
    let shown = try differences(file)
    #expect(shown.contains("lists.file: – → own.csv"))
    #expect(shown.contains("lists.size-classes.5.lists: 277 → –"))
    #expect(shown.contains("lists.occupancy.mean: 0.97 → –"))
    #expect(shown.count == 1 + 15 + 3 + 5)
    let back = try reformed(
      """
        lists:
          size-classes: [{ from: 0, to: 999, lists: 1 }, { from: 1000, to: 2500, lists: 1 }]
          size-class-source: { title: a, document: b }
          occupancy: { mean: 0.9, full-share: 0.2, nearly-full-share: 0.5, nearly-full-from: 0.9, source: "assumption: a test" }
      """, named: "b.yaml", on: file.path)
    guard case .synthetic = try back.nationalScenario().lists else {
      Issue.record("the lists are not made")
      return
    }
  }

  @Test("a fee that a new list of fees does not repeat is shown as lost, item by item")
  func lostFee() throws {
    let file = try reformed(
      "  contacts.types.physical.fees: [{ fee: 2ad, at: day, as-of: 2022-07-01 }, { fee: 2ak, at: evening, as-of: 2022-07-01 }]"
    )
    #expect(
      try differences(file) == [
        "contacts.types.physical.fees.3.fee: 701a → –",
        "contacts.types.physical.fees.3.as-of: 2023-07-01 → –",
        "contacts.types.physical.fees.3.share.low: 0.3 → –",
        "contacts.types.physical.fees.3.share.central: 0.45 → –",
        "contacts.types.physical.fees.3.share.high: 0.6 → –",
        "contacts.types.physical.fees.3.share.source: assumption: not published; copay in all is fitted → –",
      ])
  }

  @Test("a goal's new target drives the old one out, and so does another aim")
  func goals() throws {
    let half = Repository.path("Scenarios/norway/base-share-50.yaml")
    for target in [
      "plus: { central: 0.1, source: \"assumption: a test\" }",
      "times: { central: 1.1, source: \"assumption: a test\" }",
    ] {
      #expect(
        try reformed("  solve.base-share: { \(target) }", on: half).nationalScenario().goals.count
          == 2)
    }
    let least = try reformed(
      "  solve.base-share.minimise: base-share\n  solve.neutral: null", on: half)
    guard case .least = try least.nationalScenario().goals[0].aim else {
      Issue.record("the goal has another aim")
      return
    }
  }

  @Test("one line of a file that undoes another is a fault at both")
  func twice() {
    #expect(
      message(
        "  work.hours: { central: 2000, source: \"assumption: a test\" }\n  work: { hours: { central: 1900, source: \"assumption: a test\" } }"
      ) == """
        r.yaml:5:11: error: 'work.hours' is changed here, and 'work.hours' at r.yaml:4:3 already
          help: of the two lines the later undoes the earlier; keep one of them
        """)
    #expect(
      message("  lists: { file: own.csv }\n  lists.occupancy.mean: 0.9") == """
        r.yaml:5:3: error: 'lists.occupancy.mean' is changed here, and 'lists.file' at r.yaml:4:12 already
          help: of the two lines the later undoes the earlier; keep one of them
        """)
  }

  @Test("a mapping is emptied first and written anew after, and not the other way round")
  func emptied() throws {
    let supplements = "contacts.types.physical.supplements"
    let file = try reformed(
      "  \(supplements): null\n  \(supplements).all: { copay: { central: 9, source: \"assumption: a test\" } }"
    )
    let type = try #require(file.nationalScenario().contacts.types.first)
    #expect(type.supplements.map(\.name) == ["all"])
    #expect(
      message(
        "  \(supplements).all.copay: { central: 9, source: \"assumption: a test\" }\n  \(supplements): null"
      )
      .contains(
        "r.yaml:5:3: error: '\(supplements)' is changed here, and '\(supplements).all.copay' at"))
  }

  @Test("a changed number is the reform's own, and stands at its line")
  func own() throws {
    let file = try reformed(
      "  work.hours.central: 2000", head: "source: { title: A committee, document: its report }\n")
    let hours = try #require(file.nationalScenario().work?.hours)
    #expect(
      hours.source
        == .own(reform: "Another rule", proposedBy: "A committee, its report"))
    #expect(hours.source.basis == .own)
    #expect(hours.position == SourcePosition(file: file.path, line: 5, column: 23))
    // Within the baseline's interval, which stays.
    #expect(hours.low == Ratio(1955) && hours.high == Ratio(2268))
    #expect(
      try differences(file) == [
        "work.hours.central: 2254 → 2000",
        "work.hours.source: \(Self.hoursSource) → unsourced, by the reform 'Another rule' (A committee, its report)",
      ])
  }

  private static let hoursSource =
    "Workload in Norwegian general practice 2018: 42.5, 49.0 and 49.3 regular hours a week "
    + "(salaried, all, self-employed), times 46 weeks, https://www.springermedizin.de/workload-in-norwegian-general-practice-2018-an-observational-stu/16866158?fulltextView=true"

  @Test(
    "a number keeps the interval as long as it is inside, and an end that the reform states",
    arguments: [
      ("work.hours.central: 1955", "1955…2268"), ("work.hours.central: 1954", "1954…1954"),
      ("work.hours.central: 2268", "1955…2268"), ("work.hours.central: 2269", "2269…2269"),
    ])
  func interval(change: String, expected: String) throws {
    let hours = try #require(try reformed("  \(change)").nationalScenario().work?.hours)
    #expect("\(hours.low)…\(hours.high)" == expected)
  }

  @Test("an end of the interval that the reform states is never taken away")
  func statedEnd() throws {
    let wide = try reformed("  work.hours.high: 2500\n  work.hours.central: 2400")
    let hours = try #require(try wide.nationalScenario().work?.hours)
    #expect([hours.low, hours.central, hours.high] == [1955, 2400, 2500].map { Ratio($0) })
    #expect(hours.source.isOwn)
    #expect(
      message("  work.hours.low: 2300").contains(
        "r.yaml:4:19: error: 'work.hours' has low 2300, central 2254 and high 2268"))
  }

  @Test("a source that the reform names, by a path or in one, is the number's")
  func ownSource() throws {
    for change in [
      "  work.hours.source: a new survey\n  work.hours.central: 2000",
      "  work.hours: { central: 2000, source: a new survey }",
    ] {
      let hours = try reformed(change).nationalScenario().work?.hours
      #expect(hours?.source == .document("a new survey"))
    }
  }

  @Test("a table's number that is changed takes the source of the whole table with it")
  func tables() throws {
    let file = try reformed("  use.groups.3.consultations: 2.5")
    #expect(try file.nationalScenario().use.source.isOwn)
    #expect(try differences(file).map { $0.prefix(30) }.first == "use.source: Statistics Norway,")
    let occupancy = try reformed("  lists.occupancy.mean: 0.96")
    #expect(
      occupancy.document.value(at: "lists.size-class-source.title")?.position.file == Self.base)
    #expect(occupancy.document.value(at: "lists.occupancy.source.reform")?.text == "Another rule")
  }

  @Test("reforms of different rules of law are no conflict, of one rule they are")
  func conflicts() throws {
    let first = try reformed("  law: { fees: { 2ad: \(Self.fee) } }", named: "a.yaml")
    let second = try reformed("  law: { fees: { 2ae: \(Self.fee) } }", named: "b.yaml")
    #expect(first.conflicts(with: second).isEmpty)
    let third = try reformed(
      "  law.fees.2ad.periods: [{ from: 2023-03-01, value: { honorarium: 1, refund: 0, copay: 1 }, reference: { title: a, document: b } }]",
      named: "c.yaml")
    let met = first.conflicts(with: third)
    #expect(met.map(\.0.path.value) == ["law.fees.2ad.periods"])
    #expect(met.map(\.1.path.position.line) == [4])
    let table = try reformed("  lists: { file: own.csv }", named: "d.yaml")
    let classes = try reformed("  lists.occupancy.mean: 0.9", named: "e.yaml")
    #expect(table.conflicts(with: classes).map(\.0.path.value) == ["lists"])
  }

  @Test("no shipped reform undoes its own lines, and each differs from its base by values")
  func shipped() throws {
    for path in try Shipped.paths() {
      let file = try ScenarioFile(reading: path)
      guard !file.reforms.isEmpty else { continue }
      let shown = file.differences(from: file.baseline)
      #expect(!shown.isEmpty, "\(path)")
      for change in shown {
        #expect(![change.before.words, change.after.words].contains("a mapping"))
        #expect(change.before.words != change.after.words, "\(change.path)")
      }
    }
  }
}

extension Difference.Side? {
  /// In words; a dash for nothing.
  fileprivate var words: String {
    switch self?.value {
    case .words(let words): words
    case .source(let source): source.description
    case nil: "–"
    }
  }
}
