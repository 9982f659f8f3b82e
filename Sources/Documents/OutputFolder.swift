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

  /// Writes a file whole or not at all.
  ///
  /// - Throws: ``Refusal`` when the disk is full, the folder is not writable, or the file is one this
  ///   process has read as an input. What stood there before is then untouched.
  public func write(_ text: String, to name: String) throws(Refusal) {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file that is no text, as ``write(_:to:)-(String,_)`` writes one that is.
  ///
  /// - Throws: ``Refusal`` as there.
  public func write(_ bytes: [UInt8], to name: String) throws(Refusal) {
    try write([(name: name, bytes: bytes)])
  }

  /// Writes files that belong together: all of them, or none.
  ///
  /// - Parameter files: Names and texts.
  /// - Throws: ``Refusal`` as for one.
  public func write(_ files: [(name: String, text: String)]) throws(Refusal) {
    try write(files.map { (name: $0.name, bytes: Array($0.text.utf8)) })
  }

  /// Writes files that belong together: all of them, or none.
  ///
  /// - Parameter files: Names and contents.
  /// - Throws: ``Refusal`` as for one.
  public func write(_ files: [(name: String, bytes: [UInt8])]) throws(Refusal) {
    var written: [ResultFile] = []
    for file in files {
      let result = try ResultFile(self.place(of: file.name))
      try result.write(file.bytes)
      written.append(result)
    }
    try ResultFile.finish(written)
  }

  /// Writes files that somebody may have changed since: none, where one is there with other contents.
  ///
  /// - Parameter files: Names and texts.
  /// - Throws: ``Refusal`` naming the first such file, and as ``write(_:)-([(String,String)])``.
  public func writeSparingly(_ files: [(name: String, text: String)]) throws(Refusal) {
    for file in files {
      let place = place(of: file.name)
      guard FileManager.default.fileExists(atPath: place) else { continue }
      guard FileManager.default.contents(atPath: place) == Data(file.text.utf8) else {
        throw Refusal(
          "'\(place)' is there already and says something else",
          help: "choose another folder, or take it away; nothing was written")
      }
    }
    try write(files)
  }

  /// Whether a file may be written, before there is one.
  ///
  /// - Throws: ``Refusal`` when this process has read it as an input.
  public func check(_ name: String) throws(Refusal) { try ResultFile.checkFree(place(of: name)) }

  private func place(of name: String) -> String {
    URL(fileURLWithPath: path).appendingPathComponent(name).path
  }
}
