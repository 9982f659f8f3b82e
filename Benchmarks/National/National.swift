import Analysis
import Benchmark
import Foundation
import Practices
import Scenarios
@_spi(Benchmarks) import Simulation
import Statistics
import Work

// The seconds of a block are those of about 40,000 persons and 250,000 contacts; Philox is timed per
// four numbers.

/// The year all benchmarks work at; another scenario is named by TAKST_SCENARIO.
struct World {
  let scenario: NationalScenario
  let year: NationalYear

  init() throws {
    let shipped = URL(fileURLWithPath: #filePath).pathComponents.dropLast(3)
      .dropFirst().joined(separator: "/")
    let path =
      ProcessInfo.processInfo.environment["TAKST_SCENARIO"]
      ?? "/\(shipped)/Scenarios/norway/baseline-2023.yaml"
    let file = try ScenarioFile(reading: path, asking: [NationalScenario.self])
    scenario = try file.nationalScenario()
    year = try NationalYear(scenario, of: try file.nation(of: scenario))
  }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .peakMemoryResident], warmupIterations: 1,
    maxDuration: .seconds(5))

  Benchmark("Philox blocks", configuration: .init(scalingFactor: .mega)) { benchmark in
    var sum = SIMD4<UInt32>()
    for number in benchmark.scaledIterations {
      sum &+= Philox.block(counter: SIMD4(UInt32(number), 0, 0, 0), key: SIMD2(1, 2))
    }
    blackHole(sum)
  }
  kernels()
  years()
}

private func kernels() {
  Benchmark("A block: draw persons") { benchmark, steps in
    for _ in benchmark.scaledIterations { blackHole(steps.drawPersons()) }
  } setup: {
    try BlockSteps(World().year)
  }
  Benchmark("A block: draw contacts") { benchmark, steps in
    for _ in benchmark.scaledIterations { blackHole(steps.drawContacts()) }
  } setup: {
    try BlockSteps(World().year)
  }
  Benchmark("A block: count and price") { benchmark, steps in
    for _ in benchmark.scaledIterations { blackHole(steps.countAndPrice()) }
  } setup: {
    try BlockSteps(World().year)
  }
}

private func years() {
  for workers in [1, 2] {
    Benchmark("A year, workers: \(workers)") { benchmark, world in
      blackHole(try world.year.run(workers: Workers(workers)))
    } setup: {
      try World()
    }
  }
  Benchmark("A drawn year, repriced") { benchmark, drawn in
    blackHole(try drawn.repriced(under: drawn.year.scenario))
  } setup: {
    try DrawnNation(World().year)
  }
}
