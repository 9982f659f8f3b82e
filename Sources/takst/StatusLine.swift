import Diagnostics
import Foundation

/// One line on the terminal that is written over.
struct StatusLine {
  private let isShown: Bool

  init(isQuiet: Bool) { isShown = !isQuiet && isatty(STDERR_FILENO) == 1 }

  func show(_ text: String) {
    guard isShown else { return }
    let line = "\r\u{1b}[K" + text.withSymbols()
    try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
  }

  func clear() { show("") }
}
