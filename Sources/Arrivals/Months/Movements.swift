import Practices
import Scenarios

/// What happened to arrivals in one municipality in one month, in persons.
public struct Movements: Hashable, Sendable {
  /// Came on a list.
  public internal(set) var enrolled = 0
  /// Were taken off a list after leaving.
  public internal(set) var deregistered = 0
  /// Changed list.
  public internal(set) var changed = 0
  /// Wanted to change list but had used the year's changes.
  public internal(set) var refusedChanges = 0
  /// Wait for a free place at the end of the moves.
  public internal(set) var waiting = 0
  /// Live here and stand on a list.
  public internal(set) var present = 0
  /// Have left and are still paid for.
  public internal(set) var departed = 0

  static func += (a: inout Self, b: Self) {
    a.enrolled += b.enrolled
    a.deregistered += b.deregistered
    a.changed += b.changed
    a.refusedChanges += b.refusedChanges
    a.waiting += b.waiting
    a.present += b.present
    a.departed += b.departed
  }
}
