/// Whether a region may depart from the capacities laid down, for a time.
///
/// - Source: FAQ on the national distribution model, no. 2, on the remarks on the bill L 212.
public enum ExtraordinarySituation {
  /// Why a region would depart.
  public enum Cause: String, CaseIterable, Sendable {
    /// The population of a place grows suddenly: the example of the remarks.
    case suddenLocalGrowth = "sudden-local-growth"
    /// Too many capacities here and too few there inside one health council's area. The region can
    /// move those that have been vacant long enough instead (``VacancyRule``).
    case presentImbalance = "present-imbalance"
    /// Growth that was foreseen, and is in the national model already.
    case expectedGrowth = "expected-growth"
    /// Anything else that arises specially. The region must be able to provide doctors, and the FAQ
    /// excludes only the two causes above, so the case is the region's to argue.
    case other

    /// Whether the cause is an extraordinary situation (*ekstraordinær situation*).
    public var allowsDeviation: Bool {
      switch self {
      case .suddenLocalGrowth, .other: true
      case .presentImbalance, .expectedGrowth: false
      }
    }
  }
}
