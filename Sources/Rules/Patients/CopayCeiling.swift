public import Units

/// The most copay a patient pays in a calendar year; the state pays the rest.
///
/// Copay for other services fills the ceiling evenly through the days on which the patient pays. Where
/// the ceiling changes within the year, a contact is held against the ceiling in force on its day, and
/// the copay of the year so far counts against it.
public struct CopayCeiling: Hashable, Sendable {
  /// The ceiling from one day on.
  public struct Period: Hashable, Sendable {
    /// The first day, from 0.
    public var from: Int
    /// `nil` where copay has no ceiling.
    public var amount: Money?

    public init(from: Int, amount: Money?) {
      (self.from, self.amount) = (from, amount)
    }
  }

  /// In rising order; the first from day 0.
  public var periods: [Period]
  /// Days of the year.
  public var days: Int
  public var card: CopayCard

  /// - Precondition: The periods rise from day 0.
  public init(_ periods: [Period], days: Int, card: CopayCard = CopayCard()) {
    precondition(periods.first?.from == 0, "the first ceiling is that of 1 January")
    precondition(zip(periods, periods.dropFirst()).allSatisfy { $0.from < $1.from }, "in order")
    (self.periods, self.days, self.card) = (periods, days, card)
  }

  /// One ceiling all year.
  public init(amount: Money, days: Int, card: CopayCard = CopayCard()) {
    self.init([Period(from: 0, amount: amount)], days: days, card: card)
  }
}

extension CopayCeiling {
  /// The copay of one contact, with nothing above a ceiling.
  public struct Due: Hashable, Sendable {
    /// The day of the year, from 0.
    public var day: Int
    public var copay: Money

    public init(day: Int, copay: Money) {
      (self.day, self.copay) = (day, copay)
    }
  }

  /// What the patient bears of each contact's copay.
  ///
  /// A contact passes the ceiling when
  ///
  /// ```
  /// copay of the year, this contact's included + ⌊other × paying days before / days⌋ > ceiling of the day
  /// ```
  ///
  /// What is above is waived of that contact, and all of the later ones as ``CopayCard/held`` says. Other
  /// copay alone may pass a ceiling until its last day. Nothing is waived above a ceiling that the copay of
  /// the whole year is above by less than ``CopayCard/leastRepaid``.
  ///
  /// - Parameters:
  ///   - dues: The contacts for which the patient pays, in the order of time.
  ///   - other: Copay for other services over a whole year of paying.
  ///   - payingDays: Days before a day on which the patient pays copay at all; the day itself for who
  ///     always does.
  /// - Returns: Money per contact, in the same order; never more than its copay.
  public func borne(
    of dues: [Due], other: Money, payingDays: (_ before: Int) -> Int = { $0 }
  ) -> [Money] {
    func accrued(_ day: Int) -> Money { Money(ore: other.ore * payingDays(day) / days) }
    let all = dues.reduce(accrued(days)) { $0 + $1.copay }
    // Whether what is above a ceiling is repaid at all.
    func isRepaid(above ceiling: Money) -> Bool { all - ceiling >= card.leastRepaid }
    var paid = Money.zero
    var (period, hasCard) = (0, false)
    return dues.map { due in
      while period + 1 < periods.count, periods[period + 1].from <= due.day {
        let last = paid + accrued(periods[period + 1].from - 1)
        if let ceiling = periods[period].amount, last > ceiling, isRepaid(above: ceiling) {
          hasCard = card.held == .restOfYear || hasCard
        }
        period += 1
      }
      if hasCard { return .zero }
      var own = due.copay
      let before = paid + accrued(due.day)
      if let ceiling = periods[period].amount, before + own > ceiling, isRepaid(above: ceiling) {
        own = max(.zero, ceiling - before)
        hasCard = card.held == .restOfYear
      }
      paid += own
      return own
    }
  }
}
