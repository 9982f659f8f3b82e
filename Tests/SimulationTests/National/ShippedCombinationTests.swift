import Rules
import ScenarioSupport
import Scenarios
import TestSupport
import Testing

@testable import Simulation

@Suite("Combinations of fees in the shipped years")
struct ShippedCombinationTests {
  @Test(
    "no shipped year claims fees that may not stand together, so each is paid what it claims",
    arguments: ["baseline-2020", "baseline-2023", "delegation", "gp-company", "simplified-fees"])
  func nothingIsStruckOut(name: String) throws {
    let file = try ScenarioFile(reading: Repository.path("Scenarios/norway/\(name).yaml"))
    let scenario = try file.nationalScenario()
    for schedule in try YearLaw(of: scenario).laws.map(\.schedule) {
      var free = schedule
      for code in schedule.fees.keys { free.fees[code]?.conditions.allowCombinations() }
      for contact in try scenario.contacts.classes(with: scenario.staff) {
        for kind in scenario.practiceKinds {
          let bill = contact.bill(at: kind)
          let isSame = schedule.lines(of: bill) == free.lines(of: bill)
          #expect(isSame, "\(bill.contactType) \(bill.time)")
        }
      }
    }
  }
}

extension FeeConditions {
  fileprivate mutating func allowCombinations() {
    (invalidWith, invalidWithFamilies, validWith, requires) = ([], [], [], [])
    (onlyBeside, onlyBesideOutOfHours, mostPerBill) = (nil, nil, nil)
  }
}
