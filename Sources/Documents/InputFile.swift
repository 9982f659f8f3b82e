public import Diagnostics
import Foundation

/// A text file as a user gave it: read whole, in UTF-8, up to a limit.
public struct InputFile: Sendable {
  /// The path as typed, for messages.
  public let path: String
  public let text: String

  /// No file an author writes by hand comes near this; bigger tables are CSV and are streamed.
  static let largestText = 1 << 20

  public init(path: String, text: String) {
    (self.path, self.text) = (path, text)
  }

  /// - Throws: ``Faults`` saying why the file cannot be read and what to do about it.
  public init(reading path: String) throws(Faults) {
    let file = SourcePosition(file: path)
    let bytes = try Self.bytes(
      of: path, atMost: Self.largestText, help: "move long tables into a CSV file and name it here")
    let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
    let content = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Faults("the file is not UTF-8 text", at: file, help: "save it as UTF-8")
    }
    if let nul = text.utf8.firstIndex(of: 0) {
      let line = text[..<nul].count { $0.isNewline } + 1
      throw Faults(
        "the file holds a zero byte", at: SourcePosition(file: path, line: line, column: 1),
        help: "save it as plain text")
    }
    self.init(path: path, text: text)
  }

  /// All bytes of a file or a pipe, which gives them in pieces.
  ///
  /// - Parameters:
  ///   - path: As typed.
  ///   - limit: In bytes, a whole number of mebibytes.
  ///   - help: What to do about a file that is larger.
  /// - Throws: ``Faults`` when the file cannot be read or is larger.
  /// - Returns: The bytes.
  public static func bytes(
    of path: String, atMost limit: Int, help: String
  ) throws(Faults) -> [UInt8] {
    let handle = try open(path)
    defer { try? handle.close() }
    let file = SourcePosition(file: path)
    var bytes: [UInt8] = []
    while bytes.count <= limit,
      let piece = try piece(of: handle, upTo: min(1 << 20, limit + 1 - bytes.count), at: file)
    {
      bytes += piece
    }
    guard bytes.count <= limit else {
      throw Faults("the file is larger than \(limit >> 20) MiB", at: file, help: help)
    }
    return bytes
  }

  /// The next bytes of a file, or `nil` at its end.
  static func piece(
    of handle: FileHandle, upTo count: Int, at file: SourcePosition
  ) throws(Faults) -> Data? {
    do {
      let piece = try handle.read(upToCount: count) ?? Data()
      return piece.isEmpty ? nil : piece
    } catch {
      throw Faults("the file cannot be read", at: file, help: "check its permissions and its disk")
    }
  }

  /// Opens an ordinary file or a pipe, and refuses directories and what is not there.
  static func open(_ path: String) throws(Faults) -> FileHandle {
    let position = SourcePosition(file: path)
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Faults("there is no such file", at: position, help: "check the path")
    }
    if isDirectory.boolValue {
      throw Faults("this is a directory", at: position, help: "name a file inside it")
    }
    let handle = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else {
      let isFull = errno == EMFILE || errno == ENFILE
      throw Faults(
        isFull ? "too many files are open to open this one" : "the file cannot be opened",
        at: position,
        help: isFull ? "let more be open, with 'ulimit -n 64'" : "check its permissions")
    }
    ReadFiles.add(path)
    return FileHandle(fileDescriptor: handle, closeOnDealloc: true)
  }
}
