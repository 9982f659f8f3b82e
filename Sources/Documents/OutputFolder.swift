public import Diagnostics
import Foundation

/// A folder that result files are written into, each whole or not at all.
public struct OutputFolder: Sendable {
  public let path: String

  /// Makes the folder when it is not there.
  ///
  /// - Throws: ``Refusal`` when it cannot be made.
  public init(_ path: String) throws(Refusal) {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: nil)
    } catch {
      throw Refusal(
        "the folder '\(path)' cannot be made", help: "check the path and its permissions")
    }
  }

  /// Writes a file beside its place and then moves it there, so that nobody ever sees half of it.
  ///
  /// - Throws: ``Refusal`` when the disk is full or the folder is not writable. What stood there
  ///   before is then untouched.
  public func write(_ text: String, to name: String) throws(Refusal) {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file that is no text, as ``write(_:to:)-(String,_)`` writes one that is.
  ///
  /// - Throws: ``Refusal`` as there.
  public func write(_ bytes: [UInt8], to name: String) throws(Refusal) {
    let place = URL(fileURLWithPath: path).appendingPathComponent(name)
    do {
      try Data(bytes).write(to: place, options: .atomic)
    } catch {
      throw Refusal(
        "'\(place.path)' cannot be written", help: "check the permissions and the free space")
    }
  }
}
