import Foundation
import Synchronization
import Work

/// How the program is asked to end before it is done: Ctrl-C, `kill`, a batch system's time limit, a pipe
/// nobody reads.
enum Ending {
  /// Set by the first signal, and looked at between two pieces of work.
  static let sign = StopSign()
  fileprivate static let caught = Atomic(SIGINT)

  /// The signal that asked for it.
  static var signal: Int32 { caught.load(ordering: .relaxed) }

  /// The exit code shells give to a program that a signal has ended.
  static func code(of signal: Int32) -> Int32 { 128 + signal }

  /// Lets work end in order at a signal: what is finished is kept.
  static func stopWork() {
    // Made before a signal can ask for it: a handler must not make anything.
    _ = (sign, signal)
    for number in [SIGINT, SIGTERM, SIGPIPE] { Foundation.signal(number, atSignal) }
  }

  /// Lets writing into a pipe nobody reads fail like any other, instead of ending the program.
  static func ignoreBrokenPipes() { Foundation.signal(SIGPIPE, SIG_IGN) }

  /// Sees to it that no file that is opened gets the place of an output that is closed.
  static func keepOutputs() {
    for file in STDIN_FILENO...STDERR_FILENO where fcntl(file, F_GETFD) < 0 {
      // For reading alone, so that writing there still fails.
      _ = open("/dev/null", O_RDONLY)
    }
  }
}

/// What a signal runs: nothing that waits, makes or frees.
private func atSignal(_ number: Int32) {
  // A second one ends the program at once, whatever it is doing; writing into a pipe nobody reads may be
  // tried again.
  if number != SIGPIPE { signal(number, SIG_DFL) }
  guard !Ending.sign.isSet else { return }
  Ending.caught.store(number, ordering: .relaxed)
  Ending.sign.set()
}
