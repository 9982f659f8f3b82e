import Foundation
import Synchronization

/// One line on the terminal that says how far a sweep is, how fast it goes and how long it will take.
final class SweepLine: Sendable {
  private let line: StatusLine
  private let shown = Mutex(Shown())

  private struct Shown {
    /// The points that were done before this process began, and when it did the first of its own.
    var first: (done: Int, at: ContinuousClock.Instant)?
    var last = ContinuousClock.now
  }

  init(isQuiet: Bool) { line = StatusLine(isQuiet: isQuiet) }

  func show(_ done: Int, of all: Int) {
    shown.withLock { shown in
      let now = ContinuousClock.now
      guard let first = shown.first else {
        shown.first = (done, now)
        return line.show("\(done) of \(all) points")
      }
      // A slow terminal is not told every point.
      guard shown.last.duration(to: now) > .milliseconds(200) else { return }
      shown.last = now
      let rate = Double(done - first.done) / max(first.at.duration(to: now) / .seconds(1), 1e-3)
      guard rate > 0 else { return }
      let left = Double(all - done) / rate
      line.show(
        "\(done) of \(all) points, \(Self.words(rate)), \(ProgressLine.words(left)) left")
    }
  }

  func clear() { line.clear() }

  private static func words(_ rate: Double) -> String {
    rate >= 10
      ? "\(Int(rate)) a second"
      : rate >= 1
        ? String(format: "%.1f a second", rate) : String(format: "%.1f a minute", rate * 60)
  }
}
