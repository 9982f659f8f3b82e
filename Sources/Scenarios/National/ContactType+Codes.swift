import Diagnostics

/// The codes under which what a type claims stands in a schedule of fees, and in the scenario.
extension ContactType {
  /// The code of a supplement or residual of the type: `physical/specialist`.
  public func code(of supplement: String) -> String { "\(name)/\(supplement)" }

  /// The residual's certificates are on another account, so they are a claim of their own.
  public var certificateCode: String { code(of: "certificates") }

  /// Everything that is claimed in contacts of the type.
  var claimedCodes: [String] {
    fees.map(\.fee.value) + supplements.map { code(of: $0.name) }
      + (residual.map { [code(of: $0.value), certificateCode] } ?? [])
  }
}
