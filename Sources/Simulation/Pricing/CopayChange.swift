/// How copays changed from one law to another for the lists of one kind of practice, and so how much
/// more a person's contacts may cost.
struct CopayChange: Sendable {
  /// Whether every class costs the same on every day.
  private(set) var isNone = true
  /// No copay rises by a larger factor, in 65,536ths; `nil` where one rises from next to nothing.
  private var factor: Int? = Self.one

  private static let one = 65_536
  /// - Parameters:
  ///   - old: The law before, and which of its kinds the practice was of.
  ///   - new: The law of the same classes after, and which of its kinds the practice is of.
  init(from old: (prices: PriceTable, kind: Int), to new: (prices: PriceTable, kind: Int)) {
    var last = (-1, -1)
    for day in 0..<old.prices.days {
      let rows = (old.prices.row(of: old.kind, on: day), new.prices.row(of: new.kind, on: day))
      guard rows != last else { continue }
      last = rows
      for place in 0..<old.prices.classes {
        add(Int(old.prices.copay[rows.0 + place]), Int(new.prices.copay[rows.1 + place]))
      }
    }
  }

  private mutating func add(_ old: Int, _ new: Int) {
    isNone = isNone && old == new
    guard new > old, let factor else { return }
    self.factor = new < old * Self.one ? max(factor, (new * Self.one + old - 1) / old) : nil
  }

  /// The least that a person paid, copay for other services included, who may reach a ceiling now.
  ///
  /// - Parameter ceiling: In øre.
  /// - Returns: Øre, rounded down; `nil` when nobody reaches such a ceiling.
  func least(toReach ceiling: Int) -> Int? {
    guard ceiling < CeilingPath.none else { return nil }
    return factor.map { ceiling * Self.one / $0 } ?? 0
  }
}
