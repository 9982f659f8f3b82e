import Foundation

/// A heading of the tables regions report with, as the guidance prints it.
enum ReportColumn: String, CaseIterable {
  case number = "Ydernummer"
  case name = "Praksisbetegnelse"
  case address = "Adresse"
  case municipality = "Praksiskommune"
  case code = "Praksiskommunekode"
  case postcode = "Postnummer"
  case form = "Praksisform"
  case deployed = "Antal udmøntede kapaciteter"
  case vacant = "Antal ledige kapaciteter"
  case patients = "Antal tilmeldte patienter"
  /// LUNA's field for the capacities deployed.
  case fixedCapacity = "fastsat kapacitet"
  /// LUNA's field that marks a vacant capacity.
  case role = "personrolle"
  /// Whether the doctors of the row are on an island, and reported so. Not of the annexes.
  case island = "Ø-læge"
  /// The day the row is counted on. Not of the annexes.
  case countedOn = "Opgørelsesdato"

  /// Of a clinic, whichever annex it stands in.
  static let ofClinics: [ReportColumn] = [
    .number, .name, .address, .municipality, .code, .postcode, .form,
  ]

  /// Annex 1 (bilag 1): deployed and vacant capacities.
  static let annex1 = ofClinics + [.deployed, .vacant]

  /// Annex 2 (bilag 2): doctors on islands.
  ///
  /// The template prints the heading of the deployed capacities twice. What the second one is meant to
  /// count it does not say, so both hold the same number.
  static let annex2 = ofClinics + [.deployed, .deployed, .patients]

  /// - Parameter heading: As its author wrote it: capitals and blanks do not matter.
  /// - Returns: `nil` for further columns, which are passed over.
  static func named(_ heading: String) -> ReportColumn? {
    let name = plain(heading)
    return allCases.first { plain($0.rawValue) == name }
  }

  private static func plain(_ heading: String) -> String {
    heading.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
