/// The most fees of a kind that are paid for one patient on one day.
///
/// The contact takes place all the same; its capped fees are paid by nobody.
public struct DailyFeeCap: Hashable, Sendable {
  /// Which fees survive.
  public enum Order: String, CaseIterable, Sendable {
    /// The dearest honoraria; of equal ones the first in time.
    case dearestFirst = "dearest-first"
    /// The first in time.
    case firstInTime = "first-in-time"
  }

  /// The codes that count.
  public var codes: Set<String>
  /// The most lines paid a day.
  public var most: Int
  public var order: Order

  public init(codes: Set<String>, most: Int, order: Order) {
    (self.codes, self.most, self.order) = (codes, most, order)
  }

  /// Which of a day's lines are paid.
  ///
  /// - Parameter honoraria: Of the lines that count, in the order of time.
  /// - Returns: One answer per line, in the same order.
  public func pays(_ honoraria: [Int]) -> [Bool] {
    let ranked = honoraria.indices.sorted { a, b in
      order == .firstInTime || honoraria[a] == honoraria[b] ? a < b : honoraria[a] > honoraria[b]
    }
    let paid = Set(ranked.prefix(most))
    return honoraria.indices.map(paid.contains)
  }
}
