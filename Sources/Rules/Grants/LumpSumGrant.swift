public import Units

/// A grant that does not depend on the number of persons on the list.
public struct LumpSumGrant: Hashable, Sendable {
  public enum Payable: String, CaseIterable, Sendable {
    /// A yearly amount, paid by the month rule.
    case yearly
    /// One amount, paid in the first month the list is eligible.
    case once
  }

  public let amount: Money
  public let payable: Payable
  /// Only lists shorter than this; `nil` when any list may have it.
  public let listBelow: Int?
  /// Only municipalities with fewer inhabitants than this; `nil` when any may.
  public let municipalityBelow: Int?
  /// The number of months it can be had, from the opening of the list; `nil` when it has no end.
  public let longest: Int?
  /// The most one list may receive in all; `nil` when there is no cap.
  public let cap: Money?
  /// Whether a list only has it when its own data name it (a closed or personal scheme).
  public let onlyNamedLists: Bool

  public init(
    amount: Money, payable: Payable, listBelow: Int? = nil, municipalityBelow: Int? = nil,
    longest: Int? = nil, cap: Money? = nil, onlyNamedLists: Bool = false
  ) {
    (self.amount, self.payable, self.listBelow) = (amount, payable, listBelow)
    (self.municipalityBelow, self.longest, self.cap) = (municipalityBelow, longest, cap)
    self.onlyNamedLists = onlyNamedLists
  }

  /// What matters of a list for eligibility.
  public struct Applicant: Sendable {
    /// Persons on the list.
    public var persons: Int
    /// Inhabitants of the municipality.
    public var inhabitants: Int
    /// Whole months since the list opened; `nil` when it is not a new list.
    public var monthsOpen: Int?
    /// Whether the list's own data name the grant.
    public var isNamed: Bool

    public init(persons: Int, inhabitants: Int, monthsOpen: Int?, isNamed: Bool) {
      (self.persons, self.inhabitants) = (persons, inhabitants)
      (self.monthsOpen, self.isNamed) = (monthsOpen, isNamed)
    }
  }

  /// Whether a list has the grant in a month.
  public func isDue(to list: Applicant) -> Bool {
    let isNewEnough = longest.map { longest in
      list.monthsOpen.map { (0..<longest).contains($0) } ?? false
    }
    return list.persons < listBelow ?? .max
      && list.inhabitants < municipalityBelow ?? .max
      && isNewEnough ?? true
      && (list.isNamed || !onlyNamedLists)
  }

  /// What is left to pay of an amount when some has been paid before.
  ///
  /// - Parameters:
  ///   - due: The amount earned now.
  ///   - paid: The sum of all earlier payments to the list.
  /// - Returns: The amount, cut so that the sum never passes the cap.
  public func payment(of due: Money, after paid: Money) -> Money {
    guard let cap else { return due }
    return max(.zero, min(due, cap - paid))
  }
}

extension LumpSumGrant {
  public static var workedExamples: [WorkedExample] {
    let grant = LumpSumGrant(
      amount: .kroner(100), payable: .yearly, listBelow: 250, municipalityBelow: 4_000,
      longest: 12, cap: .kroner(150))
    func amount(
      persons: Int = 0, inhabitants: Int = 100, monthsOpen: Int? = 0, paid: Money = .zero
    ) -> Money {
      let list = Applicant(
        persons: persons, inhabitants: inhabitants, monthsOpen: monthsOpen, isNamed: false)
      return grant.isDue(to: list) ? grant.payment(of: grant.amount, after: paid) : .zero
    }
    return [
      WorkedExample("a list of 249", amount(persons: 249), is: .kroner(100)),
      WorkedExample("a list of 250", amount(persons: 250), is: .zero),
      WorkedExample("3,999 inhabitants", amount(inhabitants: 3_999), is: .kroner(100)),
      WorkedExample("4,000 inhabitants", amount(inhabitants: 4_000), is: .zero),
      WorkedExample("the twelfth month", amount(monthsOpen: 11), is: .kroner(100)),
      WorkedExample("the thirteenth month", amount(monthsOpen: 12), is: .zero),
      WorkedExample("60 below the cap", amount(paid: .kroner(90)), is: .kroner(60)),
      WorkedExample("at the cap", amount(paid: .kroner(150)), is: .zero),
    ]
  }
}
