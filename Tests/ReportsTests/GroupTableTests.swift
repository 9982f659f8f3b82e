import Scenarios
import Testing
import Units

@testable import Reports

@Suite("The tables of groups and of ways of enrolling")
struct GroupTableTests {
  private static let locals = """
    title: Locally employed
    right: locally-employed
    fulfils: [registered-as-resident]
    persons: { central: 30, source: a test }
    family-size: { central: 1, source: a test }
    uptake: { low: 0, central: 1, source: a test }
    insured-share: { central: 1, source: a test }
    stay-years: { central: 4, source: a test }
    residence: { shares: { oslo: 1 }, source: a test }
    """

  @Test("a group stands with its right, and with those who must consent by the age of the law")
  func groups() throws {
    let path = "law.list-rights.posted-diplomats.periods.1.value.own-consent-from-age"
    for (age, must) in [
      (8, Cell.number(Ratio(60), decimals: 0)), (16, .number(Ratio(40), decimals: 0)),
    ] {
      let world = try SmallWorld(changes: [path: "\(age)"])
      let table = try #require(try world.report("arrival-groups").table(.arrivalGroups))
      let right = try #require(CalendarDate(iso: "2021-05-01"))
      #expect(
        table.rows == [
          [
            .text("Diplomats and accompanying family"), .text("posted-diplomats"), .day(right),
            .text("accredited"), .term("new-right"), .number(Ratio(40), decimals: 0),
            .number(Ratio(80), decimals: 0), .count(age), must, .number(.one, decimals: 0),
            .count(120),
          ]
        ])
    }
  }

  @Test(
    "a group that has a right already stands without numbers, and every table of money says why")
  func standing() throws {
    let report = try SmallWorld(changes: ["arrivals.locals": Self.locals]).report()
    let groups = try #require(report.table(.arrivalGroups))
    #expect(
      groups.rows[1][1] == .text("locally-employed") && groups.rows[1][4] == .term("standing-right")
    )
    #expect(groups.rows[1].suffix(6).allSatisfy { $0 == .empty })
    let tables: [TableName] = [
      .payers, .marginalCost, .costByUptake, .costRange, .breakEven, .enrolment,
      .enrolmentChannels, .arrivalGroups,
    ]
    for name in tables {
      let notes = try #require(report.table(name)).notes
      #expect(notes.contains { $0.key == "note-standing" }, "\(name)")
    }
    let ranges = try #require(report.table(.costRange)).rows.map { $0[0] }
    #expect(!ranges.contains(.text("arrivals.locals.uptake")))
  }

  @Test("where nobody gains a right the accounts say that nothing moves")
  func nothing() throws {
    let fulfils = "[accredited, registered-as-resident]"
    let report = try SmallWorld(changes: ["arrivals.diplomats.fulfils": fulfils]).report("payers")
    let keys = try #require(report.table(.payers)).notes.map(\.key)
    #expect(keys.contains("note-nothing-moves") && keys.contains("note-standing"))
  }

  @Test("each way of enrolling has its own consent, cost and delay beside the one in use")
  func channels() throws {
    let world = try SmallWorld(changes: ["enrolment.channels.individual.consent": "0.5"])
    let table = try #require(try world.report("enrolment-channels").table(.enrolmentChannels))
    #expect(
      table.rows.map { Array($0.prefix(6)) } == [
        [
          .text("embassy-list"), .term("in-use"), .number(.one, decimals: 0),
          .number(Ratio(50), decimals: 0), .number(.one, decimals: 0), .count(120),
        ],
        [
          .text("individual"), .term("not-in-use"), .number(Ratio(1, over: 2), decimals: 1),
          .number(Ratio(200), decimals: 0), .number(Ratio(6), decimals: 0), .count(100),
        ],
      ])
    let chosen = try SmallWorld(changes: [
      "enrolment.channels.individual.consent": "0.5", "enrolment.channel": "individual",
    ])
    let other = try #require(try chosen.report("enrolment-channels").table(.enrolmentChannels))
    for (row, own) in zip(table.rows, other.rows) {
      #expect(row.dropFirst(2) == own.dropFirst(2))
      #expect(row[1] != own[1])
    }
  }
}
