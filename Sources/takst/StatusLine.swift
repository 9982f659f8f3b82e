import Foundation

/// One line on the terminal that is written over.
struct StatusLine {
  private let isShown: Bool

  init(isQuiet: Bool) { isShown = !isQuiet && isatty(STDERR_FILENO) == 1 }

  func show(_ text: String) {
    guard isShown else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1b}[K\(text)".utf8))
  }

  func clear() { show("") }
}
