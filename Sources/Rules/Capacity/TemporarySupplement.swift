/// Where a region may pay doctors a supplement for a time (*midlertidigt tillæg*).
///
/// - Source: FAQ on the national distribution model, no. 9.
public enum TemporarySupplement {
  /// Where it may be paid, by where the money comes from.
  public enum Where: String, CaseIterable, Sendable {
    /// In health councils that may deploy new capacities: the supplement of the act.
    case newCapacities = "new-capacities"
    /// Wherever the region finds too few doctors: the funds of the spring agreement (*forårsaftale*).
    case everywhere
  }

  /// Whether it may be paid in a health council's area.
  ///
  /// - Parameters:
  ///   - place: The condition that goes with the money.
  ///   - hasRoom: Whether the council may deploy new capacities.
  /// - Returns: `true` everywhere for money that may be used everywhere.
  public static func isAllowed(where place: Where, hasRoomForNew hasRoom: Bool) -> Bool {
    place == .everywhere || hasRoom
  }
}
