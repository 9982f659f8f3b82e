public import Diagnostics
import Documents
public import Rules

/// Which fees something is about, in the names its author wrote, each with its place.
public struct FeeNames: Sendable {
  /// Only these; any when empty.
  public var codes: [Located<String>]
  /// Not these.
  public var exceptCodes: [Located<String>]
  /// Only in contacts of these types; any when empty.
  public var contactTypes: [Located<String>]
  /// Only fees that specialists alone may claim, or all but those; `nil` for both.
  public var specialistFees: Bool?

  /// The same as a rule.
  public var scope: FeeScope {
    FeeScope(
      codes: Set(codes.map(\.value)), exceptCodes: Set(exceptCodes.map(\.value)),
      contactTypes: Set(contactTypes.map(\.value)), specialistFees: specialistFees)
  }
}

extension FeeNames {
  private enum Keys {
    static let names = Grammar<[Located<String>]>.list(of: Grammar<String>.text.located)
    static let codes = Key(
      "fees", names, "only these fees, or supplements as physical/specialist; all unless said")
    static let except = Key("except-fees", names, "but not these")
    static let types = Key("contact-types", names, "only in contacts of these types")
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
      codes: record[maybe: Keys.codes] ?? [], exceptCodes: record[maybe: Keys.except] ?? [],
      contactTypes: record[maybe: Keys.types] ?? [],
      specialistFees: record[maybe: Keys.specialist])
  }

  /// Whether every name is one of the year's; what is not goes into the log.
  func fit(_ vocabulary: FeeVocabulary, _ log: inout FaultLog) -> Bool {
    let areTypesKnown = vocabulary.hasTypes(contactTypes, &log)
    let areFeesKnown = vocabulary.hasFees(codes + exceptCodes, &log)
    return areTypesKnown && areFeesKnown
  }
}
