import Diagnostics
import Documents
import Reports
import ScenarioSupport
import Scenarios
import Testing
import Units

@testable import takst

/// The shipped scenario with fewer lists and persons, so that it runs a hundred times in seconds.
/// The tables compared are those of results; those that repeat the scenario's numbers are not.
@Suite("No setting of the scenario is dead")
struct DeadSettingTests {
  @Test("every number of the scenario moves some result")
  func numbers() throws {
    let paths = try Self.base.get().file.document.numbers(under: [])
    #expect(paths.count >= 20)
    for path in paths {
      // Numbers that decide nothing in this scenario are nudged where they do, below.
      if path.hasSuffix(".0-15") || path.contains(".individual.") { continue }
      #expect(try moves(path, from: Self.base.get()), "\(path)")
    }
  }

  @Test("the numbers of the other channel move results when it is chosen, and its row when not")
  func otherChannel() throws {
    let chosen = try Base(changing: Self.small.map { $0 } + [("enrolment.channel", "individual")])
    let other = try Base(changing: Self.small.map { $0 } + [("tables", "[enrolment-channels]")])
    for name in ["consent", "cost-per-case", "deregistration-delay"] {
      let path = "enrolment.channels.individual.\(name)"
      #expect(try moves(path, from: chosen), "\(path) in use")
      #expect(try moves(path, from: other), "\(path) not in use")
    }
  }

  @Test("the ages and the law's age of consent move results when not everybody consents")
  func consentingAge() throws {
    let base = try Base(
      changing: Self.small.map { $0 } + [("enrolment.channels.embassy-list.consent", "0.5")])
    #expect(try moves("arrivals.diplomats.accompanying-ages.0-15", from: base))
    for age in ["8", "30"] {
      let other = try Base(
        changing: [
          (
            "law.list-rights.posted-diplomats.periods.1.value",
            "{ requires: [accredited], own-consent-from-age: \(age) }"
          )
        ],
        of: base.file)
      #expect(other.results != base.results, "\(age)")
    }
  }

  @Test(
    "every other setting moves some result",
    arguments: [
      ("months", "13"), ("from", "2021-06"), ("seed", "2"), ("law-at", "2021-07-01"),
      ("placement", "shortest-first"), ("enrolment.channel", "individual"),
      ("arrivals.diplomats.enrolment-months", "2"),
      ("arrivals.diplomats.residence.shares", "{ oslo: 0.8, baerum: 0.17, tromso: 0.03 }"),
      ("arrivals.diplomats.residence.shares", "{ oslo: 0.82, baerum: 0.13, tromso: 0.05 }"),
      ("arrivals.diplomats.residence.shares", "{ oslo: 0.8, baerum: 0.15, tromso: 0.05 }"),
      ("lists.occupancy.mean", "0.965"), ("lists.occupancy.full-share", "0.35"),
      ("lists.occupancy.nearly-full-share", "0.7"), ("lists.occupancy.nearly-full-from", "0.99"),
      ("consultations.fee", "2ae"), ("consultations.as-of", "2022-07-01"),
      ("consultations", "null"), ("standby-contracts", "{ central: 1, source: a test }"),
      ("note-audit.claim", "2500001"), ("note-audit.law-at", "2021-07-01"),
      ("note-audit.readings.as-computed.persons", "1701"),
      ("note-audit.readings.as-computed.family-size", "2"),
      ("note-audit.readings.as-computed.rate.stated", "478"),
      ("note-audit.readings.place-above-1000.rate.of-place", "1000"),
      ("note-audit.readings.average-of-mean-list.rate.mean-of-list", "1091"),
    ])
  func others(path: String, value: String) throws {
    let base = try Self.base.get()
    #expect(try base.results != Base(changing: [(path, value)], of: base.file).results)
  }

  @Test("every limit and count of the size classes moves some result")
  func sizeClasses() throws {
    let base = try Self.base.get()
    for changed in try base.file.nudgedSizeClasses() {
      let nudged = try Base(changing: [("lists.size-classes", changed)], of: base.file)
      #expect(nudged.results != base.results, "\(changed)")
    }
  }

  private static let small = [
    ("municipalities.oslo.inhabitants", "32700"), ("municipalities.baerum.inhabitants", "16350"),
    ("municipalities.tromso.inhabitants", "10900"), ("arrivals.diplomats.persons", "100"),
    (
      "tables", "[payers, note-audit, marginal-cost, break-even, one-person, enrolment, lists]"
    ),
  ]

  private static let base = Result<Base, any Error> { try Base(changing: small) }

  /// A number doubled, or a share down to two fifths, changes some result.
  private func moves(_ path: String, from base: Base) throws -> Bool {
    let text = base.file.document.value(at: path)?["central"]?.asTyped ?? ""
    let number = try #require(Ratio(decimal: text), "\(path)")
    // Whole numbers stay whole; a share of one can only fall.
    let isShare = path.hasSuffix("uptake") || path.hasSuffix("consent") || number < .one
    let factor = isShare ? Ratio(2, over: 5) : Ratio(2)
    let nudged = try Base(changing: [(path, (number * factor).description)], of: base.file)
    return nudged.results != base.results
  }
}

/// A scenario file and its results.
private struct Base: Sendable {
  let file: ScenarioFile
  let results: String

  init(changing changes: [(path: String, value: String)], of start: ScenarioFile? = nil) throws {
    var file = try start ?? ShippedScenario.file()
    for (path, value) in changes {
      file = try file.changing(path, toYAML: value)
    }
    self.file = file
    let report = try Report(of: file)
    let tables = report.tables.map { MachineWriter(Wording(.english)).csv($0, in: report) }
    results = tables.joined(separator: "\n")
  }
}

extension Node {
  /// The paths of all numbers with a source.
  fileprivate func numbers(under path: [String]) -> [String] {
    if let central = self["central"] {
      return Ratio(decimal: central.asTyped) == nil ? [] : [path.joined(separator: ".")]
    }
    return entries.flatMap { $0.value.numbers(under: path + [$0.key.value]) }
  }
}

extension ScenarioFile {
  /// The size classes with one count doubled, or one limit forty persons lower, each in its turn.
  fileprivate func nudgedSizeClasses() throws -> [String] {
    guard case .sequence(let nodes)? = document.value(at: "lists.size-classes")?.content else {
      return []
    }
    let counts = try nodes.map { try #require(Int($0["lists"]?.asTyped ?? "")) }
    let starts = try nodes.map { try #require(Int($0["from"]?.asTyped ?? "")) }
    let limits = try starts + [#require(Int(nodes.last?["to"]?.asTyped ?? "")) + 1]
    func text(_ counts: [Int], _ limits: [Int]) -> String {
      let classes = counts.indices.map {
        "{ from: \(limits[$0]), to: \(limits[$0 + 1] - 1), lists: \(counts[$0]) }"
      }
      return "[\(classes.joined(separator: ", "))]"
    }
    let byCount = counts.indices.map { place in
      text(counts.enumerated().map { $0 == place ? $1 * 2 : $1 }, limits)
    }
    let byLimit = limits.indices.map { place in
      text(counts, limits.enumerated().map { $0 == place ? ($1 == 0 ? 40 : $1 - 40) : $1 })
    }
    return byCount + byLimit
  }
}
