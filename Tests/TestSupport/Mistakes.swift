import Foundation

/// Bad files of a folder, each with the whole of what its author is told in a text beside it.
public struct Mistakes: Sendable {
  /// The folder's path.
  public let folder: String

  /// - Parameter folder: From the root of the repository.
  public init(in folder: String) { self.folder = Repository.path(folder) }

  /// The names of the files, without the ending.
  public func names(endingIn end: String = ".yaml") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(end) }.map { String($0.dropLast(end.count)) }.sorted()
  }

  /// What the author of a file is told, with paths from the folder or from the root; nothing when the
  /// file is sound.
  ///
  /// - Parameters:
  ///   - name: One of the names.
  ///   - end: The files' ending.
  ///   - read: Reads the file at a path, and throws what is wrong with it.
  /// - Returns: The message.
  public func told(
    _ name: String, endingIn end: String = ".yaml", by read: (String) throws -> Void
  ) -> String {
    do {
      try read("\(folder)/\(name)\(end)")
      return ""
    } catch {
      return "\(error)".replacing("\(folder)/", with: "")
        .replacing("\(Repository.root.path)/", with: "") + "\n"
    }
  }

  /// What should be told; `nil` where no text stands beside the file.
  public func expected(_ name: String) -> String? {
    try? String(contentsOfFile: "\(folder)/\(name).expected.txt", encoding: .utf8)
  }

  /// Messages that belong to no file, and files that no message belongs to.
  ///
  /// - Parameter end: The files' ending.
  /// - Throws: What listing the folder throws.
  /// - Returns: Their names, without the ending.
  public func orphans(endingIn end: String = ".yaml") throws -> Set<String> {
    try Set(names(endingIn: end)).symmetricDifference(names(endingIn: ".expected.txt"))
  }
}

/// How many faults a message tells; their helps are not counted.
public func faultCount(in message: String) -> Int {
  message.split(separator: "\n").count { !$0.hasPrefix("  ") }
}
