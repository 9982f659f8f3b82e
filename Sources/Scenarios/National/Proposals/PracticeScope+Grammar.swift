import Documents
import Rules

/// The keys that say which practices, or which fees, something is about. They stand beside the other
/// keys of what they limit.
extension PracticeScope {
  private enum Keys {
    static let forms = Key(
      "forms", Grammar<[PracticeForm]>.list(of: .choice),
      "only these forms of practice; all unless said")
    static let specialists = Key(
      "specialists", Grammar<Bool>.flag, "only specialists (true), or only others (false)")
    static let ownership = Key(
      "requires-ownership", Grammar<Bool>.flag,
      "only practices whose owners meet the ownership rule")
  }

  static let keys = [Keys.forms.optional, Keys.specialists.optional, Keys.ownership.optional]

  init(_ record: Record) {
    self.init(
      forms: Set(record[maybe: Keys.forms] ?? []), specialists: record[maybe: Keys.specialists],
      requiresOwnership: record[maybe: Keys.ownership] ?? false)
  }
}

extension FeeScope {
  private enum Keys {
    static let codes = Key(
      "fees", Grammar<[String]>.list(of: .text),
      "only these fees, or supplements as physical/specialist; all unless said")
    static let except = Key("except-fees", Grammar<[String]>.list(of: .text), "but not these")
    static let types = Key(
      "contact-types", Grammar<[String]>.list(of: .text), "only in contacts of these types")
    static let specialist = Key(
      "specialist-fees", Grammar<Bool>.flag,
      "only fees for specialists alone (true), or all but those (false)")
  }

  static let keys = [
    Keys.codes.optional, Keys.except.optional, Keys.types.optional, Keys.specialist.optional,
  ]

  /// What staff may claim: the types are said elsewhere.
  static let keysOfStaff = [
    Keys.codes.optional, Keys.except.optional, Keys.specialist.optional,
  ]

  init(_ record: Record) {
    self.init(
      codes: Set(record[maybe: Keys.codes] ?? []),
      exceptCodes: Set(record[maybe: Keys.except] ?? []),
      contactTypes: Set(record[maybe: Keys.types] ?? []),
      specialistFees: record[maybe: Keys.specialist])
  }
}
