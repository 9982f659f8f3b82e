/// What is doubtful of a clinic: nothing forbids it, and hardly any clinic is so.
struct ClinicDoubt {
  /// A cell of the table of clinics.
  enum Cell: String { case capacities, patients }

  var cell: Cell
  var what: String
  var help: String

  /// - Parameters:
  ///   - number: Of the clinic.
  ///   - form: In the words of the reports; empty where nobody says.
  ///   - capacities: Deployed.
  ///   - vacant: Those of them nobody holds.
  ///   - patients: On its list; `nil` where nobody says.
  /// - Returns: One for each thing that is doubtful.
  static func doubts(
    about number: String, form: String, capacities: Int, vacant: Int, patients: Int?
  ) -> [ClinicDoubt] {
    var doubts: [ClinicDoubt] = []
    if form.lowercased() == CapacityReport.soloForm, !Plausible.soloCapacities.contains(capacities)
    {
      doubts.append(
        ClinicDoubt(
          cell: .capacities,
          what:
            "'\(number)' has \(capacities) capacities, and a \(CapacityReport.soloForm) has one owner",
          help: "mend the capacities, or the form"))
    }
    guard let patients else { return doubts }
    if patients > capacities * Plausible.patientsPerCapacity.upperBound {
      doubts.append(
        ClinicDoubt(
          cell: .patients,
          what: "'\(number)' has \(patients) patients and \(capacities) capacities: more than"
            + " \(Plausible.patientsPerCapacity.upperBound) patients each",
          help: "count each patient once, and each capacity"))
    } else if patients == 0, capacities > vacant {
      doubts.append(
        ClinicDoubt(
          cell: .patients,
          what:
            "nobody is on the list of '\(number)', where \(capacities - vacant) capacities are held",
          help: "write how many are on the list"))
    }
    return doubts
  }
}
