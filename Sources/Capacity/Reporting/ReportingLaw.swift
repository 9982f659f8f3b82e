import Diagnostics
import RateBooks
import Rules
import Units

/// What the law on the regions' reports says on a day.
///
/// - Source: guidance on the regions' reporting, 10 July 2025; BEK 975 of 2025-06-30, §§ 2, 6 and 10.
struct ReportingLaw {
  /// A municipality, and who plans there.
  struct Place {
    var code: String
    var name: String
    /// The place of its health council.
    var council: Int
    var region: String
  }

  /// Doctors on islands may be left out with fewer patients than this.
  let islandPatients: Int
  /// How long a report leaves them out.
  let exemptionMonths: Int
  /// By code.
  let places: [String: Place]
  /// Health councils and municipalities.
  let areas: Areas

  /// - Throws: ``Faults`` when the book does not know the law of the day.
  init(_ book: RateBook, on day: CalendarDate) throws(Faults) {
    islandPatients = try wholeLimit(.islandPatients, of: book, on: day)
    exemptionMonths = try wholeLimit(.islandExemption, of: book, on: day)
    let areas = Areas(book, on: day)
    guard !areas.councils.isEmpty else { throw unknown("health-councils", on: day) }
    self.areas = areas
    places = Dictionary(
      areas.municipalities.map { municipality in
        let council = areas.councils[municipality.council]
        return (
          municipality.code,
          Place(
            code: municipality.code, name: municipality.name, council: municipality.council,
            region: council.region)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The municipality people call so; `nil` when there is none.
  func place(named name: String) -> Place? {
    places.values.filter { isSame($0.name, name) }.min { $0.code < $1.code }
  }
}

/// A limit of the law that counts something whole.
func wholeLimit(
  _ limit: CapacityLimit, of book: RateBook, on day: CalendarDate
) throws(Faults) -> Int {
  guard let number = book.limit(limit, on: day)?.wholeNumber else {
    throw unknown(limit.rawValue, on: day)
  }
  return number
}

private func unknown(_ name: String, on day: CalendarDate) -> Faults {
  Faults(
    "the law at hand says nothing of '\(name)' on \(day)",
    at: SourcePosition(file: "command line"),
    help: "report another day, or give a rate book with '--law'")
}

/// Whether two names mean one municipality: «Nordfyn», «Nordfyns Kommune» and «nordfyns» do.
func isSame(_ one: String, _ other: String) -> Bool { bare(one) == bare(other) }

private func bare(_ name: String) -> String {
  var name = name.lowercased().replacing("å", with: "aa").replacing("-", with: " ")
  for ending in [" regionskommune", " kommune", "s"] where name.hasSuffix(ending) {
    name.removeLast(ending.count)
  }
  return name
}
