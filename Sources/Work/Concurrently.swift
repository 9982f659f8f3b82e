import Dispatch
import Synchronization

/// Does `body` once for every place, on several cores, and returns the outcomes in order.
///
/// Neither the outcomes nor their order depend on the number of workers.
///
/// - Parameters:
///   - count: The number of places.
///   - workers: How many at a time, and who is told how far they are.
///   - body: A piece of work that is worth a task. Called from any thread.
/// - Returns: One outcome per place.
/// - Throws: What the first failing place threw, whichever finished first; ``Interrupted`` when the
///   workers were told to stop.
public func concurrently<Outcome: Sendable>(
  _ count: Int, workers: Workers = Workers(), _ body: @Sendable (Int) throws -> Outcome
) throws -> [Outcome] {
  let next = Atomic(0)
  let done = Atomic(0)
  let outcomes = [Result<Outcome, any Error>](unsafeUninitializedCapacity: count) { slots, filled in
    // Safe to share: place i writes slot i and nothing else, and nobody reads before the last one.
    nonisolated(unsafe) let first = slots.baseAddress
    DispatchQueue.concurrentPerform(iterations: min(workers.count, max(count, 1))) { _ in
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < count, let first else { return }
        let outcome: Result<Outcome, any Error> =
          workers.isStopped ? .failure(Interrupted()) : Result { try body(place) }
        (first + place).initialize(to: outcome)
        workers.progress?(done.add(1, ordering: .relaxed).newValue, count)
      }
    }
    filled = count
  }
  return try outcomes.map { try $0.get() }
}
