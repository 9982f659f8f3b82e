/// Where a region may pay doctors a supplement for a time (*midlertidigt tillæg*).
///
/// - Source: FAQ on the national distribution model, no. 9.
public enum TemporarySupplement {
  /// Whether it may be paid in a health council's area.
  ///
  /// - Parameters:
  ///   - rule: The condition that goes with the money: ``CapacityRule/whereNewCapacities`` for the
  ///     supplement of the act, ``CapacityRule/everywhere`` for the funds of the spring agreement.
  ///   - hasRoom: Whether the council may deploy new capacities.
  /// - Returns: `true` everywhere for money that may be used everywhere; `false` for a rule that is
  ///   about something else.
  public static func isAllowed(by rule: CapacityRule, hasRoomForNew hasRoom: Bool) -> Bool {
    switch rule {
    case .everywhere: true
    case .whereNewCapacities: hasRoom
    default: false
    }
  }
}
