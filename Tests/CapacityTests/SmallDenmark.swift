import Capacity
import Diagnostics
import Foundation
import RateBooks
import ScenarioSupport
import Scenarios
import TestSupport
import Work

/// Denmark with three health councils of six municipalities, under the law as it is.
///
/// 160,000 persons of weight 1 share 100 capacities, 1,600 each: 40 for nord (25 in Anby, 15 in Bdal), 45
/// for syd (30, 10 and 5) and 15 for oer. Unless said otherwise five clinics have 8 of them, with as many
/// patients as they must have, nobody comes or goes, and nothing is paid.
struct SmallDenmark {
  var jurisdiction = "small.yml"
  /// Lines below the keys of the same name; nothing for no such key.
  var law = ""
  var events = ""
  var money = ""
  var day = "2026-07-01"
  var until: String?
  var seed = 1
  var numbers = ["2026": "100", "2035": "100"]
  var method = "largest-remainder"
  var level = "council"
  var basis = "distributed"
  var wellAbove = "0.1"
  var steps = 1
  /// What is written for the estimates of the supply: a number, or one with its ends.
  var newDoctors = "0"
  var leaving = "0"
  var deployedShare = "0"
  var beyondMinimum = "0"
  var runs = 0
  var population = persons(in: ["2026": counts, "2035": counts])
  var weights = ["weight\n1\n"]
  var clinics = table([
    clinic("100001", in: "0101", capacities: 2), clinic("100002", in: "0102"),
    clinic("200001", in: "0201", capacities: 3), clinic("200002", in: "0202"),
    clinic("300001", in: "0301"),
  ])
  /// Tables there may be.
  var ceilings: String?
  var doctors: String?
  var facts: String?
  var notices: String?
  var patients: String?

  /// Nord, syd and oer.
  static let codes = ["0101", "0102", "0201", "0202", "0203", "0301"]
  static let counts = [40_000, 24_000, 48_000, 16_000, 8_000, 24_000]

  /// A table of the population by municipality alone.
  static func persons(in years: [String: [Int]]) -> String {
    years.sorted { $0.key < $1.key }.reduce("year,municipality,persons\n") { text, year in
      text + zip(codes, year.value).map { "\(year.key),\($0),\($1)\n" }.joined()
    }
  }

  /// A row of the table of clinics; patients and the minimum are those of the country's mean.
  static func clinic(
    _ number: String, in code: String, capacities: Int = 1, vacant: Int? = 0, patients: Int? = nil,
    minimum: Int? = nil, intake: String = "open", need: String = "1", splitFrom: String = "",
    vacantSince: String = "", island: String = "no"
  ) -> String {
    [
      number, "Clinic \(number)", code, "\(capacities)", vacant.map(String.init) ?? "",
      "\(patients ?? capacities * 1_600)", "\(minimum ?? capacities * 1_600)", intake, need,
      splitFrom, vacantSince, island,
    ].joined(separator: ",")
  }

  static func table(_ rows: [String]) -> String {
    "clinic,name,municipality,capacities,vacant,patients,minimum,intake,need-index,split-from,"
      + "vacant-since,island\n" + rows.joined(separator: "\n") + "\n"
  }

  /// Built-in law up to its health councils, which stand last, and three of our own.
  static let lawText: String = {
    guard let text = RateBook.builtInText("denmark"),
      let councils = text.range(of: "\nhealth-councils:\n")
    else { preconditionFailure("the Danish rate book has no health councils") }
    return text[..<councils.upperBound] + """
        nord:
          title: Council North
          unit: rule
          periods:
            - from: 2025-07-01
              value: { region: Region Nord, municipalities: { "0101": Anby, "0102": Bdal } }
              reference: &own { title: made up for tests, url: "https://example.org" }
        syd:
          title: Council South
          unit: rule
          periods:
            - from: 2025-07-01
              value: { region: Region Syd, municipalities: { "0201": Cby, "0202": Dby, "0203": Ely } }
              reference: *own
        oer:
          title: Council of Islands
          unit: rule
          periods:
            - { from: 2025-07-01, value: { region: Region Syd, municipalities: { "0301": Fur } }, reference: *own }

      """
  }()

