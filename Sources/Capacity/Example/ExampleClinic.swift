import Rules
import Units

/// A clinic of an example.
struct ExampleClinic {
  /// The clinic's provider number (*ydernummer*): six digits, kept as text.
  let id: String
  /// Counted from 1 through the nation; the number in its name and its address.
  let number: Int
  /// The place of its municipality in the list.
  let municipality: Int
  /// As the annex to the guidance on reporting has it (*praksisform*).
  let form: String
  let capacities: Int
  /// Whether it is for a small island alone, so that it has few patients and is left out of the count.
  let isForSmallIsland: Bool
  /// Registered patients by sex and age.
  var cells: ExamplePopulation.Cells
  var minimum = 0
  var intake = Intake.open
  /// In ten-thousandths of the nation's mean; `nil` when nothing is calculated yet.
  var need: Int?
  var splitFrom: String?
  var vacantSince: CalendarDate?

  var patients: Int { cells.reduce(0, +) }
  var name: String { "Eksempelklinik \(number)" }
  var address: String { "Eksempelvej \(number)" }
  /// Whether its doctors work for a company or the region instead of owning it.
  var isPublic: Bool { form == "udbudsklinik" || form == "regionsklinik" }

  /// No postcode of the place: the municipality's code with a nine in front.
  func postcode(in municipalities: [ExampleDenmark.Municipality]) -> String {
    "9" + municipalities[municipality].code.suffix(3)
  }
}

extension ExampleClinic {
  static let heading = [
    "clinic", "name", "address", "municipality", "postcode", "form", "capacities", "patients",
    "minimum", "intake", "need-index", "split-from", "vacant-since", "island",
  ]

  /// A row of the table of clinics.
  func row(in municipalities: [ExampleDenmark.Municipality]) -> [String] {
    [
      id, name, address, municipalities[municipality].code, postcode(in: municipalities), form,
      "\(capacities)", "\(patients)", "\(minimum)", intake.rawValue,
      need.map(ExampleWeights.decimal) ?? "", splitFrom ?? "", vacantSince?.description ?? "",
      isForSmallIsland ? "yes" : "no",
    ]
  }
}
