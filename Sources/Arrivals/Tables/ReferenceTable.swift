import Diagnostics
import Documents
import Ledger
import Practices
import Reports
import Scenarios

extension TableBuilder {
  /// The law and the sources behind every posting.
  func references() -> Table {
    let origins = referenceRows(of: comparison.reform.ledger.origins, in: file)
    return referenceTable(of: origins + lawRows, notes: lawNotes)
  }

  /// What the lists, homes and months of the scenario are, with who says so.
  func settings() -> [[Cell]] {
    let homes = scenario.arrivals.map { "arrivals.\($0.key).residence" }
    let stated: [(String, String?)] =
      [("lists", "size-class-source"), ("lists.occupancy", "source")]
      + homes.map { ($0, "source") }
    let bare = ["lists.file", "law-at", "placement", "enrolment.channel", "consultations.as-of"]
    return settingRows(of: file, stated) + settingRows(of: file, bare.map { ($0, nil) })
  }
}
