import Foundation
import SweepSupport
import Sweeps
import TestSupport
import Testing

@testable import Store

@Suite("Tables of results")
struct ResultTests {
  private let folder: SweepFolder

  init() throws { folder = try SweepFolder() }

  @Test("experiments, outcomes and codebook are these, for two points of which one is refused")
  func whole() throws {
    try folder.file(
      "mine.yaml",
      "reform: \"Mine, and yours\"\nbase: norway.yaml\nchange: { placement: shortest-first }\n")
    try folder.file(
      "points.csv",
      "lists.occupancy.full-share,lists.occupancy.nearly-full-share\n0.280,0.6\n0.6,0.3\n")
    let sweep = try folder.sweep(
      "{ points: points.csv }", vary: "", base: "mine.yaml",
      outcomes: "placed, change.payer.state", more: "replicates: 2")
    try folder.run(sweep, into: "out")
    let results = try folder.results("out")
    let why = "\"'full-share' is 0.6, above 'nearly-full-share' 0.3\""
    #expect(
      results.text("experiments.csv") == """
        run,lists.occupancy.full-share,lists.occupancy.nearly-full-share,scenario,policy,model,\
        replicate,seed,refused
        0,0.28,0.6,0,mine,mine,0,1,
        1,0.28,0.6,0,mine,mine,1,2,
        2,0.6,0.3,1,mine,mine,0,1,\(why)
        3,0.6,0.3,1,mine,mine,1,2,\(why)

        """)
    let outcomes = results.text("outcomes.csv").split(separator: "\n").map(String.init)
    #expect(outcomes.count == 5 && outcomes[0] == "run,placed,change.payer.state")
    #expect(outcomes[1].contains(/^0,\d+,-?\d+(\.\d+)?$/), "\(outcomes[1])")
    #expect(outcomes[2].contains(/^1,\d+,-?\d+(\.\d+)?$/), "\(outcomes[2])")
    #expect(outcomes.suffix(2) == ["2,,", "3,,"])
    #expect(
      results.text("codebook.csv") == """
        file,column,kind,unit,about,source,year,period,price-level,stage
        experiments.csv,run,key,,"the number of the run, the same in outcomes.csv",,,,,
        experiments.csv,lists.occupancy.full-share,factor,,as listed,not stated,,,,
        experiments.csv,lists.occupancy.nearly-full-share,factor,,as listed,not stated,,,,
        experiments.csv,scenario,point,,the number of the point in the design,,,,,
        experiments.csv,policy,policy,,"mine: Mine, and yours",,,,,
        experiments.csv,model,model,,"the scenario that is varied; like all text that begins as \
        a formula does (= + - @), a name that does has an apostrophe before it",,,,,
        experiments.csv,replicate,replicate,,"the repetition of the point, from 0",,,,,
        experiments.csv,seed,seed,,takst run --seed with this number draws the same,,,,,
        experiments.csv,refused,text,,why the run has no answer; empty where it has,,,,,
        outcomes.csv,run,key,,"the number of the run, the same in experiments.csv",,,,,
        outcomes.csv,placed,outcome,persons,empty where the run has no answer,,2021,2021-05/2022-04,current,after-list-movements
        outcomes.csv,change.payer.state,outcome,NOK/year,empty where the run has no answer,,2021,2021-05/2022-04,current,after-list-movements

        """)
  }

  @Test("the tables hold every point and every outcome of the runs, in the order of the design")
  func complete() throws {
    let sweep = try folder.sweep("{ sobol: 40 }", more: "replicates: 2")
    let points = try sweep.recorded().sorted {
      ($0.number, $0.replicate) < ($1.number, $1.replicate)
    }
    try folder.run(sweep, into: "out")
    let results = try folder.results("out")
    let experiments = results.text("experiments.csv").split(separator: "\n").dropFirst()
    let outcomes = results.text("outcomes.csv").split(separator: "\n").dropFirst()
    #expect(
      Array(experiments).map(String.init)
        == points.enumerated().map { run, point in
          ([String(run)] + point.values.map(\.text)
            + ["\(point.number)", "lists", "lists", "\(point.replicate)", "\(point.seed)"])
            .joined(separator: ",")
        })
    let numbers = outcomes.map { $0.split(separator: ",").dropFirst().map { Double($0) } }
    #expect(numbers == points.map(\.rows[0].outcomes))
  }

  @Test("a number of a table read back is the number, written without needless decimals")
  func numbers() {
    forEverySeed { random in
      let size = Double.random(in: -9...12, using: &random)
      let exact = Double.random(in: -1...1, using: &random) * pow(10, size)
      // What is stored has nine decimals at most.
      guard let number = Double(String(format: "%.9f", exact)) else { return false }
      let text = DecimalText.of(number)
      return Double(text) == number && !text.contains("e")
        && !(text.contains(".") && text.hasSuffix("0"))
    }
  }
}
