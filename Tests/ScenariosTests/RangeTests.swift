import Arrivals
import Diagnostics
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@Suite("Numbers with intervals")
struct RangeTests {
  @Test("the intervals of a scenario are named in the order of the file")
  func ranges() throws {
    #expect(
      try Shipped.mainFile().ranges == [
        "arrivals.diplomats.family-size", "arrivals.diplomats.uptake",
        "arrivals.diplomats.accompanying-ages.0-15",
        "arrivals.diplomats.insured-share", "arrivals.diplomats.stay-years",
        "enrolment.channels.embassy-list.consent",
        "enrolment.channels.embassy-list.cost-per-case",
        "enrolment.channels.embassy-list.deregistration-delay",
        "enrolment.channels.individual.consent",
        "enrolment.channels.individual.cost-per-case",
        "enrolment.channels.individual.deregistration-delay", "enrolment.changes-per-year",
        "consultations.more-per-year", "consultations.supplement-refund",
      ])
  }

  @Test("every interval can be taken at either end, and is none afterwards")
  func taking() throws {
    let file = try Shipped.mainFile()
    for path in file.ranges {
      for end in End.allCases {
        let taken = try file.taking(end, of: path)
        #expect(taken.ranges == file.ranges.filter { $0 != path })
        _ = try taken.scenario()
      }
    }
    let low = try file.taking(.low, of: "arrivals.diplomats.uptake").scenario().arrivals[0].uptake
    #expect(low.central == Ratio(1, over: 2) && low.low == low.high)
    #expect(low.source.isAssumption)
    let high = try file.taking(.high, of: "arrivals.diplomats.stay-years").scenario().arrivals[0]
    #expect(high.stayYears.central == Ratio(5))
  }

  @Test("where the author gives one end only, the other is the central value")
  func halfInterval() throws {
    let text = try Repository.text("Scenarios/norway/diplomat-list.yaml")
      .replacing("{ low: 1, central: 3, high: 3,", with: "{ low: 1, central: 3,")
    let folder = try TemporaryFolder()
    let file = try ScenarioFile(reading: folder.file("a.yaml", text))
    let path = "arrivals.diplomats.family-size"
    #expect(file.ranges.contains(path))
    #expect(try file.scenario().arrivals[0].familySize.high == Ratio(3))
    #expect(try file.taking(.low, of: path).scenario().arrivals[0].familySize.central == .one)
    #expect(try file.taking(.high, of: path).scenario().arrivals[0].familySize.central == Ratio(3))
  }

  @Test("a number can be set; it keeps its source and has no interval")
  func setting() throws {
    let file = try Shipped.mainFile()
    let set = try file.setting("arrivals.diplomats.uptake", to: Ratio(1, over: 4)).scenario()
    let uptake = set.arrivals[0].uptake
    #expect(uptake.central == Ratio(1, over: 4) && uptake.low == uptake.high)
    #expect(try uptake.source == file.scenario().arrivals[0].uptake.source)
    #expect(set.arrivals[0].persons.central == Ratio(1700))
  }

  @Test("a number set out of its bounds is refused at its line")
  func bounds() throws {
    let file = try Shipped.mainFile().setting("arrivals.diplomats.uptake", to: Ratio(2))
    let faults = try #require(#expect(throws: Faults.self) { try file.scenario() })
    #expect(faults.description.contains("error: 'central' is 2; it takes a share in 0...1\n"))
  }

  @Test("there is nothing to take or set where there is no estimate")
  func nothing() throws {
    let file = try Shipped.mainFile()
    let interval = #expect(throws: Faults.self) { try file.taking(.low, of: "months") }
    #expect(interval?.description.hasSuffix("error: there is no interval at 'months'") == true)
    let number = #expect(throws: Faults.self) { try file.setting("arrivals.x", to: .one) }
    #expect(
      number?.description.hasSuffix("error: there is no number with a source at 'arrivals.x'")
        == true)
  }
}
