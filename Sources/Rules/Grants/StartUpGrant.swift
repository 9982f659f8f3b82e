public import Units

/// A grant for a new and still short list, paid as if the list were longer, instead of the
/// per-capita grants it is reckoned from. Any other per-capita grant is paid beside it.
///
/// ```
/// grant = Σ over the grants it is reckoned from of the grant of (paid-as) persons with average need
/// ```
public struct StartUpGrant: Hashable, Sendable {
  /// The number of persons that is paid for.
  public let paidAs: Int
  /// Only lists shorter than this.
  public let listBelow: Int
  /// Only lists whose cap is at least this.
  public let listCapAtLeast: Int
  /// The number of months it can be had, from the opening of the list.
  public let longest: Int
  /// Which per-capita grants it is reckoned from, and paid instead of.
  public let basis: GrantBasis

  public init(
    paidAs: Int, listBelow: Int, listCapAtLeast: Int, longest: Int,
    of basis: GrantBasis = .theOneInForce
  ) {
    (self.paidAs, self.listBelow) = (paidAs, listBelow)
    (self.listCapAtLeast, self.longest) = (listCapAtLeast, longest)
    self.basis = basis
  }

  /// Whether a list has the grant in a month.
  ///
  /// - Parameters:
  ///   - persons: Persons on the list at the start of the month.
  ///   - cap: The most persons the general practitioner takes.
  ///   - monthsOpen: Whole months since the list opened; `nil` when it is not a new list.
  /// - Returns: Whether all three conditions hold.
  public func isDue(persons: Int, cap: Int, monthsOpen: Int?) -> Bool {
    guard let monthsOpen else { return false }
    return persons < listBelow && cap >= listCapAtLeast && (0..<longest).contains(monthsOpen)
  }

  /// The part of the grant that is reckoned from one per-capita grant, for a whole year.
  ///
  /// - Parameter scale: The per-capita grant it is paid instead of.
  /// - Returns: Money per year.
  public func annualAmount(at scale: PerCapitaScale) -> Money {
    scale.annualAmount(persons: paidAs)
  }
}

extension StartUpGrant {
  public static var workedExamples: [WorkedExample] {
    let scale = PerCapitaScale(tiers: [.init(above: 0, rate: .kroner(600))])
    let grant = StartUpGrant(paidAs: 400, listBelow: 250, listCapAtLeast: 450, longest: 12)
    func amount(persons: Int, cap: Int = 900, monthsOpen: Int?) -> Money {
      grant.isDue(persons: persons, cap: cap, monthsOpen: monthsOpen)
        ? grant.annualAmount(at: scale) : .zero
    }
    let full = Money.kroner(240_000)
    return [
      WorkedExample("249 persons, first month", amount(persons: 249, monthsOpen: 0), is: full),
      WorkedExample("250 persons", amount(persons: 250, monthsOpen: 0), is: .zero),
      WorkedExample("the twelfth month", amount(persons: 0, monthsOpen: 11), is: full),
      WorkedExample("the thirteenth month", amount(persons: 0, monthsOpen: 12), is: .zero),
      WorkedExample("a cap of 450", amount(persons: 0, cap: 450, monthsOpen: 0), is: full),
      WorkedExample("a cap of 449", amount(persons: 0, cap: 449, monthsOpen: 0), is: .zero),
      WorkedExample("an old list", amount(persons: 0, monthsOpen: nil), is: .zero),
    ]
  }
}
