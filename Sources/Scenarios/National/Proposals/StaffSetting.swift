public import Diagnostics
import Documents
public import Rules
public import Units

/// Contacts that other professions take instead of the doctor, and what may be claimed for them.
public struct StaffSetting: Sendable {
  /// The author's name for it, for example `delegation`.
  public var name: String
  public var profession: Profession
  /// The contact types they take a share of.
  public var contactTypes: [Located<String>]
  /// The share of these contacts, in the practices it is about. Elsewhere the doctor takes them.
  public var share: Estimate
  public var practices: PracticeScope
  /// The forms of practice that are named, each with its place; none where all are meant.
  public var forms: [Located<PracticeForm>]
  /// Whether the fee is claimed on the doctor's behalf or as their own.
  public var claims: Claims
  /// The part of the doctor's fee that is paid when it is claimed on the doctor's behalf.
  public var factor: Estimate?
  /// Which fees they may claim, and as it is written.
  public var fees: FeeScope
  public var names: FeeNames
  /// Staff time and remaining doctor's time of one contact.
  public var minutes: Estimate
  public var doctorMinutes: Estimate
  /// What an hour of staff costs the practice, social costs included.
  public var hourCost: Estimate
  /// The first day; `nil` for all year.
  public var from: Located<CalendarDate>?
  public var position: SourcePosition

  /// Whether it has begun by a day.
  public func isInForce(on day: CalendarDate) -> Bool { from.map { $0.value <= day } ?? true }

  public enum Claims: String, CaseIterable, Sendable {
    /// On the doctor's behalf, at amounts of their own (delegation).
    case delegated
    /// In full, whoever of the professions does the work (profession-neutral fees).
    case own
  }
}

extension StaffSetting {
  private enum Keys {
    static let profession = Key(
      "profession",
      Grammar<Profession>.choice.checked { profession, position in
        profession == .doctor
          ? Diagnostic(
            "the doctor is not staff", at: position,
            help: "the professions are "
              + Profession.allCases.filter { $0 != .doctor }.map(\.rawValue)
              .joined(separator: ", ")) : nil
      }, "who takes the contacts")
    static let types = Key(
      "of", Grammar<[Located<String>]>.list(of: Grammar<String>.text.located),
      "the contact types they take a share of")
    static let from = Key(
      "from", Grammar<CalendarDate>.date.located, "the day it begins; all year unless said")
    static let share = Key(
      "share", Estimate.grammar(of: .share), "the share of these contacts they take")
    static let claims = Key(
      "claims", Grammar<Claims>.choice, "delegated, on the doctor's behalf, or own, in full")
    static let factor = Key(
      "factor", Estimate.grammar(of: .share), "the part of the doctor's fee that is paid")
    static let minutes = Key(
      "minutes", Estimate.grammar(of: .number(in: 0...1_440)), "staff minutes per contact")
    static let doctorMinutes = Key(
      "doctor-minutes", Estimate.grammar(of: .number(in: 0...1_440)),
      "minutes the doctor still spends on one")
    static let hourCost = Key(
      "hour-cost", Estimate.grammar(of: .number(in: 0...100_000)),
      "what an hour of staff costs the practice, social costs included")
  }

  static let grammar = Grammar<[Named<StaffSetting>]>.names(
    of: .record(
      "contacts taken by staff",
      keys: [
        Keys.profession.required, Keys.types.required, Keys.share.required, Keys.claims.required,
        Keys.factor.optional, Keys.minutes.required, Keys.doctorMinutes.required,
        Keys.hourCost.required, Keys.from.optional,
      ] + PracticeScope.keys + FeeNames.keysOfStaff
    ) { record, log in
      let (claims, factor) = (record[Keys.claims], record[maybe: Keys.factor])
      guard (claims == .delegated) == (factor != nil) else {
        log.add(
          claims == .delegated
            ? "nothing says what part of the doctor's fee is paid for delegated work"
            : "'factor' is for delegated work, and these fees are paid in full",
          at: record.position,
          help: claims == .delegated ? "add 'factor'" : "remove 'factor', or claim as delegated")
        return nil
      }
      let fees = FeeNames(record)
      return StaffSetting(
        name: "", profession: record[Keys.profession], contactTypes: record[Keys.types],
        share: record[Keys.share], practices: PracticeScope(record),
        forms: PracticeScope.forms(record), claims: claims,
        factor: factor, fees: fees.scope, names: fees, minutes: record[Keys.minutes],
        doctorMinutes: record[Keys.doctorMinutes], hourCost: record[Keys.hourCost],
        from: record[maybe: Keys.from],
        position: record.position)
    })

  static func named(_ read: [Named<StaffSetting>]) -> [StaffSetting] {
    read.map { named in
      var setting = named.value
      setting.name = named.name.value
      return setting
    }
  }
}

extension [StaffSetting] {
  /// Whether every name is known, and every contact type has at most all its contacts taken; what is
  /// wrong goes into the log.
  func fit(_ vocabulary: FeeVocabulary, _ log: inout FaultLog) -> Bool {
    let areKnown = reduce(true) { areKnown, setting in
      let areTypesKnown = vocabulary.hasTypes(setting.contactTypes, &log)
      return setting.names.fit(vocabulary, &log) && areTypesKnown && areKnown
    }
    guard areKnown else { return false }
    for type in vocabulary.types {
      let own = filter { $0.contactTypes.contains { $0.value == type } }
      let sum = own.reduce(Ratio.zero) { $0 + $1.share.central }
      guard sum <= .one else {
        log.add(
          "staff takes \(sum) of the contacts of '\(type)'", at: own[0].position,
          help: "let the shares of \(own.map(\.name).joined(separator: ", ")) sum to 1 at most")
        return false
      }
    }
    return true
  }
}
