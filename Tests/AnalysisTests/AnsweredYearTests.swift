import Diagnostics
import Scenarios
import Testing
import Units

@testable import Analysis

@Suite("Years after everybody has answered")
struct AnsweredYearTests {
  private let country: SmallCountry

  init() throws { country = try SmallCountry() }

  private func copay(times factor: String) -> String {
    """
      adjustments.copay: { of: fees, parts: [copay], factor: { low: 0, central: \(factor), high: 3, source: "assumption: a test" } }
    """
  }

  @Test("visits rise smoothly all the way to free of charge")
  func freeCare() throws {
    let comparison = try country.comparison(
      of: copay(times: "2"), copay(times: "0.5"), copay(times: "0.1"), copay(times: "0.01"),
      copay(times: "0"),
      changing: [
        "theory: none": "theory: elasticities", "inducement: true": "inducement: false",
      ])
    let visits = try comparison.alternatives.map { alternative in
      try #require(
        alternative.stages.rows.first { $0.stage == .afterBehaviour && $0.end == nil }
      ).response.visits
    }
    for (found, right) in zip(visits, [0.9608, 1.0408, 1.1032, 1.1249, 1.1275]) {
      #expect(abs(found - right) < 0.0003)
    }
    let contacts = comparison.alternatives.map { $0.stages.rows[1].contacts }
    #expect(zip(contacts, contacts.dropFirst()).allSatisfy { $0 < $1 })
  }

  private static let more = """
      adjustments.more: { of: grants, factor: { central: 1.2, source: "assumption: a test" } }
      adjustments.fees: { of: fees, factor: { central: 1.5, source: "assumption: a test" } }
    """

  @Test(
    "a baseline without fees, copay, grants, costs or time per person is answered by either theory",
    arguments: [
      (
        "value: { refund: 14, copay: 6, honorarium: 20 }",
        "value: { refund: 0, copay: 0, honorarium: 0 }"
      ),
      (
        "value: { refund: 14, copay: 6, honorarium: 20 }",
        "value: { refund: 20, copay: 0, honorarium: 20 }"
      ),
      ("rate: 70", "rate: 0"),
      ("cost-per-contact: { central: 1,", "cost-per-contact: { central: 0,"),
      ("cost-per-contact: { central: 1,", "cost-per-contact: { central: 200,"),
      ("minutes-per-person: { central: 20,", "minutes-per-person: { central: 0,"),
    ])
  func without(what: (old: String, new: String)) throws {
    for theory in ["elasticities", "optimising"] {
      let comparison = try country.comparison(
        of: Self.more, changing: ["theory: none": "theory: \(theory)", what.old: what.new])
      for row in comparison.alternatives[0].stages.rows {
        for factor in [row.response.visits, row.response.places, row.response.staff] {
          #expect(factor.isFinite && factor > 0, "\(theory)")
        }
      }
      #expect(comparison.alternatives[0].stages.rows.count == 4)
    }
  }

  @Test("contacts that take no time are refused by the practice that trades time, and by no other")
  func timeless() throws {
    let changes = [
      "theory: none": "theory: optimising", "visit: { central: 15,": "visit: { central: 0,",
      "phone: { central: 6,": "phone: { central: 0,",
    ]
    let error = #expect(throws: Refusal.self) {
      try country.comparison(of: Self.more, changing: changes)
    }
    #expect(
      try #require(error).description == """
        refused: 'A small country': contacts take no minutes of the doctors', so an hour of them has no \
        reward that the optimising practice could answer to
          help: state what they take under 'work.minutes', or choose the theory 'elasticities'
        """)
  }

  @Test("elasticities need not know what contacts take")
  func withoutWork() throws {
    let comparison = try country.comparison(
      of: "\(Self.more)\n  work: null", changing: ["theory: none": "theory: elasticities"])
    #expect(comparison.alternatives[0].stages.rows.count == 4)
    let error = #expect(throws: Refusal.self) {
      try country.comparison(
        of: "\(Self.more)\n  work: null", changing: ["theory: none": "theory: optimising"])
    }
    #expect(
      try #require(error).description == """
        refused: the optimising practice needs to know what contacts take
          help: add 'work' to the baseline, or choose the theory 'elasticities'
        """)
  }

  @Test("strengths that make more visits than a year can hold are refused in words")
  func beyond() throws {
    let error = #expect(throws: Refusal.self) {
      try country.comparison(
        of: copay(times: "0"),
        changing: [
          "theory: none": "theory: elasticities",
          "low: -0.1, central: -0.06, high: 0,": "low: -10, central: -9, high: 0,",
        ])
    }
    let text = try #require(error).description
    #expect(text.contains("'reform-0': the answers grow beyond what a year can hold (visits × "))
    #expect(text.contains("help: choose weaker strengths under 'behaviour'"))
  }

  @Test("staff is told to take no more than all contacts, whatever it gains")
  func allContacts() throws {
    let staff = """
        staff.nurse: { profession: nurse, of: [visit], share: { central: 0.9, source: "assumption: a test" }, claims: own, minutes: { central: 1, source: "assumption: a test" }, doctor-minutes: { central: 0, source: "assumption: a test" }, hour-cost: { central: 1, source: "assumption: a test" } }
      """
    let comparison = try country.comparison(
      of: staff, changing: ["theory: none": "theory: optimising"])
    let rows = comparison.alternatives[0].stages.rows.filter { $0.stage == .afterBehaviour }
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.response.staff <= 1 / 0.9 + 1e-9 })
    #expect(abs(rows[0].response.staff - 1 / 0.9) < 1e-3)
  }
}
