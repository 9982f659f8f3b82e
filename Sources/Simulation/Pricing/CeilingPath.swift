import Rules
import Units

/// The copay ceilings of a year as flat numbers, for the loops that follow persons to them.
///
/// A law nearly always has one ceiling all year.
struct CeilingPath: Hashable, Sendable {
  /// More øre than anybody's copay: the ceiling where there is none.
  static let none = 1 << 42

  /// The first day of each period and its ceiling in øre.
  let starts: [Int]
  let ceilings: [Int]
  let days: Int
  /// Whether who has passed a ceiling pays nothing for the rest of the year.
  let keepsCard: Bool
  /// The least that is repaid in a year, in øre.
  let leastRepaid: Int

  init(_ ceiling: CopayCeiling?, days: Int) {
    starts = ceiling?.periods.map(\.from) ?? [0]
    ceilings = ceiling?.periods.map { $0.amount?.ore ?? Self.none } ?? [Self.none]
    self.days = days
    keepsCard = ceiling?.card.held != .whileAbove
    leastRepaid = ceiling?.card.leastRepaid.ore ?? 0
  }

  /// The lowest ceiling of the year, in øre.
  var lowest: Int { ceilings.min() ?? Self.none }

  /// What the copay of a whole year must come to before anything is repaid, in øre.
  var least: Int { lowest + leastRepaid }

  var isOne: Bool { ceilings.count == 1 }

  /// Whether a higher ceiling must be passed anew, so that contacts have to be looked at one by one.
  var isPassedAnew: Bool { !keepsCard && !isOne }

  /// The first day after a period.
  func end(of period: Int) -> Int { period + 1 < starts.count ? starts[period + 1] : days }
}
