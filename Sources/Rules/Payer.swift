/// Who pays a grant.
public enum Payer: String, CaseIterable, Sendable {
  case municipality, state
  /// A Danish region.
  case region
}
