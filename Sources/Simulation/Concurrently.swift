import Dispatch

/// Does `body` once for every place, on all cores, and returns the outcomes in order.
///
/// Neither the outcomes nor their order depend on the number of cores.
///
/// - Parameters:
///   - count: The number of places.
///   - body: One whole run, so it is worth a task. Called from any thread.
/// - Returns: One outcome per place.
/// - Throws: What the first failing place threw, whichever finished first.
public func concurrently<Outcome: Sendable>(
  _ count: Int, _ body: @Sendable (Int) throws -> Outcome
) throws -> [Outcome] {
  let outcomes = [Result<Outcome, any Error>](unsafeUninitializedCapacity: count) { slots, filled in
    // Safe to share: place i writes slot i and nothing else, and nobody reads before the last one.
    nonisolated(unsafe) let first = slots.baseAddress
    DispatchQueue.concurrentPerform(iterations: count) { i in
      guard let first else { return }
      (first + i).initialize(to: Result { try body(i) })
    }
    filled = count
  }
  return try outcomes.map { try $0.get() }
}
