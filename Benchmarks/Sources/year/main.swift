import Analysis
import Foundation
import Scenarios
@_spi(Benchmarks) import Simulation
import Work

// year SCENARIO [WORKERS] [REPEATS]: seconds of a national year, as lines «work seconds», and what
// it came to, as lines «total payee lane øre».
// year SCENARIO --export FILE: what the year is drawn and priced from, for the peers.

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
  print("year SCENARIO [WORKERS] [REPEATS] | year SCENARIO --export FILE")
  exit(64)
}

func seconds(_ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let time = try clock.measure(work)
  return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
}

func report(_ work: String, _ value: Double) { print(work, String(format: "%.4f", value)) }

let file = try ScenarioFile(reading: arguments[1], asking: [NationalScenario.self])
let scenario = try file.nationalScenario()

if arguments.count > 3, arguments[2] == "--export" {
  let year = try NationalYear(scenario, of: try file.nation(of: scenario))
  let tables = try JSONEncoder().encode(YearTables(of: year))
  try tables.write(to: URL(fileURLWithPath: arguments[3]))
  exit(0)
}

let workers = arguments.count > 2 ? Int(arguments[2]) : nil
let repeats = arguments.count > 3 ? Int(arguments[3]) ?? 3 : 3

var nation = try file.nation(of: scenario)
report("lists", try seconds { nation = try file.nation(of: scenario) })
var year = try NationalYear(scenario, of: nation)
report("tables", try seconds { year = try NationalYear(scenario, of: nation) })
report("tables-again", try seconds { _ = try NationalYear(scenario, of: nation, before: year) })
for _ in 0..<repeats {
  report("year", try seconds { _ = try year.run(workers: Workers(workers)) })
}
var kept: DrawnNation?
report("keep", try seconds { kept = try DrawnNation(year, workers: Workers(workers)) })
guard let drawn = kept else { exit(1) }
// What no public page prices: the state's part as high as it may be, and the patient's another.
var (refunds, copays, highCopays) = (scenario, scenario, scenario)
for place in scenario.contacts.residuals.indices {
  let residual = scenario.contacts.residuals[place]
  refunds.contacts.residuals[place].refund.central = residual.refund.high
  copays.contacts.residuals[place].copay.central = residual.patientPayment.central
  highCopays.contacts.residuals[place].copay.central = residual.copay.high
}
for (work, law) in [
  ("reprice", scenario), ("refunds", refunds), ("copays", copays), ("high-copays", highCopays),
] {
  for _ in 0..<repeats {
    report(work, try seconds { _ = try drawn.repriced(under: law, workers: Workers(workers)) })
  }
}
report("persons", Double(nation.persons))
report("contacts", Double(drawn.run.contacts))
for total in drawn.run.laneTotals { print("total", total.payee, total.lane, total.amount) }
let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
if let peak = status.firstMatch(of: /VmHWM:\s+(\d+) kB/), let kilobytes = Double(peak.1) {
  report("bytes-per-person", kilobytes * 1024 / Double(nation.persons))
}
