import Diagnostics
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

@testable import Analysis

@Suite("What is noted of tables of lists")
struct ListNoticeTests {
  private func notices(
    _ rows: String..., changing changes: KeyValuePairs<String, String> = [:]
  ) throws -> [String] {
    let table = "list,municipality,length,cap,opened,grants\n" + rows.joined(separator: "\n") + "\n"
    let world = try SmallWorld(table, changes: changes)
    return try world.file.notices().map(\.what).filter { $0.contains("lists.csv") }
      .map { $0.replacing(/'[^']*lists\.csv'/, with: "'lists.csv'") }
  }

  @Test("lists that open after the last month, and no others")
  func late() throws {
    #expect(
      try notices("a,oslo,900,1000,,", "b,oslo,900,1000,2022-04-01,", "c,oslo,0,800,2022-04-02,")
        == [
          "1 list of 'lists.csv' opens after 2022-04, the last month, and has no grants and takes "
            + "nobody before: 'c'"
        ])
    let late = (1...7).map { "l\($0),oslo,0,800,2022-05-01," }.joined(separator: "\n")
    #expect(
      try notices("a,oslo,900,1000,,", late) == [
        "7 lists of 'lists.csv' open after 2022-04, the last month, and have no grants and take "
          + "nobody before: 'l1', 'l2', 'l3', 'l4', 'l5' and 2 more"
      ])
  }

  @Test("grants that no month of the run has, and not those that one has")
  func grants() throws {
    #expect(
      try notices("a,oslo,900,1000,,recruitment-start-grant", "b,oslo,900,1000,,") == [
        "1 list of 'lists.csv' names the grant 'recruitment-start-grant', which is in force in no "
          + "month of the run: 'a'"
      ])
    let mine = """
      { mine: { title: Mine, unit: NOK, payer: state, periods: [
        { from: 2022-03-01, value: { amount: 1000, payable: once, only-named-lists: true },
          reference: { title: A test, document: of mine } }] } }
      """
    #expect(try notices("a,oslo,900,1000,,mine", changing: ["law.lump-sums": mine]).isEmpty)
  }
}
