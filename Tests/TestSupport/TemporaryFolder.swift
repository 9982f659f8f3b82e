public import Foundation

/// A folder for files a test makes, gone when the test is done.
public final class TemporaryFolder {
  public let path: String

  public init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("takst-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  public func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  /// Writes a file of any bytes and returns its path.
  public func file(_ name: String, _ bytes: Data) throws -> String {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try bytes.write(to: file)
    return file.path
  }
}
