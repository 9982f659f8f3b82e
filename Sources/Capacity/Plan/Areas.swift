public import RateBooks
import Rules
public import Units

/// Health councils and their municipalities, as the law has them on a day.
public struct Areas: Sendable {
  public struct Council: Sendable {
    /// The name in the rate book, for example `limfjorden`.
    public var key: String
    /// As people call it.
    public var title: String
    public var region: String
    /// Places of its municipalities.
    public var municipalities: Range<Int>
  }

  public struct Municipality: Sendable {
    /// Four digits.
    public var code: String
    public var name: String
    /// The place of its health council.
    public var council: Int
  }

  public let councils: [Council]
  /// Council by council.
  public let municipalities: [Municipality]
  /// Places of municipalities by code.
  public let places: [String: Int]

  /// - Parameters:
  ///   - law: The rate book.
  ///   - day: The day whose councils and regions are meant.
  public init(_ law: RateBook, on day: CalendarDate) {
    var councils: [Council] = []
    var municipalities: [Municipality] = []
    for rule in law.healthCouncils.rules {
      guard let (council, _) = rule.series.inForce(on: day) else { continue }
      let first = municipalities.count
      municipalities += council.municipalities.map {
        Municipality(code: $0.code, name: $0.name, council: councils.count)
      }
      councils.append(
        Council(
          key: rule.name, title: rule.series.title, region: council.region,
          municipalities: first..<municipalities.count))
    }
    (self.councils, self.municipalities) = (councils, municipalities)
    places = Dictionary(
      municipalities.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is known by municipality, summed by health council.
  func byCouncil(_ values: [Int]) -> [Int] {
    councils.map { $0.municipalities.reduce(0) { $0 + values[$1] } }
  }
}
