import Foundation
import TestSupport

/// What may happen to a file between its author and its reader, or be done to it by somebody who means
/// harm.
struct Damage {
  private var bytes: [UInt8]

  /// - Parameters:
  ///   - bytes: The sound file.
  ///   - random: Chooses what happens, mostly once, so that much of the file is still read.
  init(to bytes: [UInt8], by random: inout TestRandom) {
    self.bytes = bytes
    for _ in 0..<[1, 1, 1, 2, 4][random.whole(in: 0...4)] where !self.bytes.isEmpty {
      happen(&random)
    }
  }

  var result: [UInt8] { bytes }

  private mutating func happen(_ random: inout TestRandom) {
    let range = piece(&random)
    switch random.whole(in: 0...9) {
    case 0: bytes[range.lowerBound] ^= 1 << UInt8(random.whole(in: 0...7))
    case 1: bytes.removeSubrange(range)
    case 2: bytes.insert(contentsOf: bytes[range], at: range.upperBound)
    case 3: bytes.removeSubrange(range.lowerBound...)
    case 4: bytes.insert(contentsOf: Self.odd(&random), at: range.lowerBound)
    case 5: bytes = Self.inAnotherEncoding(bytes, &random)
    case 6: move(range, &random)
    default: replaceNumber(near: range.lowerBound, &random)
    }
  }

  /// A place and some bytes from there: a character, a word, a line or more.
  private func piece(_ random: inout TestRandom) -> Range<Int> {
    let start = random.whole(in: 0...(bytes.count - 1))
    let length = [1, 1, 4, 20, 60, 1_000][random.whole(in: 0...5)]
    return start..<min(bytes.count, start + random.whole(in: 1...length))
  }

  private mutating func move(_ range: Range<Int>, _ random: inout TestRandom) {
    let part = Array(bytes[range])
    bytes.removeSubrange(range)
    bytes.insert(contentsOf: part, at: random.whole(in: 0...bytes.count))
  }

  /// Numbers are what a reader counts with, so they are hit most often.
  private mutating func replaceNumber(near place: Int, _ random: inout TestRandom) {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    let text = Self.numbers[random.whole(in: 0...(Self.numbers.count - 1))]
    bytes.replaceSubrange(start..<end, with: Array(text.utf8))
  }

  private static let numbers = [
    "", "0", "-1", "1", "2", "00", "-0", "400", "999", "-99999", "1000000", "2199", "0001",
    "2147483648",
    "4294967296", "9223372036854775807", "-9223372036854775808", "99999999999999999999999",
    "0.0000000001", "0.333333333333333333", "1e9", "1e400", "NaN", "inf", "1,5", "1 000", "0x7f",
    "٣",
  ]

  private static func odd(_ random: inout TestRandom) -> [UInt8] {
    let texts = [
      "\0", "\u{1b}[2J", "\u{202e}", "\u{feff}", "\r", "\n\n", "\t", "\"", "'", ",", ";", ": ",
      "- ", "#",
      "&a ", "*a ", "[", "{", "]", "}", "---\n", "null", "~", "<!DOCTYPE x>", "<![CDATA[", "&#0;",
      "</row>",
      "=1+1", "e\u{301}", "🇳🇴",
    ]
    let text = texts[random.whole(in: 0...(texts.count - 1))]
    let times = [1, 1, 1, 2, 150, 5_000][random.whole(in: 0...5)]
    return Array(String(repeating: text, count: times).utf8)
  }

  private static func inAnotherEncoding(_ bytes: [UInt8], _ random: inout TestRandom) -> [UInt8] {
    let encodings: [String.Encoding] = [.utf16, .utf16LittleEndian, .isoLatin1, .utf32]
    let text = String(decoding: bytes, as: UTF8.self)
    let other = text.data(using: encodings[random.whole(in: 0...3)], allowLossyConversion: true)
    return other.map { [UInt8]($0) } ?? bytes.reversed()
  }
}
