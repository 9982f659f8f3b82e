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
      name: "TakstSimulation",
      targets: [
        "Analysis", "Simulation", "Scenarios", "Practices", "Statistics", "Work", "Ledger",
      ]),
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
    room("Work"),
    room("Documents", ["Units", "Diagnostics", "CCSV", "Yams"]),
    room("Reports", ["Units", "Diagnostics", "Documents"], texts: true),
    room("Workbooks", ["Units", "Diagnostics", "Documents", "CXlsxWriter", "CZip"]),
    room(
      "RateBooks", ["Units", "Diagnostics", "Documents", "Reports", "Rules"], texts: true),
    room("Ledger", ["Units", "Rules", "Diagnostics"]),
    room(
      "Practices",
      ["Units", "Rules", "Diagnostics", "Statistics", "Documents", "RateBooks", "Ledger"]),
    room(
      "Scenarios",
      [
        "Units", "Rules", "Diagnostics", "Statistics", "Work", "Documents", "Reports", "RateBooks",
        "Ledger", "Practices",
      ]),
    room(
      "Arrivals",
      [
        "Units", "Rules", "Diagnostics", "Work", "Documents", "Reports", "RateBooks", "Ledger",
        "Practices", "Scenarios",
      ]),
    room(
      "Models",
      [
        "Units", "Rules", "Diagnostics", "Statistics", "Work", "Documents", "Reports", "RateBooks",
        "Scenarios",
      ]),
    room(
      "Capacity",
      [
        "Units", "Rules", "Diagnostics", "Statistics", "Work", "Documents", "Reports", "Workbooks",
        "RateBooks", "Ledger", "Scenarios",
      ]),
    room(
      "Simulation",
      [
        "Units", "Rules", "Diagnostics", "Statistics", "Work", "RateBooks", "Ledger", "Practices",
        "Scenarios",
      ]),
    room(
      "Analysis",
      [
        "Units", "Rules", "Diagnostics", "Statistics", "Work", "Documents", "Reports", "RateBooks",
        "Ledger", "Practices", "Scenarios", "Simulation",
      ]),
    room(
      "Sweeps",
      [
        "Units", "Rules", "Diagnostics", "Statistics", "Work", "Documents", "Reports", "RateBooks",
        "Scenarios", "Arrivals", "Simulation", "Analysis",
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
        "CMemory", "Units", "Diagnostics", "Work", "Documents", "Reports", "RateBooks", "Ledger",
        "Scenarios", "Arrivals", "Models", "Capacity", "Simulation", "Analysis", "Sweeps", "Store",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: house),

    .target(
      name: "TestSupport", dependencies: ["CZip"], path: "Tests/TestSupport", swiftSettings: house),
    .target(
      name: "ScenarioSupport",
      dependencies: [
        "TestSupport", "Units", "Diagnostics", "Work", "Documents", "Reports", "Scenarios",
        "Arrivals", "Models", "Capacity", "Analysis",
      ],
      path: "Tests/ScenarioSupport", swiftSettings: house),
    .target(
      name: "SweepSupport",
      dependencies: ["TestSupport", "ScenarioSupport", "Work", "Sweeps"],
      path: "Tests/SweepSupport", swiftSettings: house),
    tests(of: "Units", ["Units"]),
    tests(of: "Rules", ["Rules", "Units"]),
    tests(of: "Statistics", ["Statistics"]),
    tests(of: "Documents", ["Documents", "Diagnostics", "Units"]),
    tests(of: "Workbooks", ["Workbooks", "Documents", "Diagnostics", "Units"]),
    tests(of: "RateBooks", ["RateBooks", "Documents", "Diagnostics", "Rules", "Units"]),
    tests(of: "Practices", ["Practices", "Diagnostics", "Rules", "Units"]),
    tests(
      of: "Scenarios",
      [
        "ScenarioSupport", "Capacity", "Models", "Arrivals", "Scenarios", "Practices", "RateBooks",
        "Documents", "Diagnostics", "Rules", "Units",
      ],
      excluding: ["Mistakes"]),
    tests(
      of: "Models",
      ["ScenarioSupport", "Models", "Scenarios", "Documents", "Diagnostics", "Rules", "Units"]),
    tests(
      of: "Simulation",
      [
        "ScenarioSupport", "Simulation", "Arrivals", "Scenarios", "Practices", "Ledger",
        "RateBooks", "Documents", "Work", "Diagnostics", "Rules", "Units",
      ]),
    tests(
      of: "Analysis",
      [
        "ScenarioSupport", "Analysis", "Simulation", "Arrivals", "Scenarios", "Practices", "Ledger",
        "RateBooks", "Documents", "Work", "Diagnostics", "Rules", "Units",
      ]),
    tests(
      of: "Capacity",
      [
        "ScenarioSupport", "Capacity", "Scenarios", "Ledger", "RateBooks", "Workbooks", "Documents",
        "Work", "Statistics", "Diagnostics", "Rules", "Units",
      ],
      excluding: ["Mistakes", "Reporting/Mistakes"]),
    tests(
      of: "Sweeps",
      [
        "ScenarioSupport", "SweepSupport", "Sweeps", "Analysis", "Simulation", "Arrivals",
        "Scenarios", "Documents", "Work", "Statistics", "Diagnostics", "Units",
      ],
      excluding: ["Mistakes"]),
    tests(
      of: "Store",
      [
        "ScenarioSupport", "SweepSupport", "Store", "Sweeps", "Ledger", "Work", "Diagnostics",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(
      of: "Reports",
      [
        "ScenarioSupport", "takst", "Analysis", "Arrivals", "Scenarios", "RateBooks", "Reports",
        "Documents", "Diagnostics", "Units",
      ]),
    // Whatever is done to the files of users.
    tests(
      of: "Hostile",
      ["takst", "Capacity", "RateBooks", "Documents", "Diagnostics", "Units"]),
    // The program as a user starts it, and the house as a newcomer finds it.
    tests(
      of: "House",
      ["ScenarioSupport", "SweepSupport", "takst", "Analysis", "Capacity", "Scenarios", "Reports"]),
  ],
  swiftLanguageModes: [.v6]
)
