import Foundation
import Synchronization

/// Every file this process has read as an input, whoever named it: a scenario, its bases, its tables and
/// rate book, points of a sweep. None of them is written over.
enum ReadFiles {
  private static let paths = Mutex<Set<String>>([])

  static func add(_ path: String) {
    let names = [entry(path), target(path)]
    paths.withLock { $0.formUnion(names) }
  }

  /// Whether a file at a path would take the place of one that was read.
  static func contains(_ path: String) -> Bool {
    // A link is replaced by what is written, and what it leads to stays.
    let name = entry(path)
    return paths.withLock { $0.contains(name) }
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
