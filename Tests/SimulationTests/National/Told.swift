import Synchronization

/// Remembers what work told while it went on, from any thread.
final class Told: Sendable {
  private let state = Mutex((count: 0, last: 0))

  func add(_ done: Int, _ all: Int) {
    state.withLock { state in
      state.count += 1
      state.last = max(state.last, done)
    }
  }

  var count: Int { state.withLock { $0.count } }
  var last: Int { state.withLock { $0.last } }
}
