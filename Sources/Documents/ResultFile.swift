public import Diagnostics
import Foundation

/// A file that is written piece by piece beside its place and then moved there, so that nobody ever
/// sees half of it.
public final class ResultFile {
  private let place: String
  private let help: String
  private var part: String { place + ".part" }
  private let handle: FileHandle
  private var waiting: [UInt8] = []
  private var isDone = false

  /// Pieces are handed to the disk when they are about so many bytes.
  private static let buffer = 1 << 18

  /// - Parameters:
  ///   - place: Where the file is in the end.
  ///   - help: What to do when it cannot be written.
  /// - Throws: ``Refusal`` when nothing can be written there, or this process has read it as an input.
  public init(
    _ place: String, help: String = "check the permissions and the free space"
  ) throws(Refusal) {
    (self.place, self.help) = (place, help)
    try Self.checkFree(place, help: help)
    // What another process left, whatever it is.
    unlink(place + ".part")
    let file = open(place + ".part", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Self.refusal(place, help) }
    handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  deinit {
    if !isDone { unlink(part) }
  }

  /// Whether a file may be written at a place.
  ///
  /// - Parameters:
  ///   - place: Its path.
  ///   - help: What to do when a folder or a device is there.
  /// - Throws: ``Refusal`` when this process has read it as an input, or it is no ordinary file.
  public static func checkFree(
    _ place: String, help: String = "check the permissions and the free space"
  ) throws(Refusal) {
    guard !ReadFiles.contains(place) else {
      throw Refusal(
        "'\(place)' would be written over, and this is computed from it",
        help: "choose another place for '--out'")
    }
    var found = stat()
    guard stat(place, &found) != 0 || found.st_mode & S_IFMT == S_IFREG else {
      throw refusal(place, help)
    }
  }

  /// - Throws: ``Refusal`` when the disk is full.
  public func write(_ text: String) throws(Refusal) { try write(Array(text.utf8)) }

  /// - Throws: ``Refusal`` when the disk is full.
  public func write(_ bytes: [UInt8]) throws(Refusal) {
    waiting += bytes
    if waiting.count >= Self.buffer { try hand() }
  }

  /// Moves the whole file to its place.
  ///
  /// - Throws: ``Refusal`` when the disk is full.
  public func finish() throws(Refusal) { try Self.finish([self]) }

  /// Moves files to their places once all of them are whole, so that they are there together or not.
  ///
  /// - Throws: ``Refusal`` when the disk is full; none is then moved.
  public static func finish(_ files: [ResultFile]) throws(Refusal) {
    for file in files { try file.end() }
    for file in files {
      guard rename(file.part, file.place) == 0 else { throw refusal(file.place, file.help) }
      ReadFiles.wrote(file.place)
      file.isDone = true
    }
  }

  private func end() throws(Refusal) {
    try hand()
    do {
      try handle.synchronize()
      try handle.close()
    } catch { throw Self.refusal(place, help) }
  }

  private func hand() throws(Refusal) {
    do {
      try handle.write(contentsOf: Data(waiting))
    } catch { throw Self.refusal(place, help) }
    waiting = []
  }

  private static func refusal(_ place: String, _ help: String) -> Refusal {
    Refusal("'\(place)' cannot be written", help: help)
  }
}
