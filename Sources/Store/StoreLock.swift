import Diagnostics
import Foundation

/// A store held by one process: by one that writes it, or by any number that put it together with
/// others.
///
/// Whoever only reads does not ask. SQLite's own locks are held for as long as one write takes, so that
/// a store can be read while a sweep runs; this one is held from beginning to end, on a byte far
/// behind any the store has. It goes when the process does, however it ends.
final class StoreLock: Sendable {
  private let file: Int32

  enum Purpose { case writing, merging }

  /// - Throws: ``Refusal`` when another process has the store, or it cannot be opened.
  init(_ path: String, for purpose: Purpose) throws(Refusal) {
    let isWriting = purpose == .writing
    file = open(path, (isWriting ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC | O_NONBLOCK, 0o666)
    guard file >= 0 else {
      throw Refusal(
        "'\(path)' cannot be \(isWriting ? "written" : "read")",
        help: "check the path and its permissions")
    }
    var byte = flock()
    byte.l_type = Int16(isWriting ? F_WRLCK : F_RDLCK)
    byte.l_whence = Int16(SEEK_SET)
    (byte.l_start, byte.l_len) = (Self.place, 1)
    guard fcntl(file, Self.set, &byte) == 0 else {
      let isTaken = errno == EAGAIN || errno == EACCES
      close(file)
      guard isTaken else {
        throw Refusal(
          "'\(path)' lies where files cannot be locked", help: "choose a folder on another disk")
      }
      throw Refusal(
        "another takst has '\(path)'", help: "wait until it is done, or choose another folder")
    }
  }

  deinit { close(file) }

  private static let place = off_t(1) << 60

  /// A lock of the open file, not of the process: SQLite, which closes files of its own, leaves it.
  #if os(Linux)
    private static let set: Int32 = 37  // F_OFD_SETLK, which Swift's headers leave out
  #else
    private static let set = F_OFD_SETLK
  #endif
}
