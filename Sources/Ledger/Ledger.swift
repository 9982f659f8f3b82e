public import Units

/// Every movement of money in one run, in the order it was decided.
///
/// Each posting takes from one account what it gives to another, so the balances sum to zero.
public struct Ledger: Sendable {
  public private(set) var postings: [Posting] = []
  /// The reasons of the postings; each stands once.
  public private(set) var origins: [Origin] = []
  private var places: [Origin: Int] = [:]

  public init() {}

  /// - Parameter postings: About how many there will be.
  package init(expecting postings: Int) {
    self.postings.reserveCapacity(postings)
  }

  /// Makes room for so many postings more.
  package mutating func reserve(_ more: Int) { postings.reserveCapacity(postings.count + more) }

  /// The place of an origin, which is added when it is new.
  ///
  /// - Parameter origin: Why postings are made.
  /// - Returns: What ``Posting/origin`` of those postings is.
  public mutating func place(of origin: Origin) -> Int {
    if let place = places[origin] { return place }
    places[origin] = origins.count
    origins.append(origin)
    return origins.count - 1
  }

  /// Writes a posting down. Nothing is written for an amount of zero.
  public mutating func post(_ posting: Posting) {
    if posting.amount != .zero { postings.append(posting) }
  }
}

extension Ledger {
  /// The name of the grant a posting is of; `nil` where its line says it all.
  public func grant(of posting: Posting) -> String? { origins[posting.origin].grant }

  /// What an account received less what it paid, among the chosen postings.
  ///
  /// - Parameters:
  ///   - account: Whose balance.
  ///   - isCounted: Which postings count; all unless said.
  /// - Returns: Money; over all accounts the balances sum to zero.
  public func balance(
    of account: Account, where isCounted: (Posting) -> Bool = { _ in true }
  ) -> Money {
    postings.reduce(.zero) { sum, posting in
      guard isCounted(posting) else { return sum }
      let received = posting.payee == account ? posting.amount : .zero
      let paid = posting.payer == account ? posting.amount : .zero
      return sum + received - paid
    }
  }

  /// The sum of the chosen postings.
  public func total(where isCounted: (Posting) -> Bool) -> Money {
    postings.reduce(.zero) { isCounted($1) ? $0 + $1.amount : $0 }
  }
}
