import Foundation
import Synchronization

/// How many places are worked at at a time, who is told how far they are, and whether to go on.
public struct Workers: Sendable {
  /// One or more.
  public var count: Int
  /// Told after each place how many are done, of how many. Called from any thread, in any order.
  public var progress: (@Sendable (_ done: Int, _ of: Int) -> Void)?
  private var stop: StopSign?

  /// - Parameters:
  ///   - count: How many at a time; every core unless said.
  ///   - stop: Where somebody may ask for an end.
  ///   - progress: Who is told how far they are.
  public init(
    _ count: Int? = nil, stop: StopSign? = nil,
    progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
  ) {
    self.count = max(1, count ?? ProcessInfo.processInfo.activeProcessorCount)
    (self.stop, self.progress) = (stop, progress)
  }

  var isStopped: Bool { stop?.isSet ?? false }
}

/// Asks work to end: places that have not begun are left undone.
public final class StopSign: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public func set() { flag.store(true, ordering: .relaxed) }

  public var isSet: Bool { flag.load(ordering: .relaxed) }
}

/// The work was asked to end before it was done.
public struct Interrupted: Error, Hashable, Sendable {
  public init() {}
}
