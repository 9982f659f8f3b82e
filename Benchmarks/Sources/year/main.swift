import Foundation
import Scenarios
import Simulation

// year SCENARIO [WORKERS] [REPEATS]: seconds of a national year, as lines «work seconds».

let arguments = CommandLine.arguments
let workers = arguments.count > 2 ? Int(arguments[2]) : nil
let repeats = arguments.count > 3 ? Int(arguments[3]) ?? 3 : 3

func seconds(_ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let time = try clock.measure(work)
  return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
}

func report(_ work: String, _ value: Double) { print(work, String(format: "%.4f", value)) }

let file = try ScenarioFile(reading: arguments[1])
let scenario = try file.nationalScenario()
var nation = try file.nation(of: scenario)
report("lists", try seconds { nation = try file.nation(of: scenario) })
var year = try NationalYear(scenario, of: nation)
report("tables", try seconds { year = try NationalYear(scenario, of: nation) })
for _ in 0..<repeats {
  report("year", try seconds { _ = try year.run(workers: Workers(workers)) })
}
let drawn = try DrawnNation(year, workers: Workers(workers))
for _ in 0..<repeats {
  report(
    "reprice", try seconds { _ = try drawn.repriced(under: scenario, workers: Workers(workers)) })
}
report("persons", Double(nation.persons))
report("contacts", Double(drawn.run.contacts))
for line in AccountLine.allCases {
  report(line.rawValue, Double(drawn.run.ledger.total { $0.line == line }.ore) / 1e8)
}
let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
if let peak = status.firstMatch(of: /VmHWM:\s+(\d+) kB/), let kilobytes = Double(peak.1) {
  report("bytes-per-person", kilobytes * 1024 / Double(nation.persons))
}
