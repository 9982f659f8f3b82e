// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what it depends on never reaches a user of Takst.

let package = Package(
  name: "takst-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "takst", path: "..")
  ],
  targets: [
    // Times whole national years, in the form that the peers are timed in.
    .executableTarget(
      name: "year",
      dependencies: [
        .product(name: "TakstSimulation", package: "takst")
      ])
  ],
  swiftLanguageModes: [.v6]
)
