public import Rules

extension AccountLine {
  /// The line of a grant per person.
  ///
  /// - Parameters:
  ///   - account: What the law says it is booked on.
  ///   - name: Its name in the law. A grant called as a line of the accounts is booked on it.
  public init(_ account: GrantAccount?, orNamed name: String) {
    switch account ?? GrantAccount(rawValue: name) {
    case .baseGrant: self = .baseGrant
    case nil: self = .perCapitaGrant
    }
  }

  /// The name by which a grant is told from others on this line.
  ///
  /// - Parameter name: The grant's name in the law.
  /// - Returns: `nil` for the grants the line is named after, and for those the law books together.
  public func tells(_ name: String) -> String? {
    self == .baseGrant || rawValue == name ? nil : name
  }
}
