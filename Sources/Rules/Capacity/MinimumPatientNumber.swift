public import Units

/// How many patients a clinic must have before it may close for more (*minimumspatienttal*).
///
/// The national model gives a number from the need of the clinic's patients; the region changes it for
/// local facts and decides.
///
/// - Unit: whole patients per clinic.
/// - Source: FAQ on the national distribution model, no. 3, 5, 7 and 11.
public enum MinimumPatientNumber {
  /// What the model's number is calculated from.
  public enum Basis: String, CaseIterable, Sendable {
    /// The need of the clinic's own patients.
    case ownPatients = "own-patients"
    /// An estimate from the clinic it was split from (FAQ no. 11).
    case splitClinic = "split-clinic"
    /// The need of the area it lies in, as long as nothing is calculated for the clinic itself
    /// (FAQ no. 11).
    case area
  }

  /// The model's number: so many patients that their need is that of the capacities.
  ///
  /// ```
  /// number = capacities × need per capacity / need per patient
  /// ```
  ///
  /// - Parameters:
  ///   - capacities: Of the clinic.
  ///   - needPerCapacity: What one capacity is to look after, in any unit of need.
  ///   - needPerPatient: The mean of the clinic's patients, in the same unit.
  /// - Precondition: The need per patient is above 0, and the others are not below.
  /// - Returns: The nearest whole number, halves up.
  public static func model(
    capacities: Int, needPerCapacity: Ratio, needPerPatient: Ratio
  ) -> Int {
    precondition(needPerPatient > .zero, "patients who need nothing: \(needPerPatient)")
    precondition(capacities >= 0 && needPerCapacity >= .zero, "a capacity below zero")
    return (Ratio(capacities) * needPerCapacity / needPerPatient).rounded
  }

  /// The number the region decides on.
  ///
  /// ```
  /// number = model's number + changes, no less than 0 and no more than limit × capacities
  /// ```
  ///
  /// The most is the highest number at which the collective agreement lets a clinic close: nobody can
  /// be asked for more patients before closing than that (FAQ no. 5).
  ///
  /// - Parameters:
  ///   - model: The number by the national model.
  ///   - changes: Patients more or fewer for each local fact.
  ///   - closingLimitPerCapacity: The highest closing limit of the agreement, patients per capacity.
  ///   - capacities: Of the clinic.
  /// - Precondition: Neither the limit nor the capacities are negative.
  /// - Returns: Patients.
  public static func decided(
    model: Int, changes: [Int], closingLimitPerCapacity: Int, capacities: Int
  ) -> Int {
    precondition(closingLimitPerCapacity >= 0 && capacities >= 0, "a limit below zero")
    return max(0, min(model + changes.reduce(0, +), closingLimitPerCapacity * capacities))
  }

  /// Whether the region must first seek an agreement with the clinic.
  ///
  /// It must where the number lies well above both the one in force and the patients the clinic has
  /// (FAQ no. 3). How much is well above the law does not say.
  ///
  /// - Parameters:
  ///   - proposed: The number the region has in mind.
  ///   - current: The number in force.
  ///   - patients: Of the clinic today.
  ///   - wellAbove: By which share it must exceed both, such as a tenth.
  /// - Returns: `false` at exactly that share.
  public static func needsAgreementFirst(
    proposed: Int, current: Int, patients: Int, wellAbove: Ratio
  ) -> Bool {
    Ratio(proposed) > (.one + wellAbove) * Ratio(max(current, patients))
  }
}
