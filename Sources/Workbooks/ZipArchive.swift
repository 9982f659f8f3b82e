import CZip
import Diagnostics
import Foundation

/// The parts of a zip archive, inflated one by one up to a limit.
final class ZipArchive {
  /// All parts together; a small archive can unpack to more than any memory.
  static let mostBytes = 32 << 20

  private let archive: OpaquePointer
  private let file: SourcePosition
  private var isReadOfMost = mostBytes

  /// - Throws: ``Faults`` when the archive is cut short or damaged.
  init(_ bytes: [UInt8], of path: String) throws(Faults) {
    file = SourcePosition(file: path)
    guard let archive = Self.opened(bytes) else { throw Self.damaged(file) }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  /// libzip reads while parts are asked for, so it gets a copy of its own and frees it.
  private static func opened(_ bytes: [UInt8]) -> OpaquePointer? {
    guard let copy = malloc(max(1, bytes.count)) else { return nil }
    bytes.withUnsafeBytes {
      copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      free(copy)
      return nil
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      zip_error_fini(&error)
      return nil
    }
    return archive
  }

  private static func damaged(_ file: SourcePosition) -> Faults {
    Faults(
      "the file is cut short or damaged", at: file, help: "save or fetch it once more")
  }

  func has(_ name: String) -> Bool { zip_name_locate(archive, name, ZIP_FL_NOCASE) >= 0 }

  /// - Throws: ``Faults`` for a part that is locked, damaged or too large.
  /// - Returns: `nil` when there is no such part.
  func part(_ name: String) throws(Faults) -> Data? {
    let place = zip_name_locate(archive, name, ZIP_FL_NOCASE)
    guard place >= 0 else { return nil }
    var state = zip_stat_t()
    guard zip_stat_index(archive, UInt64(place), 0, &state) == 0 else {
      throw Self.damaged(file)
    }
    guard state.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw Faults(
        "the file is locked with a password", at: file, help: "save it without a password")
    }
    guard state.size <= UInt64(isReadOfMost) else {
      throw Faults(
        "the file unpacks to more than \(Self.mostBytes >> 20) MiB", at: file,
        help: "keep one sheet with the table alone")
    }
    isReadOfMost -= Int(state.size)
    return try inflated(UInt64(place), Int(state.size))
  }

  private func inflated(_ place: UInt64, _ size: Int) throws(Faults) -> Data {
    guard let stream = zip_fopen_index(archive, place, 0) else { throw Self.damaged(file) }
    defer { zip_fclose(stream) }
    // One byte more than is promised: none must come, and asking for it checks the sum.
    var bytes = Data(count: size + 1)
    let count = bytes.withUnsafeMutableBytes { zip_fread(stream, $0.baseAddress, UInt64($0.count)) }
    guard count == Int64(size) else { throw Self.damaged(file) }
    var more: UInt8 = 0
    guard zip_fread(stream, &more, 1) == 0 else { throw Self.damaged(file) }
    return bytes.dropLast()
  }
}
