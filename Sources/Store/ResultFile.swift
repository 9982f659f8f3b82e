import Diagnostics
import Foundation

/// A file that is written piece by piece beside its place and then moved there, so that nobody ever
/// sees half of it.
final class ResultFile {
  private let place: String
  private var part: String { place + ".part" }
  private let handle: FileHandle
  private var waiting = ""
  private var isDone = false

  /// Pieces are handed to the disk when they are about so many bytes.
  private static let buffer = 1 << 18

  /// - Throws: ``Refusal`` when nothing can be written there.
  init(_ place: String) throws(Refusal) {
    self.place = place
    guard FileManager.default.createFile(atPath: place + ".part", contents: nil),
      let handle = FileHandle(forWritingAtPath: place + ".part")
    else { throw Self.refusal(place) }
    self.handle = handle
  }

  deinit {
    if !isDone { try? FileManager.default.removeItem(atPath: part) }
  }

  func write(_ text: String) throws(Refusal) {
    waiting += text
    if waiting.utf8.count >= Self.buffer { try hand() }
  }

  /// Moves the whole file to its place.
  func finish() throws(Refusal) {
    try hand()
    do {
      try handle.synchronize()
      try handle.close()
    } catch { throw Self.refusal(place) }
    guard rename(part, place) == 0 else { throw Self.refusal(place) }
    isDone = true
  }

  private func hand() throws(Refusal) {
    do {
      try handle.write(contentsOf: Data(waiting.utf8))
    } catch { throw Self.refusal(place) }
    waiting = ""
  }

  private static func refusal(_ place: String) -> Refusal {
    Refusal(
      "'\(place)' cannot be written",
      help: "check the permissions and the free space; what was run is kept, and '--resume' goes on"
    )
  }
}
