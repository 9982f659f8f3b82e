import Scenarios
import Synchronization
public import Work

/// Runs the points of a sweep on every core.
///
/// A point's rows depend on the sweep, its number and its replicate alone, so they are the same for any
/// number of workers, any shard and after any interruption. Points are worked at in the order of the
/// design, replicate by replicate; they finish in any order.
public struct SweepExecution: Sendable {
  public let sweep: Sweep
  public let shard: Shard
  private let workers: Workers

  /// Points that are made at a time: enough that cores rarely wait for the last one, and few enough that
  /// memory does not grow with the design.
  private static let batch = 1_024

  public init(_ sweep: Sweep, shard: Shard = .whole, workers: Workers = Workers()) {
    (self.sweep, self.shard) = (sweep, shard)
    // What a sweep tells is points, not blocks of a year.
    var quiet = workers
    quiet.progress = nil
    self.workers = quiet
  }

  /// Points in the design, those of other shards included.
  public static func points(of sweep: Sweep) throws -> Int { try DesignPoints(of: sweep).count }

  /// Runs what is not done yet.
  ///
  /// - Parameters:
  ///   - done: Told a replicate and a range of points; returns those that need not be run.
  ///   - progress: Told how many points are done, of how many, repetitions counted.
  ///   - finished: Told each finished point, from any thread and in any order.
  /// - Throws: What `finished` throws, which ends the work; `Interrupted` when told to stop; `Faults` and
  ///   `Refusal` when nothing can be run at all.
  public func run(
    skipping done: (_ replicate: Int, _ points: Range<Int>) throws -> Set<Int>,
    progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    finished: @escaping @Sendable (FinishedPoint) throws -> Void
  ) throws {
    let total = shard.count(of: try DesignPoints(of: sweep).count) * sweep.replicates
    let counter = Atomic(0)
    let failure = Mutex<(any Error)?>(nil)
    for replicate in 0..<sweep.replicates {
      let points = try DesignPoints(of: sweep)
      let seed = sweep.seed + UInt64(replicate)
      var prepared: (@Sendable ([FactorValue], Workers) throws -> [FinishedPoint.Row])?
      for first in stride(from: 0, to: points.count, by: Self.batch) {
        let range = first..<min(first + Self.batch, points.count)
        let own = range.filter(shard.contains)
        let skipped = try done(replicate, range)
        let left = own.filter { !skipped.contains($0) }.map {
          (number: $0, values: points.point($0))
        }
        progress(counter.add(own.count - left.count, ordering: .relaxed).newValue, total)
        guard !left.isEmpty else { continue }
        let rows = try prepared ?? prepare(seed: seed)
        prepared = rows
        // Points share the cores; where there are fewer points than cores, a point takes several.
        let inner = workers.sharing(left.count)
        do {
          _ = try concurrently(left.count, workers: workers) { place in
            guard failure.withLock({ $0 == nil }) else { throw Interrupted() }
            let (number, values) = left[place]
            let point = FinishedPoint(
              number: number, replicate: replicate, seed: seed, values: values,
              rows: try rows(values, inner))
            do {
              try finished(point)
            } catch {
              failure.withLock { $0 = $0 ?? error }
              throw error
            }
            progress(counter.add(1, ordering: .relaxed).newValue, total)
          }
        } catch {
          // A point before the one that failed may have been left undone because of it.
          throw failure.withLock { $0 } ?? error
        }
      }
    }
  }

  /// What runs the policies of one replicate.
  private func prepare(
    seed: UInt64
  ) throws -> @Sendable ([FactorValue], Workers) throws -> [FinishedPoint.Row] {
    guard sweep.question == NationalScenario.self else {
      let arrivals = try PreparedArrivals(sweep, seed: seed)
      return { values, _ in try arrivals.rows(at: values) }
    }
    let nation = try PreparedNation(sweep, seed: seed, workers: workers)
    return { try nation.rows(at: $0, workers: $1) }
  }
}

extension Workers {
  /// The workers of one of so many pieces of work that are done at a time.
  fileprivate func sharing(_ pieces: Int) -> Workers {
    var part = self
    part.count = max(1, count / pieces)
    return part
  }
}
