import Foundation
import GRDB

/// A digest of cells in their order: another cell, or one more or less, gives another.
struct Checksum {
  private var bytes: [UInt8] = []

  mutating func add(_ value: some DatabaseValueConvertible) {
    switch value.databaseValue.storage {
    case .null: bytes.append(0)
    case .int64(let number): add(1, UInt64(bitPattern: number))
    // Some columns keep no sign of zero.
    case .double(let number): add(2, number == 0 ? 0 : number.bitPattern)
    case .string(let text): add(3, Array(text.utf8))
    case .blob(let data): add(4, Array(data))
    }
  }

  private mutating func add(_ kind: UInt8, _ number: UInt64) {
    bytes.append(kind)
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func add(_ kind: UInt8, _ content: [UInt8]) {
    add(kind, UInt64(content.count))
    bytes += content
  }

  /// SHA-256, in hexadecimal digits.
  var text: String { Digest.of(bytes) }
}
