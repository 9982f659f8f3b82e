import Diagnostics
import Documents
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

@Suite("Claims that are never paid")
struct UnpaidClaimTests {
  private let nation = Result { try ShippedScenario.nation(of: 20_000) }

  private static let consultations = """
    { fee: 2ad, at: day, as-of: 2022-07-01 }, { fee: 2ak, at: evening, as-of: 2022-07-01 }
    """

  /// What is told of consultations with a further fee, in words and help.
  private func told(
    _ more: String, fee conditions: String? = nil, in type: String = "physical",
    changes: KeyValuePairs<String, String> = [:]
  ) throws -> [String] {
    var file = try nation.get()
    if let conditions {
      file = try file.changing(
        "law.fees.own",
        toYAML: """
          {title: Own, unit: NOK/contact, periods: [{from: 2023-01-01, reference: {title: Own, \
          document: This test}, value: {honorarium: 9, refund: 9, copay: 0, \(conditions)}}]}
          """)
    }
    file = try file.changing(
      "contacts.types.\(type).fees", toYAML: "[\(Self.consultations), \(more)]")
    for (path, value) in changes { file = try file.changing(path, toYAML: value) }
    return try file.notices().map { $0.what + ($0.help.map { " — \($0)" } ?? "") }
  }

  private func why(
    _ conditions: String, at: String = "", in type: String = "physical",
    changes: KeyValuePairs<String, String> = [:]
  ) throws -> [String] {
    try told("{ fee: own\(at) }", fee: conditions, in: type, changes: changes).map { words in
      words.replacing("'own' is never paid in '\(type)': ", with: "")
        .replacing(" — meet its condition, or remove it", with: "")
    }
  }

  @Test("shipped years and reforms are told nothing")
  func shipped() throws {
    for name in ["baseline-2020", "baseline-2023", "delegation", "posts-2023", "diplomat-list"] {
      let file = try ScenarioFile(reading: Repository.path("Scenarios/norway/\(name).yaml"))
      #expect(try file.notices().isEmpty, "\(name)")
    }
  }

  @Test(
    "of two consultations in one contact the one that is not paid is told, with the other's name")
  func beside() throws {
    #expect(
      try told("{ fee: 2ae, at: day, as-of: 2022-07-01 }") == [
        "'2ae' is never paid beside '2ad' in 'physical' — "
          + "claim it in contacts without '2ad', or change under 'law' what excludes the other"
      ])
    // Where only some contacts have the other, it is paid in the rest.
    let some = """
      { fee: 2ae, at: day, as-of: 2022-07-01, share: { central: 0.5, source: "assumption: test" } }
      """
    #expect(try told(some).count == 1)
    #expect(
      try told(
        "{ fee: 2ae, at: day, as-of: 2022-07-01 }",
        changes: [
          "contacts.types.physical.fees": """
          [{ fee: 2ad, at: day, as-of: 2022-07-01, share: { central: 0.5, source: \
          "assumption: test" } }, { fee: 2ae, at: day, as-of: 2022-07-01 }]
          """
        ]) == [])
  }

  @Test("a fee that requires another is told where the other is not claimed beside it")
  func requires() throws {
    #expect(
      try told("{ fee: 701c, as-of: 2023-07-01 }") == [
        "'701c' is never paid in 'physical': it requires '701a', which is not claimed there — "
          + "meet its condition, or remove it"
      ])
    #expect(
      try told("{ fee: 701c, as-of: 2023-07-01 }, { fee: 701a, as-of: 2023-07-01 }") == [])
    #expect(try why("requires: [2ad]", at: ", at: day") == [])
    #expect(
      try why("requires: [2ad]", at: ", at: evening")
        == ["it requires '2ad', which is not claimed there"])
    #expect(
      try why("requires: [701a, 701c]")
        == ["it requires one of '701a', '701c', of which none is claimed there"])
  }

  @Test("a condition that no contact meets is told, on both sides of its limit")
  func conditions() throws {
    let minutes = "[{ minutes: 20, share: 0.9 }, { minutes: 30, share: 0.1 }]"
    let lasting: KeyValuePairs = ["contacts.types.physical.minutes": minutes]
    #expect(try why("minimum-minutes: 30", changes: lasting) == [])
    #expect(
      try why("minimum-minutes: 31", changes: lasting)
        == ["it takes contacts of at least 31 minutes; the longest lasts 30"])
    #expect(
      try why("minimum-minutes: 1")
        == ["it takes contacts of at least 1 minutes; 'physical' states no 'minutes'"])
    #expect(
      try why("per-started-minutes: { each: 15, beyond: 29 }", changes: lasting) == [])
    #expect(
      try why("per-started-minutes: { each: 15, beyond: 30 }", changes: lasting)
        == ["it is paid for minutes beyond 30; the longest lasts 30"])
    #expect(try why("times: [evening]") == [])
    #expect(try why("times: [evening]", at: ", at: day") == ["it is not paid at 'day'"])
    #expect(
      try why("contact-types: [electronic]")
        == ["it is for contacts of the types 'electronic' alone"])
    #expect(try why("contact-types: [electronic, physical]") == [])
    #expect(
      try why("needs-procedure: true") == ["it needs a procedure, which no contact names"])
    #expect(try why("needs-diagnosis: true") == [])
  }

  @Test("a fee for practices or specialists that nobody is, is told")
  func practices() throws {
    #expect(
      try why("forms: [company]") == ["it is for practices of the forms company alone"])
    #expect(try why("forms: [company, vacant]") == [])
    #expect(try why("only-specialists: true") == [])
    #expect(
      try why("only-specialists: true", in: "out-of-hours-physical")
        == ["only specialists are paid it, and none of its contacts is with one"])
    #expect(
      try why(
        "forms: [self-employed]",
        changes: [
          "practices.specialist-share": "{ central: 0, source: \"assumption: test\" }"
        ]
      ).contains(
        "'specialist' is never paid in 'physical': only specialists are paid it, "
          + "and none of its contacts is with one"))
  }

  @Test("times beyond the most on a bill are told, and a time of the day that has no contacts")
  func times() throws {
    #expect(
      try told("{ fee: 701a, as-of: 2023-07-01, times: 2 }") == [
        "'701a' is claimed 2 times in 'physical' and paid once — "
          + "the law's 'most-per-bill' bounds it: write times: 1"
      ])
    #expect(
      try told(
        "{ fee: 701a, as-of: 2023-07-01 }, { fee: 701c, as-of: 2023-07-01, times: 3 }") == [])
    #expect(
      try told(
        "{ fee: 701a, as-of: 2023-07-01 }",
        changes: [
          "contacts.types.physical.evening-share": "{ central: 0, source: \"assumption: test\" }"
        ]) == ["'2ak' is never paid in 'physical': none of its contacts is in the evening"])
  }

  @Test("a section of the scenario's law that no run of its question reads is told")
  func unreadLaw() throws {
    let period = "from: 2023-01-01, reference: { title: Own, document: This test }"
    let price = "{title: Own, unit: NOK/contact, periods: [{ \(period), value: 9 }]}"
    #expect(
      try nation.get().changing("law.patient-prices.own", toYAML: price).notices().map(\.what)
        == ["no run reads 'patient-prices'"])
    let right = "{title: Own, unit: rule, periods: [{ \(period), value: { requires: [applied] } }]}"
    let notices = try nation.get().changing(
      "law.list-rights.own",
      toYAML: right.replacing("applied", with: "national-insurance")
    ).notices()
    #expect(notices.map(\.what) == ["a national year does not read 'list-rights'"])
    #expect(notices.map(\.help) == ["it is read by a run of arrivals"])
  }
}
