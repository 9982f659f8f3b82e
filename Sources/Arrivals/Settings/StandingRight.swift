public import Diagnostics
import Practices
import RateBooks
import Rules
import Scenarios
public import Units

/// A right to a list that persons have without what the scenario adds to the law: they stand on
/// lists already, or may, so that nothing of them is new.
public struct StandingRight: Hashable, Sendable {
  /// By its name in the rate book.
  public var name: String
  /// The day from which it is in force as it stands.
  public var since: CalendarDate
  /// Where that is written, in words.
  public var source: String
  /// The line in the rate book.
  public var position: SourcePosition
}

extension RateBook {
  /// The right that a group has by this law on a day: the one it relies on, or one that is anyone's.
  ///
  /// - Parameters:
  ///   - arrival: The group.
  ///   - day: The day.
  /// - Returns: The right; `nil` where the law gives the group none.
  func standingRight(of arrival: Arrival, on day: CalendarDate) -> StandingRight? {
    let named = listRights[arrival.right.value].map { [$0] } ?? []
    for rule in named + listRights.rules {
      guard let (right, period) = rule.series.inForce(on: day),
        right.isAnyones || rule.name == arrival.right.value,
        right.isHeld(fulfilling: arrival.fulfils)
      else { continue }
      return StandingRight(
        name: rule.name, since: period.from, source: period.reference.description,
        position: period.position)
    }
    return nil
  }
}
