public import Diagnostics
import Documents
public import Rules
import Units

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
  /// The share of accompanying persons old enough to have to consent in person.
  public var consentingAgeShare: Estimate
  /// The share of those who do consent.
  public var consent: Estimate
  /// The share whose contacts the state refunds: EEA citizens and members of the insurance.
  public var insuredShare: Estimate
  /// Years a person stays.
  public var stayYears: Estimate
  /// Months over which the first enrolment is spread.
  public var enrolmentMonths: Int
  public var residence: Residence

  /// Where the persons live.
  public struct Residence: Sendable {
    /// One weight per municipality of the run, in the same order, in ten-thousandths; sum 10,000.
    public var weights: [Int]
    public var source: Source
  }
}

extension Arrival {
  /// The persons who have the right and want and may take a place.
  ///
  /// ```
  /// persons × uptake × (1 + (family size − 1) × (1 − of-age share × (1 − consent)))
  /// ```
  ///
  /// - Parameter right: The law's right; it says whether own consent is needed.
  /// - Returns: Persons, rounded to the nearest whole.
  public func applicants(under right: ListRight) -> Int {
    let refusing =
      right.ownConsentFromAge == nil
      ? Ratio.zero : consentingAgeShare.central * (Ratio.one - consent.central)
    let household = Ratio.one + (familySize.central - .one) * (Ratio.one - refusing)
    return (persons.central * uptake.central * household).rounded
  }
}
