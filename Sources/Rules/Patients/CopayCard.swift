public import Units

/// What follows for a patient whose copay has passed the ceiling (Norway: frikort).
public struct CopayCard: Hashable, Sendable {
  public enum Held: String, CaseIterable, Sendable {
    /// Who has passed the ceiling that was in force pays no more copay in the calendar year, also where
    /// a higher ceiling comes into force later in it.
    case restOfYear = "rest-of-year"
    /// A higher ceiling that comes into force later in the year must be passed anew.
    case whileAbove = "while-above"
  }

  public var held: Held
  /// The least that is repaid: a patient whose copay of the whole year is above the ceiling by less
  /// bears that excess. Zero where every krone above the ceiling is repaid.
  public var leastRepaid: Money

  /// - Parameters:
  ///   - held: For how long; assumed for the rest of the year where the law at hand does not say.
  ///   - leastRepaid: Zero or more.
  public init(held: Held = .restOfYear, leastRepaid: Money = .zero) {
    (self.held, self.leastRepaid) = (held, leastRepaid)
  }
}
