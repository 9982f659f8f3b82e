import CDigest
import Foundation

/// SHA-256, as `sha256sum` prints it.
enum Digest {
  static func of(_ text: String) -> String { of(Array(text.utf8)) }

  static func of(_ bytes: [UInt8]) -> String {
    hexadecimal { SHA256Data(bytes, bytes.count, $0) }
  }

  /// The digest of a file of any size; `nil` when it cannot be read.
  static func of(fileAt path: String) -> String? {
    var isThere = false
    let text = hexadecimal { buffer in
      let result = SHA256File(path, buffer)
      isThere = result != nil
      return result
    }
    return isThere ? text : nil
  }

  private static func hexadecimal(
    _ fill: (UnsafeMutablePointer<CChar>) -> UnsafeMutablePointer<CChar>?
  ) -> String {
    var buffer = [CChar](repeating: 0, count: 2 * Int(SHA256_DIGEST_LENGTH) + 1)
    return buffer.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, fill(base) != nil else { return "" }
      return String(cString: base)
    }
  }
}
