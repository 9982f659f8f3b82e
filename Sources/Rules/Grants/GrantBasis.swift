/// Which per-capita grants another grant is reckoned from.
///
/// A start-up grant is so many persons at their rates; an equalisation grant is so many persons short
/// of a reference list at their rate of the first place. Which grants those are is law: a new grant
/// per person enlarges neither unless the law says that it does.
public enum GrantBasis: Hashable, Sendable {
  /// The per-capita grant in force. Law that has several at a time must name them.
  case theOneInForce
  /// The grants of these names, as far as they are in force.
  case named([String])

  /// Whether a per-capita grant in force is among them.
  ///
  /// - Parameter grant: The name of the grant in the law.
  /// - Returns: Whether it is.
  public func includes(_ grant: String) -> Bool {
    switch self {
    case .theOneInForce: true
    case .named(let names): names.contains(grant)
    }
  }
}
