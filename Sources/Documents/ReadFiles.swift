import Foundation
import Synchronization

/// Every file this process has read as an input, whoever named it: a scenario, its bases, its tables and
/// rate book, points of a sweep. None of them is written over. What the process has written itself is no
/// input, though it be read back.
enum ReadFiles {
  private static let known = Mutex(Known())

  private struct Known {
    var read: Set<String> = []
    var written: Set<String> = []
  }

  static func add(_ path: String) {
    let names = [entry(path), target(path)]
    known.withLock { $0.read.formUnion(names) }
  }

  static func wrote(_ path: String) {
    let name = entry(path)
    _ = known.withLock { $0.written.insert(name) }
  }

  /// Whether a file at a path would take the place of one that was read.
  static func contains(_ path: String) -> Bool {
    // A link is replaced by what is written, and what it leads to stays.
    let name = entry(path)
    return known.withLock { $0.read.contains(name) && !$0.written.contains(name) }
  }

  /// The path without links in its folders.
  private static func entry(_ path: String) -> String {
    let url = URL(fileURLWithPath: path)
    return target(url.deletingLastPathComponent().path) + "/" + url.lastPathComponent
  }

  /// The path without any links.
  private static func target(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
