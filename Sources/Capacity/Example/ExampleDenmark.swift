import Diagnostics
import Documents
import Rules
import Units

/// A synthetic Denmark to try the planning of capacities on: every table it needs, made of published
/// totals and random numbers.
///
/// No clinic and no doctor in it exists, and no number of a municipality is its own but the inhabitants
/// of København. The same seed gives the same bytes.
///
/// - Source: population, regions, capacities and contacts as published; the rest are assumptions of the
///   example.
public struct ExampleDenmark: Sendable {
  /// The tables, each with its file name and its text.
  public let files: [(name: String, text: String)]

  struct Municipality {
    let code, name, council, region: String
  }

  /// - Parameters:
  ///   - seed: Decides everything that is drawn.
  ///   - list: Four-digit code, name, health council and region of each. Regions are those of
  ///     until 2026 or from 2027.
  /// - Throws: A refusal when there is no municipality, a code is not a code or stands twice, or a
  ///   region is unknown.
  public init(
    seed: UInt64,
    municipalities list: [(code: String, name: String, council: String, region: String)]
  ) throws {
    let municipalities = list.map {
      Municipality(code: $0.code, name: $0.name, council: $0.council, region: $0.region)
    }
    try Self.check(municipalities)
    let dice = ExampleDice(seed: seed)
    let day = Self.day
    let population = try ExamplePopulation(municipalities, dice)
    let weights = try ExampleWeights(fittedTo: population.of2025)
    var clinics = try ExampleClinics(
      municipalities: municipalities, population: population, weights: weights, dice: dice
    ).made()
    let doctors = ExampleDoctors(
      clinics, thin: { Self.isThin(municipalities[$0.municipality].region) }, dice)
    let holdings = doctors.holdings
    for (place, holding) in holdings.enumerated() where holding.vacant > 0 {
      let ago = dice.whole(in: 10...900, "example.vacant-since", place)
      clinics[place].vacantSince = day.advanced(byDays: -ago)
    }
    let ceilings = ExampleCeilings(
      municipalities: municipalities, population: population, weights: weights, clinics: clinics)
    let decisions = ExampleDecisions(clinics: clinics, day: day, dice: dice)
    let report = ExampleReport(municipalities: municipalities, clinics: clinics, doctors: doctors)
    let clinicRows = [ExampleClinic.heading] + clinics.map { $0.row(in: municipalities) }
    let tables: [(String, [[String]])] = try [
      ("population", population.rows(municipalities)), ("weights", weights.rows),
      ("weights-fit", weights.fitRows), ("clinics", clinicRows), ("doctors", doctors.rows),
      ("clinic-patients", Self.patientRows(clinics, municipalities)),
      ("ceilings", ceilings.rows()), ("local-facts", decisions.factRows),
      ("notices", decisions.noticeRows), ("report", report.annexRows(holdings)),
      ("luna", report.registerRows(holdings)),
    ]
    files = tables.map { (name: "example-\($0).csv", text: csvText($1)) }
  }

  private static let day: CalendarDate = {
    let day = ExampleFigures.day
    guard let day = CalendarDate(year: day.year, month: day.month, day: day.day) else {
      preconditionFailure("the example is of a day that does not exist")
    }
    return day
  }()

  /// Where a doctor has many inhabitants to look after: more than the nation's mean by a tenth.
  private static func isThin(_ region: String) -> Bool {
    guard let figures = ExampleFigures.regions[region] else { return false }
    return figures.persons > 1_850 * figures.doctors
  }

  /// What is published on a region.
  static func figures(of region: String) throws -> (persons: Int, doctors: Int) {
    guard let figures = ExampleFigures.regions[region] else {
      throw Refusal(
        "the example knows no region '\(region)'",
        help: "the regions are "
          + ExampleFigures.regions.keys.sorted().map { "'\($0)'" }.joined(separator: ", "))
    }
    return figures
  }

  private static func check(_ municipalities: [Municipality]) throws {
    guard !municipalities.isEmpty else {
      throw Refusal("an example without municipalities has nobody in it")
    }
    var seen: Set<String> = []
    for municipality in municipalities {
      let code = municipality.code
      guard code.utf8.count == 4, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw Refusal("'\(code)' is no code of a municipality", help: "write four digits")
      }
      guard seen.insert(code).inserted else { throw Refusal("'\(code)' stands twice") }
    }
  }

  private static func patientRows(
    _ clinics: [ExampleClinic], _ municipalities: [Municipality]
  ) -> [[String]] {
    [["clinic", "sex", "age", "persons"]]
      + clinics.filter { municipalities[$0.municipality].code == ExampleFigures.detailed }
      .flatMap { clinic in
        clinic.cells.enumerated().map { cell, persons in
          [clinic.id] + ExamplePopulation.names(of: cell) + ["\(persons)"]
        }
      }
  }
}
