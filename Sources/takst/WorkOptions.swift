import ArgumentParser
import Foundation
import Synchronization
import Work

/// Options of every command that may work long.
struct WorkOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Cores to use; all unless said.", valueName: "n"))
  var workers: Int?

  func validate() throws {
    if let workers, !(1...4_096).contains(workers) {
      throw ValidationError("'--workers \(workers)' must lie in 1...4096.")
    }
  }

  /// Workers that tell a terminal how far they are, and stop at Ctrl-C and other signals.
  ///
  /// - Parameter isQuiet: Whether nothing is told.
  /// - Returns: Workers for any piece of work.
  func make(isQuiet: Bool) -> Workers {
    Ending.stopWork()
    guard !isQuiet, isatty(STDERR_FILENO) == 1 else { return Workers(workers, stop: Ending.sign) }
    let line = ProgressLine()
    return Workers(workers, stop: Ending.sign) { line.show($0, of: $1) }
  }
}

/// One line on the terminal that says how far the work is and how long it will take.
final class ProgressLine: Sendable {
  private let start = ContinuousClock.now
  private let shown = Mutex(Shown())

  private struct Shown {
    var percent = -1
    var isVisible = false
  }

  func show(_ done: Int, of all: Int) {
    let passed = start.duration(to: .now) / .seconds(1)
    let percent = done * 100 / max(all, 1)
    shown.withLock { shown in
      // Work that is nearly over needs no line, and a slow terminal none per piece.
      guard shown.isVisible || passed > 0.5, percent > shown.percent || done == all else { return }
      shown.percent = percent
      shown.isVisible = done < all
      let left = passed * Double(all - done) / Double(max(done, 1))
      let text = done < all ? "\(percent) %, \(Self.words(left)) left" : ""
      try? FileHandle.standardError.write(contentsOf: Data("\r\u{1b}[K\(text)".utf8))
    }
  }

  static func words(_ seconds: Double) -> String {
    seconds < 90 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded(.up))) min"
  }
}
