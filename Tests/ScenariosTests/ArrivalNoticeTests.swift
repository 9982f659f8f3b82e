import Arrivals
import Diagnostics
import Documents
import Foundation
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

@Suite("What an author of a scenario about arrivals is told though nothing is wrong")
struct ArrivalNoticeTests {
  private func told(_ changes: KeyValuePairs<String, String>) throws -> [String] {
    var file = try ShippedScenario.file()
    for (path, yaml) in changes { file = try file.changing(path, toYAML: yaml) }
    return try file.grammarNotices().map(\.description).map {
      $0.replacing("\(Repository.root.path)/", with: "")
        .replacing(/diplomat-list\.yaml:\d+:\d+/, with: "diplomat-list.yaml")
    }
  }

  private static func period(_ from: String, _ value: String) -> String {
    "- { from: \(from), value: \(value), reference: { title: A test, document: none } }"
  }

  private static let locals = """
    title: Locally employed
    right: locally-employed
    fulfils: [registered-as-resident]
    persons: { central: 300, source: a test }
    family-size: { central: 1, source: a test }
    uptake: { central: 1, source: a test }
    of-consenting-age: { central: 0.5, source: a test }
    consent: { central: 1, source: a test }
    insured-share: { central: 1, source: a test }
    stay-years: { central: 4, source: a test }
    residence: { shares: { oslo: 1 }, source: a test }
    """

  @Test("nothing is told of the shipped scenarios")
  func shipped() throws {
    for path in try Shipped.paths() where path.contains("diplomat-list") {
      #expect(try ScenarioFile(reading: path).grammarNotices() == [], "\(path)")
    }
  }

