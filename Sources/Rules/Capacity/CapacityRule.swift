/// What a rule of capacity planning says that is a word and not a number.
///
/// - Source: the FAQ on the national distribution model and the guidance on reporting, by rule in the
///   rate book.
public enum CapacityRule: String, CaseIterable, Sendable {
  /// Complaints are heard by the clinic's own region.
  case ownRegion = "own-region"
  /// Complaints are heard by the board for complaints of practices (praksisklagenævnet).
  case complaintBoard = "complaint-board"
  /// A change may come in steps.
  case inSteps = "in-steps"
  /// Reports are of the first day of each month, or of each quarter.
  case month, quarter
  /// Money may be spent where new capacities may be deployed, or wherever coverage is weak.
  case whereNewCapacities = "where-new-capacities"
  case everywhere
  /// The collective agreement decides, as before.
  case collectiveAgreement = "collective-agreement"
  /// The region decides.
  case region
  /// A region may and need not.
  case mayNotMust = "may-not-must"
}
