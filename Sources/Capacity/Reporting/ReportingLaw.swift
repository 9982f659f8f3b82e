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
    /// The health council's key in the rate book.
    var council: String
    var region: String
  }

  /// Doctors on islands may be left out with fewer patients than this.
  let islandPatients: Int
  /// How long a report leaves them out.
  let exemptionMonths: Int
  /// By code.
  let places: [String: Place]
  /// Titles of the health councils with their keys, in the order of the book.
  let councils: [(key: String, title: String, region: String)]

  /// - Throws: ``Faults`` when the book does not know the law of the day.
  init(_ book: RateBook, on day: CalendarDate) throws(Faults) {
    islandPatients = try wholeLimit("island-patients", of: book, on: day)
    exemptionMonths = try wholeLimit("island-exemption", of: book, on: day)
    var places: [String: Place] = [:]
    var councils: [(key: String, title: String, region: String)] = []
    for rule in book.healthCouncils.rules {
      guard let council = rule.series.inForce(on: day)?.value else { continue }
      councils.append((rule.name, rule.series.title, council.region))
      for member in council.municipalities {
        places[member.code] = Place(
          code: member.code, name: member.name, council: rule.name, region: council.region)
      }
    }
    guard !councils.isEmpty else { throw unknown("health-councils", on: day) }
    (self.places, self.councils) = (places, councils)
  }

  /// The municipality people call so; `nil` when there is none.
  func place(named name: String) -> Place? {
    places.values.filter { isSame($0.name, name) }.min { $0.code < $1.code }
  }
}

/// A limit of the law that counts something whole.
func wholeLimit(_ name: String, of book: RateBook, on day: CalendarDate) throws(Faults) -> Int {
  guard let limit = book.capacityLimits[name]?.series.inForce(on: day)?.value.wholeNumber else {
    throw unknown(name, on: day)
  }
  return limit
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