  @Test("a group that has a right already costs nothing, and its author is told why")
  func standing() throws {
    #expect(
      try told(["arrivals.locals": Self.locals]) == [
        """
        test.yaml:2:8: note: 'locals' has the right 'locally-employed' already, in force since \
        2012-08-29: its persons stand on lists, or may, and nothing is counted for them
          help: leave the group out, or let it rely on a right that is new and fulfil no other
        """
      ])
    #expect(
      try told(["arrivals.diplomats.fulfils": "[accredited, registered-as-resident]"])[0]
        .contains("'diplomats' has the right 'registered-residents' already"))
  }

  @Test("a right that is older than the run, or begins within a month")
  func beginning() throws {
    #expect(
      try told(["from": "2021-06"]) == [
        """
        Scenarios/norway/diplomat-list.yaml: note: the right 'posted-diplomats' begins on 2021-05-01, \
        before the run's first month 2021-06: its persons come on lists as if it began then
          help: begin the run in 2021-05 to see them come when the right begins
        """
      ])
    let path = "law.list-rights.posted-diplomats.periods"
    let right = "{ requires: [accredited], own-consent-from-age: 16 }"
    #expect(try told([path: Self.period("2021-08-01", right)]) == [])
    #expect(
      try told([path: Self.period("2021-08-02", right)]) == [
        """
        Scenarios/norway/diplomat-list.yaml: note: the right 'posted-diplomats' begins on 2021-08-02, \
        within a month: its persons come on lists in 2021-09, for grants are paid by the lists at a \
        month's start
        """
      ])
  }

  @Test("consent that nobody is asked for, and a share that follows no age")
  func consent() throws {
    let path = "law.list-rights.posted-diplomats.periods"
    let told = try told([path: Self.period("2021-05-01", "{ requires: [accredited] }")])
    #expect(told.count == 3)
    #expect(
      told[0] == """
        Scenarios/norway/diplomat-list.yaml: note: 'arrivals.diplomats.accompanying-ages.0-15' decides \
        nothing: the right 'posted-diplomats' asks nobody for own consent
          help: leave it out, or say in the law from which age to ask
        """)
    #expect(
      told[1] == """
        Scenarios/norway/diplomat-list.yaml: note: 'enrolment.channels.embassy-list.consent' decides \
        nothing: no group asks the channel for consent
          help: leave it out, or take the groups' own 'consent' away
        """)
    #expect(
      try self.told([
        "arrivals.diplomats.accompanying-ages": "null",
        "arrivals.diplomats.of-consenting-age": "{ central: 0.5, source: a test }",
      ]) == [
        """
        test.yaml:1:1: note: 'arrivals.diplomats.of-consenting-age' is one share, whatever age the law \
        asks own consent from
          help: write 'accompanying-ages' instead: who must consent then follows from the age
        """
      ])
    #expect(
      try self.told([
        path: Self.period("2021-05-01", "{ requires: [accredited], own-consent-from-age: 16 }")
          + "\n"
          + Self.period("2021-09-01", "{ requires: [accredited], own-consent-from-age: 18 }")
      ]) == [
        """
        test.yaml:2:3: note: own consent is asked from another age from 2021-09-01 on, within the run; \
        everybody who comes is counted by the age of the first month, 16
          help: let the run begin there to count by the later age
        """
      ])
  }

  @Test(
    "law that no month of the run reads is told at its line",
    arguments: [
      (
        "law.list-limits",
        "{ changes-per-year: { title: A test, unit: changes/person/year, periods: [{ from: 2022-05-01, value: 3, reference: { title: A test, document: none } }] } }",
        "test.yaml:1:75: note: 'changes-per-year' from 2022-05-01 is read in no month of the run: the last day it looks law up is 2022-04-01\n  help: let it begin within the run, or leave it out"
      ),
      (
        "law.list-limits",
        "{ changes-per-year: { title: A test, unit: changes/person/year, periods: [{ from: 2021-05-01, value: 2, reference: { title: A test, document: none } }] } }",
        "test.yaml:1:75: note: 'changes-per-year' from 2021-05-01 says what the rate book says of every month of the run\n  help: leave it out, or write the value that is to hold instead"
      ),
      (
        "law.list-rights.posted-diplomat",
        "{ title: A test, unit: rule, periods: [{ from: 2021-05-01, value: { requires: [accredited] }, reference: { title: A test, document: none } }] }",
        "test.yaml:1:40: note: no group relies on the right 'posted-diplomat'\n  help: did you mean 'posted-diplomats'?"
      ),
      (
        "law.fees.2ae",
        "{ title: A test, unit: NOK/contact, periods: [{ from: 2021-05-01, value: { honorarium: 100, refund: 60, copay: 40 }, reference: { title: A test, document: none } }] }",
        "test.yaml:1:47: note: no consultation is paid by the fee '2ae'\n  help: did you mean '2ad'?"
      ),
      (
        "law.copay-ceilings.copay-ceiling",
        "{ title: A test, unit: NOK/person/year, periods: [{ from: 2021-05-01, value: 1, reference: { title: A test, document: none } }] }",
        "test.yaml:1:51: note: nothing about arrivals reads 'copay-ceiling' in 'copay-ceilings'\n  help: leave it out; a national scenario may read it"
      ),
    ])
  func law(path: String, yaml: String, message: String) throws {
    #expect(try told([path: yaml]) == [message])
  }

  @Test("a day for all rates hides what the scenario's own law says of later days")
  func lawAt() throws {
    let grant =
      "{ title: A test, unit: NOK/person/year, payer: municipality, periods: [{ from: 2021-09-01, value: { places: [{ above: 0, rate: 700 }] }, reference: { title: A test, document: none } }] }"
    #expect(try told(["law.per-capita-grants.base-grant": grant]) == [])
    #expect(
      try told(["law.per-capita-grants.base-grant": grant, "law-at": "2021-07-01"]) == [
        """
        test.yaml:1:72: note: 'base-grant' from 2021-09-01 is read in no month of the run: 'law-at' \
        takes the rates of 2021-07-01 in every month
          help: let it begin within the run, or leave it out
        """
      ])
  }

  @Test("a day for the fee that would hide the scenario's own fee is a fault at both lines")
  func pin() throws {
    let fee =
      "{ title: A test, unit: NOK/contact, periods: [{ from: 2021-06-01, value: { honorarium: 100, refund: 60, copay: 40 }, reference: { title: A test, document: none } }] }"
    let file = try ShippedScenario.file().changing("law.fees.2ad", toYAML: fee)
    let faults = try #require(#expect(throws: Faults.self) { try file.scenario() }).diagnostics
    let lines = faults.map { $0.position.description.split(separator: "/").last.map(String.init) }
    #expect(lines == ["diplomat-list.yaml:103:8", "test.yaml:1:47"])
    #expect(
      faults.allSatisfy {
        $0.what
          == "'consultations' is priced as of 2020-11-01, which hides the fee '2ad' from 2021-06-01"
          && $0.help == "take 'as-of' away, or write a day from 2021-06-01 on"
      })
  }

  @Test("a table whose section is not there is told, unless a reform takes the section away")
  func absentTable() throws {
    let text = try Repository.text("Scenarios/norway/diplomat-list.yaml")
    let start = try #require(text.range(of: "cost-by-uptake:\n"))
    let end = try #require(text.range(of: "# The answer first"))
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "a.yaml", text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""))
    let told = try ScenarioFile(reading: path).notices()
    #expect(told.count == 1)
    #expect(
      told[0].description.hasSuffix(
        """
        note: the table 'cost-by-uptake' is made from a section of that name, which is not there; it \
        is left out
          help: add 'cost-by-uptake', or leave the table out
        """))
  }
}
