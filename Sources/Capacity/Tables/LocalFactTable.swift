public import Diagnostics
import Documents
public import Rules
public import Units

/// A fact of one clinic that the model does not see, and what it changes.
///
/// - Source: FAQ on the national distribution model, no. 3 and 7.
public struct LocalFact: Sendable {
  /// The clinic's place.
  public var clinic: Int
  public var fact: MinimumPatientNumber.LocalFact
  /// Patients more, or fewer where negative.
  public var change: Int
  /// Why, in the region's words; never empty.
  public var reason: String
  public var decided: CalendarDate
  /// The cell of that day.
  public var position: SourcePosition
}

/// A table of local facts: `clinic`, `fact`, `change`, `reason` and `decided`.
struct LocalFactTable {
  let facts: [LocalFact]

  /// - Throws: ``Faults``, one per bad cell. A change without a reason is a fault.
  init(reading path: String, clinics: [String: Int]) throws(Faults) {
    var reader = try RowReader(
      reading: path, as: "a table of local facts",
      required: ["clinic", "fact", "change", "reason", "decided"], optional: [])
    facts = try reader.rows { reader, row -> LocalFact? in
      let clinic = reader.place(
        "clinic", in: row, among: clinics, expecting: "a clinic of the table of clinics")
      let fact: MinimumPatientNumber.LocalFact? = reader.choice("fact", in: row)
      let change = reader.whole("change", in: row, Plausible.change)
      let reason = reader.cell("reason", in: row)
      if reason.isEmpty {
        reader.reject(
          "reason", in: row, expecting: "text", help: "say why the clinic's number is another")
      }
      let day = reader.day("decided", in: row, mustBeSaid: true)
      guard let clinic, let fact, let day else { return nil }
      return LocalFact(
        clinic: clinic, fact: fact, change: change, reason: reason, decided: day,
        position: reader.position("decided", in: row))
    }
  }
}
