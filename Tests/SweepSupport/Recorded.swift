import Foundation
public import Sweeps
import Work

/// A finished point as something to compare.
public struct Recorded: Hashable, Sendable, Comparable {
  public var number: Int
  public var replicate: Int
  public var seed: UInt64
  public var values: [FactorValue]
  public var rows: [FinishedPoint.Row]

  public init(_ point: FinishedPoint) {
    (number, replicate, seed) = (point.number, point.replicate, point.seed)
    (values, rows) = (point.values, point.rows)
  }

  public static func < (a: Recorded, b: Recorded) -> Bool {
    (a.replicate, a.number) < (b.replicate, b.number)
  }
}

/// Points that several threads hand in.
///
/// Safe to share: the lock is held whenever the points are touched.
public final class Recorder: @unchecked Sendable {
  private let lock = NSLock()
  private var points: [Recorded] = []
  private let most: Int

  /// What ends the work of a recorder that is full.
  public struct Full: Error {}

  /// - Parameter most: How many points it takes.
  public init(most: Int = .max) { self.most = most }

  public func add(_ point: FinishedPoint) throws {
    try lock.withLock {
      guard points.count < most else { throw Full() }
      points.append(Recorded(point))
    }
  }

  /// In the order of the design, replicate by replicate.
  public var recorded: [Recorded] { lock.withLock { points.sorted() } }

  public var count: Int { lock.withLock { points.count } }
}

extension Sweep {
  /// Runs the sweep, or a part of it, and returns its points in the order of the design.
  public func recorded(
    shard: Shard = .whole, workers: Int = 2, besides done: [Recorded] = []
  ) throws -> [Recorded] {
    let recorder = Recorder()
    try SweepExecution(self, shard: shard, workers: Workers(workers)).run(
      skipping: { replicate, points in
        Set(done.filter { $0.replicate == replicate && points.contains($0.number) }.map(\.number))
      }, finished: recorder.add)
    return recorder.recorded
  }
}
