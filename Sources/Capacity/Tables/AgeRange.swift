/// Ages as tables write them: `30-39`, `80+` or `42`.
struct AgeRange: Hashable {
  let ages: ClosedRange<Int>

  /// No table of ages goes further.
  private static let oldest = 150

  init?(_ text: String) {
    func age(_ text: Substring) -> Int? {
      text.utf8.allSatisfy { (0x30...0x39).contains($0) } && text.utf8.count < 4 ? Int(text) : nil
    }
    if text.hasSuffix("+"), let first = age(text.dropLast()) {
      guard first <= Self.oldest else { return nil }
      ages = first...Self.oldest
      return
    }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(age)
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      first <= last, last <= Self.oldest
    else { return nil }
    ages = first...last
  }

  func contains(_ other: AgeRange) -> Bool {
    ages.contains(other.ages.lowerBound) && ages.contains(other.ages.upperBound)
  }
}
