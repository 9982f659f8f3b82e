// swift-tools-version: 6.2
import PackageDescription

// One entry per room, from the ground floor up. A room imports only rooms named before it.

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// With `texts`, YAML files of the room become texts of its module.
func room(_ name: String, _ below: [Target.Dependency] = [], texts: Bool = false) -> Target {
  .target(
    name: name, dependencies: below, swiftSettings: house,
    plugins: texts ? [.plugin(name: "EmbedTexts")] : [])
}

/// The tests of a room may use whatever stands on the floors below.
func tests(of name: String, _ below: [Target.Dependency], excluding: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: ["TestSupport"] + below,
    exclude: excluding, swiftSettings: house)
}

let package = Package(
  name: "takst",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "takst", targets: ["takst"]),
    // For Benchmarks, which are a package of their own.
    .library(
      name: "TakstSimulation", targets: ["Simulation", "Scenarios", "Populations", "Statistics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .systemLibrary(
      name: "CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
    .systemLibrary(
      name: "CCSV", providers: [.apt(["libcsv-dev"]), .brew(["libcsv"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),

    .systemLibrary(name: "CMemory"),

    .executableTarget(name: "embed-texts", swiftSettings: house),
    .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["embed-texts"]),

    room("Units"),
    room("Rules", ["Units"]),
    room("Diagnostics"),
    room("Statistics", ["CGSL"]),
    room("Documents", ["Units", "Diagnostics", "CCSV", "Yams"]),
    room("Reports", ["Units", "Diagnostics", "Documents"], texts: true),
    room("Workbooks", ["Units", "Diagnostics", "Documents", "CXlsxWriter", "CZip"]),
    room(
      "RateBooks", ["Units", "Diagnostics", "Documents", "Reports", "Rules"], texts: true),
    room("Populations", ["Units", "Rules", "Diagnostics", "Documents", "Statistics"]),
    room(
      "Scenarios",
      ["Units", "Diagnostics", "Documents", "Reports", "RateBooks", "Rules", "Populations"]),
    room(
      "Simulation",
      [
        "Units", "Diagnostics", "Statistics", "Reports", "RateBooks", "Rules", "Populations",
        "Scenarios",
      ]),
    room(
      "Capacity",
      [
        "Units", "Diagnostics", "Statistics", "Documents", "Reports", "Workbooks", "RateBooks",
        "Rules",
        "Scenarios", "Simulation",
      ]),
    room(
      "Analysis",
      [
        "Units", "Diagnostics", "Statistics", "Documents", "Reports", "RateBooks", "Rules",
        "Populations", "Scenarios", "Simulation", "Capacity",
      ]),
    room(
      "Sweeps",
      [
        "Units", "Diagnostics", "Statistics", "Documents", "Reports", "RateBooks", "Rules",
        "Scenarios", "Simulation", "Analysis",
      ]),
    room(
      "Store",
      [
        "Diagnostics", "Documents", "RateBooks", "Scenarios", "Analysis", "Sweeps", "CDigest",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "takst",
      dependencies: [
        "CMemory", "Units", "Diagnostics", "Documents", "RateBooks", "Scenarios", "Simulation",
        "Analysis", "Capacity", "Sweeps", "Store", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: house),

    .target(
      name: "TestSupport", dependencies: ["CZip"], path: "Tests/TestSupport", swiftSettings: house),
    .target(
      name: "ScenarioSupport",
      dependencies: ["TestSupport", "Scenarios", "Documents", "Diagnostics", "Units"],
      path: "Tests/ScenarioSupport", swiftSettings: house),
    .target(
      name: "SweepSupport",
      dependencies: ["TestSupport", "Sweeps", "Simulation"],
      path: "Tests/SweepSupport", swiftSettings: house),
    tests(of: "Units", ["Units"]),
    tests(of: "Rules", ["Rules", "Units"]),
    tests(of: "Statistics", ["Statistics"]),
    tests(of: "Documents", ["Documents", "Diagnostics", "Units"]),
    tests(of: "Workbooks", ["Workbooks", "Documents", "Diagnostics", "Units"]),
    tests(of: "RateBooks", ["RateBooks", "Documents", "Diagnostics", "Rules", "Units"]),
    tests(of: "Populations", ["Populations", "Rules", "Diagnostics", "Units"]),
    tests(
      of: "Scenarios",
      [
        "ScenarioSupport", "Scenarios", "RateBooks", "Documents", "Diagnostics", "Populations",
        "Rules", "Units",
      ],
      excluding: ["Mistakes"]),
    tests(
      of: "Simulation",
      [
        "ScenarioSupport", "Simulation", "Scenarios", "Populations", "RateBooks", "Rules",
        "Diagnostics", "Documents", "Units",
      ]),
    tests(
      of: "Analysis",
      [
        "ScenarioSupport", "Analysis", "Simulation", "Scenarios", "RateBooks", "Diagnostics",
        "Documents", "Rules", "Units",
      ]),
    tests(
      of: "Capacity",
      [
        "Capacity", "Workbooks", "Simulation", "Scenarios", "RateBooks", "Documents", "Diagnostics",
        "Statistics", "Rules", "Units",
      ],
      excluding: ["Mistakes", "Reporting/Mistakes"]),
    tests(
      of: "Sweeps",
      [
        "SweepSupport", "Sweeps", "Analysis", "Simulation", "Scenarios", "Statistics", "Documents",
        "Diagnostics", "Units",
      ],
      excluding: ["Mistakes"]),
    tests(
      of: "Store",
      [
        "SweepSupport", "Store", "Sweeps", "Simulation", "Diagnostics",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(
      of: "Reports",
      [
        "ScenarioSupport", "takst", "Reports", "Analysis", "Scenarios", "RateBooks",
        "Diagnostics", "Documents", "Units",
      ]),
    // Whatever is done to the files of users.
    tests(
      of: "Hostile",
      ["takst", "Capacity", "Documents", "RateBooks", "Diagnostics", "Units"]),
    // The program as a user starts it, and the house as a newcomer finds it.
    tests(of: "House", ["SweepSupport", "takst", "Reports", "Scenarios", "Diagnostics"]),
  ],
  swiftLanguageModes: [.v6]
)
