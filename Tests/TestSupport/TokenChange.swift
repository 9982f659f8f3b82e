/// A YAML text with one token deleted or changed: a word, a number, a key, an anchor or an alias.
///
/// Comments, quotes and punctuation stay; so does everything else, byte by byte.
public struct TokenChange: CustomStringConvertible, Sendable {
  public let text: String
  /// The line the token stands on, from 1.
  public let line: Int
  /// What stood there.
  public let token: String
  /// What stands there now; empty where the token is deleted.
  public let replacement: String

  public var description: String {
    replacement.isEmpty
      ? "line \(line): '\(token)' deleted" : "line \(line): '\(token)' → '\(replacement)'"
  }

  /// - Parameters:
  ///   - yaml: The text.
  ///   - place: Which of its tokens, from 0.
  ///   - isDeletion: Whether the token is deleted; otherwise one of its characters is another.
  public init(of yaml: String, token place: Int, isDeletion: Bool) {
    self.init(yaml, YAMLTokens(yaml).ranges[place], isDeletion)
  }

  /// - Parameters:
  ///   - yaml: The text; it has a token at least.
  ///   - random: Chooses the token, and what becomes of it.
  public init(of yaml: String, by random: inout TestRandom) {
    let ranges = YAMLTokens(yaml).ranges
    let place = random.whole(in: 0...(ranges.count - 1))
    self.init(yaml, ranges[place], random.whole(in: 0...2) == 0)
  }

  private init(_ yaml: String, _ range: Range<String.Index>, _ isDeletion: Bool) {
    token = String(yaml[range])
    replacement = isDeletion ? "" : Self.another(token)
    text = yaml.replacingCharacters(in: range, with: replacement)
    line = yaml[..<range.lowerBound].count { $0 == "\n" } + 1
  }

  /// The token with its last letter or digit another one: `16` is 17, `0.9` is 0.8, `true` is false.
  private static func another(_ token: String) -> String {
    if token == "true" { return "false" }
    if token == "false" { return "true" }
    guard let place = token.lastIndex(where: { $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
      return token + "x"
    }
    let character = token[place]
    let other: Character =
      switch character {
      case "9": "8"
      case "z": "y"
      case "Z": "Y"
      default: Character(UnicodeScalar(character.asciiValue.map { $0 + 1 } ?? 0x78))
      }
    return token.replacingCharacters(in: place..<token.index(after: place), with: "\(other)")
  }

  /// How many tokens a text has.
  public static func count(in yaml: String) -> Int { YAMLTokens(yaml).ranges.count }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}

/// Where the words, numbers, keys, anchors and aliases of a YAML text stand; of quoted ones what is
/// between the quotes. Block scalars (`|`, `>`) are taken line by line.
private struct YAMLTokens {
  private(set) var ranges: [Range<String.Index>] = []
  private let text: String
  private var place: String.Index
  private var depth = 0

  init(_ text: String) {
    (self.text, place) = (text, text.startIndex)
    while place < text.endIndex { step() }
  }

  private var character: Character { text[place] }

  private func character(after place: String.Index) -> Character {
    let next = text.index(after: place)
    return next < text.endIndex ? text[next] : "\n"
  }

  private mutating func step() {
    switch character {
    case " ", "\n", "\t", ",": advance()
    case "#": skip { $0 == "\n" }
    case "{", "[":
      depth += 1
      advance()
    case "}", "]":
      depth -= 1
      advance()
    case "\"", "'": takeQuoted(character)
    case "&", "*": takeName()
    case "-", ":", "?", "|", ">":
      isSpace(character(after: place)) ? advance() : takePlain()
    default: takePlain()
    }
  }

  private mutating func advance() { place = text.index(after: place) }

  private mutating func skip(until isEnd: (Character) -> Bool) {
    while place < text.endIndex, !isEnd(character) { advance() }
  }

  private func isSpace(_ character: Character) -> Bool { " \n\t".contains(character) }

  private mutating func takeQuoted(_ quote: Character) {
    advance()
    let start = place
    while place < text.endIndex, character != quote {
      if quote == "\"", character == "\\" { advance() }
      advance()
    }
    take(start..<place)
    if place < text.endIndex { advance() }
  }

  /// An anchor or an alias ends at the first space, with whatever it names after it.
  private mutating func takeName() {
    let start = place
    while place < text.endIndex, !isSpace(character), depth == 0 || !",]}".contains(character) {
      advance()
    }
    take(start..<place)
  }

  private mutating func takePlain() {
    let start = place
    var end = place
    while place < text.endIndex, !isEndOfPlain {
      if !isSpace(character) { end = text.index(after: place) }
      advance()
    }
    take(start..<end)
  }

  private var isEndOfPlain: Bool {
    let next = character(after: place)
    switch character {
    case "\n": return true
    case ":": return isSpace(next) || depth > 0 && ",]}".contains(next)
    case ",", "[", "]", "{", "}": return depth > 0
    case " ": return next == "#"
    default: return false
    }
  }

  private mutating func take(_ range: Range<String.Index>) {
    if !range.isEmpty { ranges.append(range) }
  }
}
