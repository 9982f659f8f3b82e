import Rules
import Units

/// What each health council (*sundhedsråd*) of an example may have deployed, and must have, in 2025
/// and 2035.
///
/// The ceilings of both years follow the need of the inhabitants, so that a council that has more than
/// its share today may have more than its ceiling.
struct ExampleCeilings {
  let municipalities: [ExampleDenmark.Municipality]
  let population: ExamplePopulation
  let weights: ExampleWeights
  let clinics: [ExampleClinic]

  /// Rows of the table, with a heading.
  func rows() throws -> [[String]] {
    var councils: [String] = []
    for municipality in municipalities where !councils.contains(municipality.council) {
      councils.append(municipality.council)
    }
    let deployed = councils.map { council in
      clinics.filter { municipalities[$0.municipality].council == council }
        .reduce(0) { $0 + $1.capacities }
    }
    let floors = deployed.map { $0 * ExampleFigures.floorPercent / 100 }
    let total = deployed.reduce(0, +) * ExampleFigures.ceilingPercent / 100
    let years = [
      ("2025", population.of2025, total),
      ("2035", population.of2035, ExampleFigures.capacitiesOf2035),
    ]
    return try [["council", "year", "ceiling", "floor", "source"]]
      + years.flatMap { year, cells, capacities in
        let ceilings = try Apportionment(
          of: capacities, by: councils.map { need(of: $0, cells) }, method: .largestRemainder,
          floors: floors, ceilings: councils.map { _ in nil }
        ).seats
        return councils.indices.map {
          [councils[$0], year, "\(ceilings[$0])", "\(floors[$0])", "synthetic example"]
        }
      }
  }

  private func need(of council: String, _ cells: [ExamplePopulation.Cells]) -> Int {
    municipalities.indices.filter { municipalities[$0].council == council }
      .flatMap { zip(weights.weights, cells[$0]) }.reduce(0) { $0 + $1.0 * $1.1 }
  }
}
