// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what it depends on never reaches a user of Takst.

let package = Package(
  name: "takst-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "takst", path: ".."),
    // Without its default trait: jemalloc would have to be installed.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // Times whole national years, in the form that the peers are timed in.
    .executableTarget(
      name: "year",
      dependencies: [
        .product(name: "TakstSimulation", package: "takst")
      ]),
    // The kernels of a year, and the year. The plugin takes no folder but one in Benchmarks.
    .executableTarget(
      name: "National",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "TakstSimulation", package: "takst"),
      ],
      path: "National",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
