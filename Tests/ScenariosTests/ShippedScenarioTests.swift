import Arrivals
import Capacity
import Diagnostics
import Documents
import Models
import Practices
import RateBooks
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@Suite("The scenarios that come with the program")
struct ShippedScenarioTests {
  @Test("every scenario reads without a fault, and every number of it has a source")
  func sound() throws {
    let paths = try Shipped.paths()
    #expect(paths.count >= 4)
    for path in paths {
      let file = try ScenarioFile(reading: path)
      if file.asks(NationalScenario.self) {
        let scenario = try file.nationalScenario()
        #expect(!scenario.title.isEmpty && !scenario.official.isEmpty, "\(path)")
        #expect(try file.nation(of: scenario).persons > 0, "\(path)")
        continue
      }
      if file.asks(ModelScenario.self) {
        let scenario = try file.modelScenario()
        #expect(scenario.models.count > 1 && !scenario.practices.isEmpty, "\(path)")
        continue
      }
      if file.asks(CapacityScenario.self) {
        let plan = try file.capacityScenario()
        #expect(plan.capacities.numbers.count > 1 && !plan.needWeights.isEmpty, "\(path)")
        continue
      }
      let scenario = try file.scenario()
      #expect(!scenario.title.isEmpty, "\(path)")
      #expect(scenario.months > 0 && !scenario.arrivals.isEmpty, "\(path)")
      for arrival in scenario.arrivals {
        let numbers =
          [arrival.persons, arrival.familySize, arrival.uptake]
          + [arrival.consent].compactMap(\.self)
        #expect(numbers.allSatisfy { !$0.source.description.isEmpty }, "\(path)")
      }
    }
  }

  @Test("the main scenario is read as its author wrote it")
  func values() throws {
    let scenario = try Shipped.mainFile().scenario()
    #expect(scenario.from == Month(year: 2021, number: 5))
    #expect(scenario.calendar.map(\.description).last == "2022-04")
    #expect(scenario.calendar.count == 12)
    #expect(scenario.municipalities.map(\.key) == ["oslo", "baerum", "tromso"])
    #expect(scenario.municipalities[0].inhabitants == 697_010)
    #expect(scenario.seed == 1)
    #expect(scenario.lawDay(of: scenario.from) == CalendarDate(iso: "2021-05-01"))
    #expect(
      scenario.tables.first == .noteAudit && Set(scenario.tables) == Set(TableName.ofArrivals))
    let diplomats = try #require(scenario.arrivals.first)
    #expect(diplomats.residence.weights == [8_200, 1_500, 300])
    #expect(diplomats.uptake.path == "arrivals.diplomats.uptake")
    #expect(diplomats.uptake.low == Ratio(1, over: 2))
    #expect(diplomats.uptake.source.isAssumption)
    #expect(!diplomats.persons.source.isAssumption)
    #expect(scenario.standbyContracts?.estimate == nil)
    #expect(scenario.noteAudit?.readings.first?.key.value == "as-computed")
    #expect(scenario.law.listRights["posted-diplomats"] != nil)
    #expect(scenario.law.listRights["registered-residents"] != nil)
  }

  @Test("a share with many digits loses nobody: the weights sum to ten thousand")
  func weights() throws {
    let text = try Repository.text("Scenarios/norway/diplomat-list.yaml").replacing(
      "{ oslo: 0.82, baerum: 0.15, tromso: 0.03 }",
      with: "{ oslo: 0.33333, baerum: 0.33333, tromso: 0.33334 }")
    let folder = try TemporaryFolder()
    let scenario = try ScenarioFile(reading: folder.file("a.yaml", text)).scenario()
    #expect(scenario.arrivals[0].residence.weights == [3_333, 3_333, 3_334])
  }

  @Test("the schema names every key that a scenario uses")
  func schema() throws {
    let arrivals = Scenario.grammar(reading: nil).schema
    let nation = NationalScenario.grammar(reading: nil).schema
    let models = ModelScenario.grammar.schema
    let capacities = CapacityScenario.grammar(reading: nil).schema
    let reform = Set(Reform.grammar.schema.keys)
    for path in try Shipped.paths() {
      let document = try Node(parsing: InputFile(reading: path))
      let isReform = document["reform"] != nil
      let used = document.entries.map(\.key.value)
      let file = try ScenarioFile(reading: path)
      let schema =
        file.asks(CapacityScenario.self)
        ? capacities
        : file.asks(ModelScenario.self)
          ? models : file.asks(NationalScenario.self) ? nation : arrivals
      let known = Set(schema.keys)
      #expect(Set(used).isSubset(of: isReform ? reform : known), "\(path)")
      #expect(schema.unknownKeys(of: file.document, at: []) == [], "\(path)")
    }
  }

  @Test("the schema does not know a key that no scenario may use")
  func unknownKeys() throws {
    let node = try Node(
      parsing: InputFile(path: "a.yaml", text: "months: 1\nweather: 1\nenrolment: { chanel: x }"))
    let schema = Scenario.grammar(reading: nil).schema
    #expect(schema.unknownKeys(of: node, at: []) == ["weather", "enrolment.chanel"])
  }
}
