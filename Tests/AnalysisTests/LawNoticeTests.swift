import Diagnostics
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

@testable import Analysis

/// What is noted of a reform, without the folder of its file.
private func notices(_ change: String) throws -> [String] {
  try ReformFile.of(change).notices().map { notice in
    notice.description.replacing(/^.*reform\.yaml/, with: "reform.yaml")
  }
}

private func ceiling(_ day: String, _ value: String) -> String {
  ReformFile.law("copay-ceilings.copay-ceiling", unit: "NOK/person/year", (day, value))
}

@Suite("What is noted of law that nothing reads")
struct LawNoticeTests {
  @Test("a change after the year")
  func after() throws {
    #expect(
      try notices(ceiling("2024-01-01", "4000")) == [
        """
        reform.yaml:8:9: note: 'copay-ceiling' begins on 2024-01-01, after the year 2023; it has no effect here
          help: let it begin within the year, or run a later one
        """
      ])
    #expect(try notices(ceiling("2023-12-31", "4000")).isEmpty)
  }

  @Test("a value as it was")
  func same() throws {
    #expect(
      try notices(ceiling("2023-07-01", "3040")) == [
        "reform.yaml:8:9: note: 'copay-ceiling' is from 2023-07-01 what it is without this file"
      ])
    #expect(
      try notices(ceiling("2022-12-01", "3040")) == [
        "reform.yaml:8:9: note: 'copay-ceiling' is in 2023 what it is without this file"
      ])
    #expect(try notices(ceiling("2023-07-01", "3041")).isEmpty)
  }

  @Test("the end of a section is nothing in vain because some of its rules had ended before")
  func endedSection() throws {
    #expect(try notices("  law.copay-ceilings: null").isEmpty)
    #expect(
      try notices("  law.copay-ceilings.copay-ceiling-1: null") == [
        "reform.yaml:4:3: note: 'copay-ceiling-1' is not read while 'copay-ceiling' is in force"
      ])
  }

  @Test("a value of before the year that another takes the place of")
  func before() throws {
    let change = ReformFile.law(
      "copay-ceilings.copay-ceiling", unit: "NOK/person/year", ("2022-06-01", "1000"),
      ("2023-01-01", "2000"))
    #expect(
      try notices(change) == [
        "reform.yaml:8:9: note: 'copay-ceiling' holds until 2022-12-31, before the year 2023; it has "
          + "no effect here"
      ])
  }

  @Test("a fee that no contact claims")
  func unclaimed() throws {
    let change = ReformFile.law(
      "fees.2bd", unit: "NOK/contact", ("2023-01-01", "{ honorarium: 9, refund: 9, copay: 0 }"))
    #expect(
      try notices(change) == [
        """
        reform.yaml:8:9: note: no contact claims '2bd'
          help: name it under 'fees' of a contact type
        """
      ])
  }

  @Test("a fee that is pinned, at the value that is meant")
  func pinned() throws {
    func change(_ refund: Int) -> String {
      ReformFile.law(
        "fees.2ad", unit: "NOK/contact",
        (
          "2023-07-01",
          """
          { honorarium: \(refund + 160), refund: \(refund), copay: 160, invalid-with: [2ak, 217c], \
          invalid-with-families: [1, 3, 4, 11, 12, 13, 14, 15, 21, 22, 621, 622, 623, 624], \
          valid-with: [11e], most-per-bill: 1 }
          """
        ))
    }
    #expect(
      try notices(change(15)) == [
        "reform.yaml:8:9: note: '2ad' is from 2023-07-01 what it is without this file"
      ])
    #expect(try notices(change(16)).isEmpty)
  }

  @Test("a rule beside another of which one is obeyed")
  func beside() throws {
    let change = ReformFile.law(
      "copay-ceilings.another", unit: "NOK/person/year", ("2023-01-01", "1000"))
    #expect(
      try notices(change) == [
        "reform.yaml:8:9: note: 'another' is not read while 'copay-ceiling' is in force"
      ])
  }

  @Test("a grant that begins inside a month that is paid whole")
  func insideMonth() throws {
    let change = ReformFile.law(
      "per-capita-grants.base-grant", unit: "NOK/person/year", payer: "municipality",
      ("2023-03-15", "{ places: [{ above: 0, rate: 700 }] }"))
    #expect(
      try notices(change).contains(
        "reform.yaml:9:9: note: 'base-grant' begins on 2023-03-15, inside a month; grants are earned in "
          + "twelfths, for whoever is on the list at the start of the month, so it counts from 2023-04-01"
      ))
  }

  @Test("a proposal after the year")
  func proposal() throws {
    let change =
      "  adjustments.fees: { of: fees, from: 2024-07-01, "
      + "factor: { central: 2, source: \"assumption: a test\" } }"
    #expect(
      try notices(change) == [
        """
        reform.yaml:4:39: note: 'adjustments.fees' begins on 2024-07-01, after the year 2023; it has no effect here
          help: let it begin within the year, or run a later one
        """
      ])
  }

  @Test("a cap on persons is noted by the path of its number, wherever that stands")
  func caps() throws {
    func number(_ text: String) -> String { "{ central: \(text), source: \"assumption: a test\" }" }
    let companies = """
        practices.companies:
          from: 2023-07-15
          share: \(number("0.2"))
          lists: \(number("3"))
          ownership-share: \(number("0.5"))
          persons: \(number("1000"))
      """
    let controls = """
        controls: { from: 2023-08-15, persons-per-enterprise: \(number("2000")) }
      """
    func caps(_ change: String) throws -> [String] {
      try notices(change).compactMap {
        $0.firstMatch(of: /note: ('[^']*') begins on/).map { String($0.output.1) }
      }
    }
    let ofCompanies = ["'practices.companies'", "'practices.companies.persons'"]
    #expect(try caps(companies) == ofCompanies)
    #expect(try caps(controls) == ["'controls.persons-per-enterprise'"])
    #expect(
      try caps("\(companies)\n\(controls)") == ofCompanies + ["'controls.persons-per-enterprise'"])
  }

  @Test("nothing of any shipped national scenario or reform")
  func shipped() throws {
    for path in try Repository.scenarios(in: "Scenarios/norway") {
      #expect(try ScenarioFile(reading: path).notices().isEmpty, "\(path)")
    }
  }
}
