import Diagnostics
import Documents
import Rules
import Units

/// Which contacts there are, and what is claimed for them.
public struct ContactSetting: Sendable {
  /// The chance that a further contact with a service is on the day of the one before.
  public var sameDayShare: Estimate
  /// What supplements add that no public page prices, by name.
  public var residuals: [Residual]
  public var types: [ContactType]

  /// The types of a service, in the order of the file.
  public func types(of service: Service) -> [ContactType] { types.filter { $0.service == service } }

  private enum Keys {
    static let sameDay = Key(
      "same-day-share", Estimate.grammar(of: .share),
      "the chance that a further contact is on the day of the one before")
    static let residuals = Key(
      "residuals", Grammar<[Named<Residual>]>.names(of: Residual.grammar),
      "what supplements add that no public page prices")
    static let types = Key(
      "types", Grammar<[Named<ContactType>]>.names(of: ContactType.grammar).located,
      "contact types by name")
  }

  static let grammar = Grammar<ContactSetting>.record(
    "contacts",
    keys: [Keys.sameDay.required, Keys.residuals.required, Keys.types.required]
  ) { record, log in
    let residuals = record[Keys.residuals].map { $0.value.named($0.name.value) }
    let types = record[Keys.types].value.map { $0.value.named($0.name.value) }
    for type in types {
      guard let residual = type.residual else { continue }
      guard residuals.contains(where: { $0.name == residual.value }) else {
        log.addUnknownName(residual, among: residuals.map(\.name), in: "residuals")
        return nil
      }
    }
    for service in Service.allCases where !types.contains(where: { $0.service == service }) {
      log.add(
        "no contact type is of the service '\(service.rawValue)'",
        at: record[Keys.types].position,
        help: "the services are \(Service.allCases.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
    for service in Service.allCases {
      let counts = types.filter { $0.service == service }.map(\.count)
      guard counts.allSatisfy({ $0.central == .zero }), let first = counts.first else { continue }
      log.add(
        "the contact types of the service '\(service.rawValue)' have no contacts between them",
        at: first.position,
        help: "let one of them have some; how many there are in all is said under 'use.levels'")
      return nil
    }
    return ContactSetting(
      sameDayShare: record[Keys.sameDay], residuals: residuals, types: types)
  }
}

/// Whom persons see: each service is counted and drawn on its own.
public enum Service: String, CaseIterable, Sendable {
  case consultation
  case simpleContact = "simple-contact"
  case outOfHours = "out-of-hours"
}

/// What supplements add to a contact that no public page prices: time, procedures, material,
/// laboratory. One amount per contact, fitted to the accounts.
public struct Residual: Sendable {
  public var name: String
  public var refund: Estimate
  public var copay: Estimate
  public var certificates: Estimate
  public var patientPayment: Estimate

  private enum Keys {
    static func amount(_ name: String, _ about: String) -> Key<Estimate> {
      Key(name, Estimate.grammar(of: .number(in: 0...100_000)), about)
    }
    static let refund = amount("refund", "the state pays, per contact of weight 1")
    static let copay = amount("copay", "the patient pays until the ceiling")
    static let certificates = amount("certificates", "the state pays for certificates")
    static let payment = amount("patient-payment", "the patient pays outside the ceiling")
  }

  static let grammar = Grammar<Residual>.record(
    "a residual",
    keys: [
      Keys.refund.required, Keys.copay.required, Keys.certificates.required, Keys.payment.required,
    ]
  ) { record, _ in
    Residual(
      name: "", refund: record[Keys.refund], copay: record[Keys.copay],
      certificates: record[Keys.certificates], patientPayment: record[Keys.payment])
  }

  fileprivate func named(_ name: String) -> Residual {
    var residual = self
    residual.name = name
    return residual
  }
}