  /// The text of the plan.
  var text: String {
    func block(_ key: String, _ lines: String) -> String {
      guard !lines.isEmpty else { return "" }
      return "\(key):\n" + lines.split(separator: "\n").map { "  \($0)\n" }.joined()
    }
    func estimate(_ value: String) -> String {
      value.hasPrefix("{") ? value : "{ central: \(value), source: 'assumption: a test' }"
    }
    func table(_ key: String, _ name: String, _ table: String?) -> String {
      table == nil ? "" : "\(key): { file: \(name).csv, source: 'assumption: a test' }\n"
    }
    let number = numbers.sorted { $0.key < $1.key }.map {
      "    \($0.key): \(estimate($0.value))\n"
    }.joined()
    let tables = weights.indices.map { place in
      "  - " + table("x", "weights-\(place)", "").dropFirst(3)
    }.joined()
    return """
      scenario: A small plan
      jurisdiction: \(jurisdiction)
      seed: \(seed)
      on: \(day)
      \(until.map { "until: \($0)\n" } ?? "")\
      \(block("law", law))\
      \(table("population", "population", population))\
      need-weights:
      \(tables)\
      capacities:
        number:
      \(number)\
        method: \(method)
      \(table("  ceilings", "ceilings", ceilings))\
      \(table("clinics", "clinics", clinics))\
      \(table("doctors", "doctors", doctors))\
      \(table("clinic-patients", "patients", patients))\
      minimum:
        level: \(level)
        capacities: \(basis)
        well-above: \(estimate(wellAbove))
        phase-in-steps: \(steps)
      \(table("  local-facts", "facts", facts))\
      \(table("  notices", "notices", notices))\
      \(block("events", events))\
      supply:
        new-doctors: \(estimate(newDoctors))
        leaving: \(estimate(leaving))
        deployed-share: \(estimate(deployedShare))
        beyond-minimum: \(estimate(beyondMinimum))
        runs: \(runs)
      \(block("money", money))
      """
  }

  /// Writes the plan and its tables into a folder.
  ///
  /// - Returns: The plan as read.
  @discardableResult
  func written(to folder: TemporaryFolder) throws -> ScenarioFile {
    _ = try folder.file("small.yml", Self.lawText)
    let tables = [
      "population": population, "clinics": clinics, "ceilings": ceilings, "doctors": doctors,
      "facts": facts, "notices": notices, "patients": patients,
    ]
    for (name, text) in tables { if let text { _ = try folder.file("\(name).csv", text) } }
    for (place, text) in weights.enumerated() {
      _ = try folder.file("weights-\(place).csv", text)
    }
    return try ScenarioFile(reading: folder.file("plan.yaml", text))
  }

  func plan(workers: Int = 1) throws -> CapacityPlan {
    let folder = try TemporaryFolder()
    return try CapacityPlan(of: written(to: folder), workers: Workers(workers))
  }

  /// What is noted of sound tables, with paths from the plan's folder.
  func noted() throws -> [String] {
    let folder = try TemporaryFolder()
    let file = try written(to: folder)
    return try PlanInputs(of: file.capacityScenario(), in: file).tableNotices.map {
      $0.description.replacing("\(folder.path)/", with: "")
    }
  }

  /// What the author is told, with paths from the plan's folder; nothing when all is sound.
  func told() throws -> String {
    let folder = try TemporaryFolder()
    do {
      _ = try CapacityPlan(of: written(to: folder), workers: Workers(1))
      return ""
    } catch {
      return "\(error)".replacing("\(folder.path)/", with: "")
    }
  }
}

extension SmallDenmark {
  /// A small Denmark that differs in something.
  static func but(_ change: (inout SmallDenmark) -> Void) -> SmallDenmark {
    var world = SmallDenmark()
    change(&world)
    return world
  }
}
