import Diagnostics
import Documents
import Rules

/// The keys that say which practices something is about. They stand beside the other keys of what they
/// limit.
extension PracticeScope {
  private enum Keys {
    static let forms = Key(
      "forms", Grammar<[Located<PracticeForm>]>.list(of: Grammar<PracticeForm>.choice.located),
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
      forms: Set(Self.forms(record).map(\.value)), specialists: record[maybe: Keys.specialists],
      requiresOwnership: record[maybe: Keys.ownership] ?? false)
  }

  /// The forms that are named, each with its place.
  static func forms(_ record: Record) -> [Located<PracticeForm>] { record[maybe: Keys.forms] ?? [] }
}
