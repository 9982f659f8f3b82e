/// A line of the official accounts that grants per person may be booked on together, whatever their
/// names: a grant that takes over from another keeps its line.
public enum GrantAccount: String, CaseIterable, Sendable {
  case baseGrant = "base-grant"
}
