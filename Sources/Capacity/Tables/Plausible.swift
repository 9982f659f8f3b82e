import Units

/// What numbers and days of the tables can be: wider than anything there is, and narrow enough for a slip
/// of the hand to show.
enum Plausible {
  /// Of populations, ceilings and everything that is dated: as long as there are plans of capacities, and
  /// for as long as a plan may look ahead.
  static let years = 1990...2100
  /// Persons of a row of the population. Denmark has six million.
  static let persons = 0...10_000_000
  /// Persons of the country. Needs of this many of the largest weight are still exact.
  static let mostPersons = 100_000_000
  /// Of a clinic. The largest have some twenty.
  static let capacities = 0...100
  /// Of a clinic, on its list or as its minimum.
  static let patients = 0...100_000
  /// Of a health council. The country is to have 5,000 capacities.
  static let ceiling = 0...100_000
  /// Patients by which a local fact changes a minimum. A capacity has some 1,600.
  static let change = -5_000...5_000
  /// Times a year that a person of mean need is served.
  static let mostTimes = 100
  /// Patients of one capacity. It has some 1,600.
  static let patientsPerCapacity = 0...5_000
  /// Capacities of a practice of one owner, who may employ others. Most have one.
  static let soloCapacities = 0...5
  /// How many times another a clinic's minimum and its number by the model may be. A small clinic on an
  /// island has a seventh.
  static let timesTheModel = 10
  /// By how much a need index may differ from that of the clinic's patients: they are of another year.
  static let needIndexGap = Ratio(2, over: 100)
  /// The lowest postcodes are those of large receivers; which of the rest there are, tells only a table
  /// of them.
  static let postcodes = 800...9_999
  /// Of a region's report: its clinics, or the persons who work there.
  static let mostReportRows = 10_000
}

extension Plausible {
  /// Whether a text is a postcode there may be.
  static func isPostcode(_ text: String) -> Bool {
    isDigits(text, 4) && Int(text).map(postcodes.contains) ?? false
  }
}
