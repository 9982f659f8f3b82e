public import Units

/// A factor on what fees pay: «and fees down correspondingly».
///
/// ```
/// adjusted part = part × factor, to the nearest øre
/// ```
///
/// Each part of the fee is adjusted for itself, once per claim and before units of time and
/// repetitions multiply it. Of several adjustments of one fee the factors multiply, and the product
/// is rounded once.
public struct FeeAdjustment: Hashable, Sendable {
  public var practices: PracticeScope
  /// Which fees.
  public var fees: FeeScope
  /// Factors of the parts; 1 leaves a part as it is.
  public var refund: Ratio
  public var copay: Ratio
  public var patientPayment: Ratio

  public init(
    practices: PracticeScope = PracticeScope(), fees: FeeScope = FeeScope(), refund: Ratio = .one,
    copay: Ratio = .one, patientPayment: Ratio = .one
  ) {
    (self.practices, self.fees) = (practices, fees)
    (self.refund, self.copay, self.patientPayment) = (refund, copay, patientPayment)
  }
}

/// Which fees something is about; every fee when nothing is said.
public struct FeeScope: Hashable, Sendable {
  /// Only these codes; any when empty.
  public var codes: Set<String>
  /// Not these codes.
  public var exceptCodes: Set<String>
  /// Only in contacts of these types; any when empty.
  public var contactTypes: Set<String>
  /// Only fees that specialists alone may claim, or all but those; `nil` for both.
  public var specialistFees: Bool?

  public init(
    codes: Set<String> = [], exceptCodes: Set<String> = [], contactTypes: Set<String> = [],
    specialistFees: Bool? = nil
  ) {
    (self.codes, self.exceptCodes) = (codes, exceptCodes)
    (self.contactTypes, self.specialistFees) = (contactTypes, specialistFees)
  }

  /// Whether a fee is among them when it is claimed in a contact of a type.
  public func contains(_ code: String, _ fee: Fee, in contactType: String) -> Bool {
    contains(code, fee) && (contactTypes.isEmpty || contactTypes.contains(contactType))
  }

  /// Whether a fee is among them in any contact.
  public func contains(_ code: String, _ fee: Fee) -> Bool {
    (codes.isEmpty || codes.contains(code)) && !exceptCodes.contains(code)
      && (specialistFees ?? fee.conditions.onlySpecialists) == fee.conditions.onlySpecialists
  }
}

extension FeeScope {
  /// Whether a fee can be in both.
  public func overlaps(_ other: FeeScope) -> Bool {
    codes.meets(other.codes) && contactTypes.meets(other.contactTypes)
      && (codes.isEmpty || !codes.subtracting(other.exceptCodes).isEmpty)
      && (other.codes.isEmpty || !other.codes.subtracting(exceptCodes).isEmpty)
      && (specialistFees ?? other.specialistFees) == (other.specialistFees ?? specialistFees)
  }
}

extension Set {
  /// Whether an element can be in both, where an empty set stands for every element.
  func meets(_ other: Set) -> Bool { isEmpty || other.isEmpty || !isDisjoint(with: other) }
}

extension [FeeAdjustment] {
  /// What is paid for one time of a fee on a bill.
  func adjusted(_ once: Amounts, for code: String, _ fee: Fee, on bill: Bill) -> Amounts {
    let own = filter {
      $0.practices.contains(bill.practice) && $0.fees.contains(code, fee, in: bill.contactType)
    }
    guard !own.isEmpty else { return once }
    return Amounts(
      refund: once.refund.scaled(by: own.reduce(.one) { $0 * $1.refund }),
      copay: once.copay.scaled(by: own.reduce(.one) { $0 * $1.copay }),
      patientPayment: once.patientPayment.scaled(by: own.reduce(.one) { $0 * $1.patientPayment }))
  }
}
