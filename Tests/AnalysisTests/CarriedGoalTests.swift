import Analysis
import Practices
import ScenarioSupport
import Scenarios
import Simulation
import TestSupport
import Testing
import Units

@Suite("Goals that are reached in the nation")
struct CarriedGoalTests {
  private let folder: TemporaryFolder
  private let nation: ScenarioFile
  private let town: ScenarioFile

  init() throws {
    folder = try TemporaryFolder()
    let shipped = Repository.path("Scenarios/norway/baseline-2023.yaml")
    nation = try ScenarioFile(
      reading: folder.file(
        "nation.yaml",
        "reform: A small nation\nbase: \(shipped)\nchange: { population.persons.central: 20000 }\n")
    )
    _ = try folder.file(
      "lists.csv", "list,municipality,length,cap\na,oslo,120,130\nb,oslo,80,90\nc,bergen,50,60\n")
    town = try ScenarioFile(
      reading: folder.file(
        "town.yaml",
        "reform: Three lists\nbase: nation.yaml\nchange: { lists: { file: lists.csv } }\n"))
  }

  private func solved(_ base: ScenarioFile, in place: String) throws -> Alternative {
    let path = try folder.file(
      "reform.yaml",
      """
      reform: Grants up, fees down
      base: nation.yaml
      change:
        adjustments.up: { of: grants, factor: { low: 1, central: 1.03, high: 2, source: a test } }
        adjustments.fees: { of: fees, factor: { low: 0.3, central: 1, high: 1, source: a test } }
        solve.neutral: { number: adjustments.fees.factor, until: total, is: baseline\(place) }

      """)
    return try ReformComparison(of: base, with: [path]).alternatives[0]
  }

  @Test("the number of the nation is used with the lists at hand, and says where it was found")
  func carried() throws {
    let whole = try #require(solved(nation, in: "").solved.first)
    #expect(abs(whole.place.persons - 20_000) < 10 && !whole.place.isNation)
    let own = try #require(solved(town, in: ", in: lists").solved.first)
    #expect(own.place.persons == 250 && own.place.lists == 3 && !own.place.isNation)
    #expect(own.found != whole.found)

    let alternative = try solved(town, in: ", in: nation")
    let carried = try #require(alternative.solved.first)
    #expect(alternative.solved.count == 1)
    #expect(carried.found == whole.found && carried.reached == whole.reached)
    #expect(carried.place.isNation && carried.place.lists == whole.place.lists)
    #expect(carried.place.title == "A small nation")
    // The year is of the three lists, which are not held neutral themselves.
    #expect(alternative.run.year.nation.persons == 250)
    #expect(alternative.run.scenario.adjustments.last?.factor.central == whole.found)
  }

  @Test("in the nation itself there is nowhere else to find it")
  func same() throws {
    let row = try #require(solved(nation, in: ", in: nation").solved.first)
    #expect(row.found == (try #require(solved(nation, in: "").solved.first).found))
  }
}
