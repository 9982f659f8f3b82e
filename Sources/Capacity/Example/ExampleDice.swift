import Statistics

/// The draws of an example, each with a name and a subject.
struct ExampleDice {
  let seed: UInt64

  /// A whole number, each of the range as likely.
  ///
  /// - Parameters:
  ///   - range: At most some millions wide, so that no number is noticeably likelier.
  ///   - decision: The name of the draw.
  ///   - subject: What it is about.
  /// - Returns: The same number for the same seed, name and subject.
  func whole(in range: ClosedRange<Int>, _ decision: StaticString, _ subject: Int) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound + 1)
    return range.lowerBound + Int(((bits(decision, subject) >> 32) * width) >> 32)
  }

  /// Whether something happens that happens to so many in a thousand.
  func happens(_ perThousand: Int, _ decision: StaticString, _ subject: Int) -> Bool {
    whole(in: 0...999, decision, subject) < perThousand
  }

  /// Places in a random order, the first `count` of them.
  ///
  /// - Parameters:
  ///   - count: How many; all when there are fewer.
  ///   - places: What is drawn from. A place that stands twice is drawn twice as easily.
  ///   - decision: The name of the draw.
  /// - Returns: Each place once.
  func some(_ count: Int, of places: [Int], _ decision: StaticString) -> [Int] {
    let keys = places.indices.map { (bits(decision, $0), $0) }.sorted { $0 < $1 }
    var seen: Set<Int> = []
    return Array(keys.map { places[$0.1] }.filter { seen.insert($0).inserted }.prefix(count))
  }

  func bits(_ decision: StaticString, _ subject: Int) -> UInt64 {
    NamedStream(seed: seed, decision: decision).bits(for: subject)
  }
}
