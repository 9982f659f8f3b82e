extension RateBook {
  /// Who reads a law: a run, by what it is asked.
  public enum Reader: String, CaseIterable, Sendable {
    /// Persons who gain a right and come to lists.
    case arrivals = "a run of arrivals"
    /// A national year.
    case nation = "a national year"
    /// A plan of doctor capacities.
    case capacities = "a plan of capacities"
  }

  /// The runs that read a section of the law; none for one that is there to be read by people.
  public static func readers(of section: String) -> Set<Reader> {
    switch section {
    case "month-rules", "per-capita-grants", "start-up-grants", "equalisation-grants", "lump-sums":
      [.arrivals, .nation]
    case "fees": [.arrivals, .nation, .capacities]
    case "list-rights", "list-limits": [.arrivals]
    case "copay-ceilings", "copay-cards", "copay-exemptions", "daily-fee-caps", "list-caps",
      "practice-ceilings":
      [.nation]
    case "base-fee-pools", "health-councils", "capacity-limits", "capacity-rules": [.capacities]
    default: []
    }
  }
}
