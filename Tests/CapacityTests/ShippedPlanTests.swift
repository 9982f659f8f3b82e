import Capacity
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@Suite("The plan that comes with the program")
struct ShippedPlanTests {
  private static let plan = Result {
    let file = try ScenarioFile(reading: Repository.path("Scenarios/denmark/capacity-plan.yaml"))
    let plan = try file.capacityScenario()
    return (plan: plan, inputs: try PlanInputs(of: plan, in: file))
  }

  @Test("its tables are the example of seed 1, byte for byte")
  func tables() throws {
    let day = try #require(CalendarDate(year: 2_026, month: 7, day: 1))
    let areas = try Areas(Self.plan.get().plan.law, on: day)
    let files = try ExampleDenmark(seed: 1, areas: areas).files
    #expect(files.count == 11)
    for file in files {
      let shipped = try Repository.text("Scenarios/denmark/\(file.name)")
      #expect(shipped.utf8.elementsEqual(file.text.utf8), "\(file.name)")
    }
  }

  @Test("nothing is noted of its tables")
  func notices() throws {
    #expect(try Self.plan.get().inputs.tableNotices.isEmpty)
  }

  @Test("it is of 98 municipalities in 17 councils, of 1,900 clinics and 3,500 capacities")
  func size() throws {
    let inputs = try Self.plan.get().inputs
    #expect(inputs.areas.municipalities.count == 98 && inputs.areas.places.count == 98)
    #expect(inputs.areas.councils.count == 17)
    #expect(inputs.clinics.count == 1_900)
    #expect(inputs.clinics.reduce(0) { $0 + $1.capacities } == 3_500)
    #expect(Set(inputs.clinics.map(\.municipality)).count == 98)
  }

  @Test("it plans from 3,500 capacities to 5,000, a straight line between")
  func numbers() throws {
    let capacities = try Self.plan.get().plan.capacities
    #expect([2_025, 2_026, 2_030, 2_035].map(capacities.number) == [3_500, 3_650, 4_250, 5_000])
    #expect(try Self.plan.get().plan.years == 2_026...2_035)
    #expect(try Self.plan.get().inputs.need.span == 2_025...2_035)
  }

  @Test("its population is Denmark's as published for 2025")
  func population() throws {
    #expect(
      try Self.plan.get().inputs.need.year(2_025).persons.reduce(0, +) == 5_961_249)
  }
}
