public import Units

/// A grant that lifts the general practitioners of small municipalities towards the income of a
/// reference list; the same amount to each of them.
///
/// ```
/// grant = rate × max(0, reference list − mean list of the municipality)
/// ```
///
/// - Unit: money per list per year, rounded once to whole øre.
public struct EqualisationGrant: Hashable, Sendable {
  /// Persons on a reference list.
  public let referenceList: Int
  /// Only municipalities with fewer inhabitants than this.
  public let municipalityBelow: Int
  /// Whose rate it is reckoned from.
  public let basis: GrantBasis

  public init(
    referenceList: Int, municipalityBelow: Int, of basis: GrantBasis = .theOneInForce
  ) {
    (self.referenceList, self.municipalityBelow) = (referenceList, municipalityBelow)
    self.basis = basis
  }

  /// The grant of every list in a municipality for a whole year.
  ///
  /// - Parameters:
  ///   - rate: The rate of the first place, at average need, of the grants it is reckoned from.
  ///   - meanList: Persons per list in the municipality.
  ///   - inhabitants: Inhabitants of the municipality.
  /// - Returns: Money per year; zero in a municipality at or above the limit.
  public func annualAmount(rate: Money, meanList: Ratio, inhabitants: Int) -> Money {
    let shortfall = Ratio(referenceList) - meanList
    guard shortfall > .zero, inhabitants < municipalityBelow else { return .zero }
    return rate.scaled(by: shortfall)
  }
}

extension EqualisationGrant {
  public static var workedExamples: [WorkedExample] {
    let grant = EqualisationGrant(referenceList: 1_000, municipalityBelow: 4_000)
    func amount(_ meanList: Ratio, _ inhabitants: Int) -> Money {
      grant.annualAmount(rate: .kroner(600), meanList: meanList, inhabitants: inhabitants)
    }
    return [
      WorkedExample("200 persons short", amount(Ratio(800), 3_999), is: .kroner(120_000)),
      WorkedExample("at the population limit", amount(Ratio(800), 4_000), is: .zero),
      WorkedExample("at the reference list", amount(Ratio(1_000), 100), is: .zero),
      WorkedExample(
        "a third of a person short", amount(Ratio(2_999, over: 3), 100), is: .kroner(200)),
    ]
  }
}
