import Diagnostics
import RateBooks
import Rules
import Scenarios
import Units

/// What is claimed in the contacts of a nation's year, to tell which names of a proposal meet nothing.
///
/// A fee that changes within the year counts as everything it is then.
struct ClaimedFees {
  private let claims: [Claim]

  /// A fee in contacts of a type.
  struct Claim {
    var type: String
    var code: String
    /// Whether it is for specialists alone; both where that changes.
    var isForSpecialists: Set<Bool>
    /// The parts of which something may be paid.
    var parts: Set<Adjustment.Part>
  }

  init(of scenario: NationalScenario) {
    claims = scenario.contacts.types.flatMap { type -> [Claim] in
      let residual = scenario.contacts.residuals.first { $0.name == type.residual?.value }
      let ofLaw = type.fees.map { Claim(of: $0, in: type, scenario) }
      let ofScenario = type.supplements.map { Claim(of: $0, in: type) }
      return ofLaw + ofScenario + (residual.map { Claim.claims(of: $0, in: type) } ?? [])
    }
  }

  /// Whether a fee is claimed anywhere.
  func contains(_ code: String) -> Bool { claims.contains { $0.code == code } }

  /// Names of fees and types that are known and say nothing.
  ///
  /// - Parameters:
  ///   - names: The names of a scope.
  ///   - types: The contact types the scope is about; all when empty.
  ///   - what: What has the scope, for the message: «the adjustment 'down'».
  /// - Returns: What is told, at the name.
  func notices(of names: FeeNames, in types: [String], _ what: String) -> [Notice] {
    let own = claims.filter { claim in
      (types.isEmpty || types.contains(claim.type))
        && claim.isAmong(specialistFees: names.specialistFees)
    }
    let codes = names.codes.map(\.value)
    let chosen = own.filter { codes.isEmpty || codes.contains($0.code) }
    let unclaimed = names.codes.filter { name in !own.contains { $0.code == name.value } }.map {
      Notice(
        "'\($0.text)' is claimed in no contact of \(what); it has no effect", at: $0.position,
        help: "remove it, or name a fee that is claimed there")
    }
    let unmet = names.exceptCodes.filter { name in !chosen.contains { $0.code == name.value } }.map
    {
      Notice(
        "'\($0.text)' is not among the fees of \(what); that it is excepted has no effect",
        at: $0.position, help: "remove it, or name a fee that is claimed there")
    }
    let except = names.exceptCodes.map(\.value)
    let idle = names.contactTypes.filter { name in
      !chosen.contains { $0.type == name.value && !except.contains($0.code) }
    }.map {
      Notice(
        "no fee of \(what) is claimed in contacts of '\($0.text)'; it has no effect",
        at: $0.position, help: "remove it, or name a type with such a fee")
    }
    return unclaimed + unmet + idle
  }

  /// What may be paid of the fees in a scope.
  func claims(in scope: FeeScope) -> [Claim] {
    claims.filter { claim in
      (scope.codes.isEmpty || scope.codes.contains(claim.code))
        && !scope.exceptCodes.contains(claim.code)
        && (scope.contactTypes.isEmpty || scope.contactTypes.contains(claim.type))
        && claim.isAmong(specialistFees: scope.specialistFees)
    }
  }
}

extension ClaimedFees.Claim {
  /// A fee of the law, on every day of the year.
  fileprivate init(
    of use: ContactType.FeeUse, in type: ContactType, _ scenario: NationalScenario
  ) {
    let fees = use.values(in: scenario.law, scenario.year)
    self.init(
      type: type.name, code: use.fee.value,
      isForSpecialists: Set(fees.map(\.conditions.onlySpecialists)),
      parts: Set(fees.flatMap { Self.parts(of: $0) }))
  }

  fileprivate init(of supplement: ContactType.Supplement, in type: ContactType) {
    self.init(
      type: type.name, code: type.code(of: supplement.name),
      isForSpecialists: [supplement.onlySpecialists],
      parts: Self.parts(supplement.refund, supplement.copay, supplement.patientPayment))
  }

  /// The residual, and its certificates.
  fileprivate static func claims(of residual: Residual, in type: ContactType) -> [Self] {
    [
      Self(
        type: type.name, code: type.code(of: residual.name), isForSpecialists: [false],
        parts: parts(residual.refund, residual.copay, residual.patientPayment)),
      Self(
        type: type.name, code: type.certificateCode, isForSpecialists: [false],
        parts: parts(residual.certificates, nil, nil)),
    ]
  }

  /// The parts that are above zero somewhere in their intervals.
  private static func parts(
    _ refund: Estimate?, _ copay: Estimate?, _ payment: Estimate?
  ) -> Set<Adjustment.Part> {
    let amounts: [(Estimate?, Adjustment.Part)] = [
      (refund, .refund), (copay, .copay), (payment, .patientPayment),
    ]
    return Set(amounts.filter { $0.0.map { $0.high > .zero } ?? false }.map(\.1))
  }

  /// The parts of a fee that are not nothing.
  private static func parts(of fee: Fee) -> [Adjustment.Part] {
    let amounts: [(Money, Adjustment.Part)] = [
      (fee.refund ?? .zero, .refund), (fee.copay ?? .zero, .copay),
      (fee.patientPayment, .patientPayment),
    ]
    return amounts.filter { $0.0 != .zero }.map(\.1)
  }

  /// Whether it is among the fees for specialists, or among the others; `nil` for both.
  fileprivate func isAmong(specialistFees: Bool?) -> Bool {
    specialistFees.map { isForSpecialists.contains($0) } ?? true
  }
}
