extension MinimumPatientNumber {
  /// Why the region departs from the model's number.
  ///
  /// The same facts that gave a reduced number of patients (*nedsat patienttal*) under the collective
  /// agreement can be taken into account (FAQ no. 7).
  ///
  /// - Source: the remarks on the bill L 212, quoted in FAQ on the national distribution model, no. 3.
  public enum LocalFact: String, CaseIterable, Sendable {
    /// The staff of the clinic.
    case staff
    /// The rooms of the clinic.
    case premises
    /// How the clinics of the area share tasks.
    case workSharing = "work-sharing"
    /// The clinic's doctor attends a nursing home (*plejehjemslæge*).
    case nursingHomeDuty = "nursing-home-duty"
    /// The doctor's own circumstances.
    case illness
    /// Patients whose need the model does not see, such as many homeless.
    case specialPopulation = "special-population"
    /// Other clinics nearby want, and look after, more patients than the model gives them.
    case neighbours
    /// Facts of other kinds.
    case other
  }
}
