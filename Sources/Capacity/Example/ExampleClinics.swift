import Rules
import Units

/// Makes the clinics of an example, municipality by municipality.
///
/// Capacities follow the doctors of each region and the inhabitants of its municipalities, within five
/// percent; clinics follow the capacities; patients follow the inhabitants, two percent of whom are
/// registered nowhere. Every island has a clinic of its own for fewer than 500 patients.
struct ExampleClinics {
  let municipalities: [ExampleDenmark.Municipality]
  let population: ExamplePopulation
  let weights: ExampleWeights
  let dice: ExampleDice

  func made() throws -> [ExampleClinic] {
    let isIsland = municipalities.map { ExampleFigures.islands[$0.code] != nil }
    // An island has a capacity more than its inhabitants give it, for the small island beside it.
    let capacities = try capacities(
      zip(isIsland, population.of2025).map { $0 ? 2 + $1.reduce(0, +) / 2_000 : 1 })
    let clinics = try Apportionment(
      of: ExampleFigures.clinics, by: capacities, method: .largestRemainder,
      floors: isIsland.map { $0 ? 2 : 1 },
      ceilings: capacities
    ).seats
    var made: [ExampleClinic] = []
    for place in municipalities.indices {
      made += try self.clinics(
        of: place, count: clinics[place], capacities: capacities[place], after: made.count)
    }
    return made.indices.map { decided(made[$0], before: $0 == 0 ? nil : made[$0 - 1], $0) }
  }

  private func capacities(_ floors: [Int]) throws -> [Int] {
    let totals = population.of2025.map { $0.reduce(0, +) }
    var inRegion: [String: Int] = [:]
    for (place, municipality) in municipalities.enumerated() {
      inRegion[municipality.region, default: 0] += totals[place]
    }
    let needs = try municipalities.indices.map { place in
      let region = municipalities[place].region
      let doctors = try ExampleDenmark.figures(of: region).doctors
      let share = Ratio(totals[place], over: max(1, inRegion[region, default: 1]))
      let luck = Ratio(dice.whole(in: 950...1_050, "example.capacities", place))
      return (share * Ratio(doctors * 1_000) * luck).rounded
    }
    return try Apportionment(
      of: ExampleFigures.capacities, by: needs, method: .largestRemainder, floors: floors,
      ceilings: needs.map { _ in nil }
    ).seats
  }

  private func clinics(
    of place: Int, count: Int, capacities: Int, after before: Int
  ) throws -> [ExampleClinic] {
    let island = ExampleFigures.islands[municipalities[place].code] != nil
    let numbers = before + 1...before + count
    let sizes = try Apportionment(
      of: capacities,
      by: numbers.map { [1, 1, 2, 3, 4][dice.whole(in: 0...4, "example.clinic.size", $0)] },
      method: .largestRemainder, floors: numbers.map { _ in 1 },
      ceilings: numbers.map { island && $0 == numbers.upperBound ? 1 : nil }
    ).seats
    let inhabitants = population.of2025[place]
    let registered = Ratio(
      inhabitants.reduce(0, +) * dice.whole(in: 975...985, "example.registered", place), over: 1_000
    ).rounded
    // The last clinic of an island is for a small island beside it.
    let small = island && count > 1 ? dice.whole(in: 150...450, "example.island", place) : 0
    let shares = zip(numbers, sizes).dropLast(small > 0 ? 1 : 0).map { number, size in
      size * dice.whole(in: 880...1_120, "example.patients", number)
    }
    let patients = largestRemainder(registered - small, by: shares) + (small > 0 ? [small] : [])
    return numbers.enumerated().map { index, number in
      let age = dice.whole(in: -60...60, "example.patients.age", number)
      return ExampleClinic(
        id: Self.id(number), number: number, municipality: place,
        form: form(of: number, size: sizes[index]), capacities: sizes[index],
        isForSmallIsland: small > 0 && number == numbers.upperBound,
        cells: largestRemainder(
          patients[index], by: ExamplePopulation.tilted(inhabitants, by: age)))
    }
  }

  /// Different for every number below the prime 99,991, with a zero in front.
  private static func id(_ number: Int) -> String {
    let digits = String(number * 7_919 % 99_991)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  private func form(of number: Int, size: Int) -> String {
    switch dice.whole(in: 0...99, "example.form", number) {
    case 0...1: "regionsklinik"
    case 2...3: "udbudsklinik"
    case 4...15 where size <= 2: "delepraksis"
    default: size == 1 ? "solopraksis" : "kompagniskabspraksis"
    }
  }

  /// With its number of patients before it may close, and what follows from its patients.
  private func decided(
    _ clinic: ExampleClinic, before: ExampleClinic?, _ place: Int
  ) -> ExampleClinic {
    var clinic = clinic
    let full = ExampleFigures.formerMinimum * clinic.capacities
    // A clinic far below has a reduced number: its own patients, up to the next hundred.
    clinic.minimum =
      clinic.patients * 4 < full * 3 ? (clinic.patients + 99) / 100 * 100 : full
    let lot = dice.whole(in: 0...99, "example.intake", place)
    if Intake.mayClose(patients: clinic.patients, minimum: clinic.minimum) {
      clinic.intake = lot < 93 ? .closed : lot < 97 ? .selective : .open
    } else if clinic.patients * 10 > clinic.minimum * 9 {
      // It closed when it had more patients, and has not opened again.
      clinic.intake = lot < 35 ? .closed : .open
    }
    let isSplit =
      before?.municipality == clinic.municipality && place % 2 == 1
      && dice.happens(16, "example.split", place)
    // Where patients are known one by one, the need of an origin says nothing.
    if isSplit, municipalities[clinic.municipality].code != ExampleFigures.detailed {
      clinic.splitFrom = before?.id
    }
    let isNew = isSplit || place % 2 == 1 && dice.happens(84, "example.new", place)
    clinic.need = isNew ? nil : weights.need(of: clinic.cells)
    return clinic
  }
}
