public import Diagnostics
import Documents
import Practices
public import Rules
public import Scenarios
public import Units

/// A group of persons who gain, or already have, the right to a place on a list.
public struct Arrival: Sendable {
  /// The author's key, for example `diplomats`.
  public var key: String
  public var title: String
  /// The right they rely on, by its name in the law.
  public var right: Located<String>
  /// The conditions of rights that these persons fulfil.
  public var fulfils: [ListRight.Condition]
  /// Where that is written.
  var fulfilsPosition: SourcePosition
  /// Persons of the group without their households.
  public var persons: Estimate
  /// Persons per household, the person included.
  public var familySize: Estimate
  /// The share of those with the right who want a place.
  public var uptake: Estimate
  /// How many of those who accompany must consent in person; `nil` where the right asks nobody.
  public var ages: AccompanyingAges?
  /// The share of those who do consent: the group's own, or that of the channel in use; `nil` where
  /// neither says it.
  public var consent: Estimate?
  /// The share whose contacts the state refunds: EEA citizens and members of the insurance.
  public var insuredShare: Estimate
  /// Years a person stays.
  public var stayYears: Estimate
  /// Months over which the first enrolment is spread.
  public var enrolmentMonths: Int
  public var residence: Residence
  /// What they have without the reform; `nil` where the reform gives them their right.
  public var standing: StandingRight?

  /// Where the persons live.
  public struct Residence: Sendable {
    /// One weight per municipality of the run, in the same order, in ten-thousandths; sum 10,000.
    public var weights: [Int]
    public var source: Source
  }
}

extension Arrival {
  /// Persons who have the right and want a place, those who accompany them not counted.
  public var members: Ratio { persons.central * uptake.central }

  /// Persons who accompany them.
  public var accompanying: Ratio { members * (familySize.central - .one) }

  /// The share of those who accompany who must consent in person.
  ///
  /// - Parameter right: The law's right; it says from which age, if any.
  /// - Returns: From 0 to 1.
  public func consentingShare(under right: ListRight) -> Ratio {
    guard let age = right.ownConsentFromAge else { return .zero }
    return ages?.share(from: age) ?? .zero
  }

  /// The persons who have the right and want and may take a place.
  ///
  /// ```
  /// persons × uptake × (1 + (family size − 1) × (1 − of-age share × (1 − consent)))
  /// ```
  ///
  /// - Parameter right: The law's right; it says whether own consent is needed, and from which age.
  /// - Returns: Persons, rounded to the nearest whole.
  public func applicants(under right: ListRight) -> Int {
    let refusing = consentingShare(under: right) * (Ratio.one - (consent?.central ?? .one))
    return (members + accompanying * (Ratio.one - refusing)).rounded
  }
}
