import Diagnostics
import Documents
public import Units

/// Persons and their need for treatment by municipality, year by year.
///
/// ```
/// need of a municipality = Σ over its cells: persons × weight of the cell
/// ```
///
/// Between the years of the table, persons and needs lie on straight lines.
///
/// - Unit: needs are millionths of a person of weight 1, rounded once per cell.
/// - Source: BEK 975 of 2025-06-30: the distribution rests on the population's need for treatment and
///   includes the growth that is expected. The official variables and weights are not public here.
public struct NeedModel: Sendable {
  /// Persons and need in one year, by municipality.
  public struct Year: Sendable {
    public var persons: [Int]
    public var needs: [Int]

    /// The need of a mean person of the country, in millionths.
    public var meanNeed: Ratio {
      Ratio(needs.reduce(0, +), over: max(1, persons.reduce(0, +)))
    }

    /// The need of a mean person of a municipality, where the country's is 1.
    public func needPerPerson(in municipality: Int) -> Ratio {
      guard persons[municipality] > 0 else { return .one }
      return Ratio(needs[municipality], over: persons[municipality]) / meanNeed
    }
  }

  /// A part of a municipality, where the table has districts.
  public struct District: Sendable {
    public var municipality: Int
    public var name: String
  }

  /// In the order they are first named; none where the table has no districts.
  public let districts: [District]
  private let years: [(year: Int, areas: Year, districts: Year)]
  /// The first row of each year.
  private let firstRows: [Int: SourcePosition]

  /// The first and the last year of the table.
  public var span: ClosedRange<Int> { years[0].year...years[years.count - 1].year }

  /// - Parameters:
  ///   - path: The user's table: `year`, `municipality`, `persons`, perhaps `district`, and every
  ///     variable of the weights.
  ///   - weights: What need rests on.
  ///   - areas: The municipalities of the law.
  /// - Throws: ``Faults``, one per bad cell; municipalities without persons are told by name.
  init(reading path: String, weights: NeedWeights, areas: Areas) throws(Faults) {
    var reader = try RowReader(
      reading: path, as: "a table of the population",
      required: ["year", "municipality", "persons"] + weights.variables, optional: nil)
    var lookup = WeightLookup(weights)
    let hasDistricts = reader.has("district")
    var places: [Place: Int] = [:]
    var districts: [District] = []
    var kinds = PersonKinds(of: reader)
    var firstRows: [Int: SourcePosition] = [:]
    let cells = try reader.rows { reader, row -> Cell? in
      let before = reader.faults.count
      let year = reader.whole("year", in: row, Plausible.years)
      let persons = reader.whole("persons", in: row, Plausible.persons)
      let municipality = reader.municipality(in: row, of: areas)
      if firstRows[year] == nil { firstRows[year] = reader.position("year", in: row) }
      guard let municipality, let weight = lookup.millionths(&reader, row) else { return nil }
      var district: Int?
      if hasDistricts {
        let place = Place(
          municipality: municipality, district: reader.text("district", in: row))
        if places[place] == nil {
          places[place] = districts.count
          districts.append(District(municipality: municipality, name: place.district))
        }
        district = places[place]
      }
      // Of a row with faults nobody knows whom it is about.
      if reader.faults.count == before {
        kinds.add(
          year, municipality, hasDistricts ? districts[district ?? 0].name : nil, &reader, row)
      }
      return Cell(
        year: year, municipality: municipality, district: district, persons: persons,
        weight: weight)
    }
    (self.districts, self.firstRows) = (districts, firstRows)
    let start = SourcePosition(file: path, line: 1, column: 1)
    try Self.checkSize(of: cells, at: start)
    years = Self.years(of: cells, municipalities: areas.municipalities.count, districts.count)
    try checkNobodyIsForgotten(in: areas, at: start)
  }

  private struct Place: Hashable {
    var municipality: Int
    var district: String
  }

  private struct Cell {
    var year: Int
    var municipality: Int
    var district: Int?
    var persons: Int
    /// In millionths.
    var weight: Int
  }

  private static func years(
    of cells: [Cell], municipalities: Int, _ districts: Int
  ) -> [(year: Int, areas: Year, districts: Year)] {
    var sums: [Int: (areas: Year, districts: Year)] = [:]
    func none(_ count: Int) -> Year {
      Year(
        persons: Array(repeating: 0, count: count), needs: Array(repeating: 0, count: count))
    }
    for cell in cells {
      var sum = sums[cell.year] ?? (none(municipalities), none(districts))
      // Taken out while it is changed, so that its arrays have one owner.
      sums[cell.year] = nil
      sum.areas.persons[cell.municipality] += cell.persons
      sum.areas.needs[cell.municipality] += cell.persons * cell.weight
      if let district = cell.district {
        sum.districts.persons[district] += cell.persons
        sum.districts.needs[district] += cell.persons * cell.weight
      }
      sums[cell.year] = sum
    }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value.areas, $0.value.districts) }
  }

  private static func checkSize(of cells: [Cell], at position: SourcePosition) throws(Faults) {
    let persons = cells.reduce(into: [:]) { $0[$1.year, default: 0] += $1.persons }
    let faults = persons.sorted { $0.key < $1.key }.filter { $0.value > Plausible.mostPersons }.map
    {
      Diagnostic(
        "\($0.value) persons live in \($0.key), more than \(Plausible.mostPersons)", at: position,
        help: "count each person of a year once")
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }

  private func checkNobodyIsForgotten(
    in areas: Areas, at position: SourcePosition
  ) throws(Faults) {
    let faults = years.flatMap { year in
      areas.municipalities.indices.filter { year.areas.persons[$0] == 0 }.map { place in
        let municipality = areas.municipalities[place]
        return Diagnostic(
          "\(municipality.name) (\(municipality.code)) has no persons in \(year.year)",
          at: position, help: "give every municipality of the law its rows")
      }
    }
    guard faults.isEmpty else { throw Faults(Array(faults.prefix(50))) }
  }

  /// Years of the table that no year of a plan rests on, each with its first row.
  func unread(in years: ClosedRange<Int>) -> [(year: Int, position: SourcePosition)] {
    unreadYears(of: self.years.map(\.year), in: years).compactMap { year in
      firstRows[year].map { (year, $0) }
    }
  }

  /// Persons and needs of municipalities in a year.
  ///
  /// - Precondition: The year lies in ``span``.
  public func year(_ year: Int) -> Year { between(year) { $0.areas } }

  /// Persons and needs of districts in a year.
  ///
  /// - Precondition: The year lies in ``span``.
  public func districtYear(_ year: Int) -> Year { between(year) { $0.districts } }

  private func between(
    _ year: Int, _ part: ((year: Int, areas: Year, districts: Year)) -> Year
  ) -> Year {
    guard span.contains(year), let next = years.firstIndex(where: { $0.year >= year }) else {
      preconditionFailure("the population is not known in \(year)")
    }
    let (last, later) = (years[next].year, part(years[next]))
    guard last != year else { return later }
    let (first, earlier) = (years[next - 1].year, part(years[next - 1]))
    func line(_ before: [Int], _ after: [Int]) -> [Int] {
      zip(before, after).map { before, after in
        before
          + Ratio.rounded(Int128(after - before) * Int128(year - first), over: last - first)
      }
    }
    return Year(
      persons: line(earlier.persons, later.persons), needs: line(earlier.needs, later.needs))
  }
}
