public import Units

/// What clinics were paid on top of the base fee for shortage areas and for patients with great need
/// (*differentieret basishonorar*).
///
/// ```
/// shortage part = pool × share, by patients of the clinics in shortage areas
/// burden part   = the rest, by (need per patient − 1) × patients where need per patient − 1 is above
///                 the threshold, and at most so much per capacity
/// ```
///
/// Need below the mean takes nothing away. What a clinic loses by its maximum is shared among the
/// others as long as they have room: an assumption of this model. A part that nobody is eligible for is
/// not paid.
///
/// - Unit: øre per year, by largest remainder; never more than the pool. Needs are weighed in
///   millionths of a mean patient.
/// - Source: the doctors' organisation on the agreement for 2018 to 2020; the numbers are the
///   scenario's.
public struct DifferentiatedBaseFee: Hashable, Sendable {
  /// A clinic, as the fee sees it.
  public struct Clinic: Hashable, Sendable {
    public let capacities: Int
    public let patients: Int
    public let isInShortageArea: Bool
    /// The national mean is 1.
    public let needPerPatient: Ratio

    public init(capacities: Int, patients: Int, isInShortageArea: Bool, needPerPatient: Ratio) {
      (self.capacities, self.patients) = (capacities, patients)
      (self.isInShortageArea, self.needPerPatient) = (isInShortageArea, needPerPatient)
    }
  }

  /// What a clinic is paid for a year.
  public struct Payment: Hashable, Sendable {
    /// For lying in a shortage area.
    public let shortage: Money
    /// For the need of its patients.
    public let burden: Money

    /// Both parts.
    public var total: Money { shortage + burden }
  }

  /// Per year.
  public let pool: Money
  /// The part of the pool for shortage areas. 0 to 1.
  public let shortageShare: Ratio
  /// The most a clinic has of the burden part, per capacity and year.
  public let mostPerCapacity: Money
  /// How far above the mean need must lie to be paid for, as a share of it. Not below 0.
  public let threshold: Ratio

  public init(pool: Money, shortageShare: Ratio, mostPerCapacity: Money, threshold: Ratio) {
    precondition(pool >= .zero && threshold >= .zero, "a pool or a threshold below zero")
    (self.pool, self.shortageShare) = (pool, shortageShare)
    (self.mostPerCapacity, self.threshold) = (mostPerCapacity, threshold)
  }

  /// What each clinic is paid.
  ///
  /// - Parameter clinics: All that share the pool.
  /// - Returns: One payment per clinic, in the same order.
  public func payments(to clinics: [Clinic]) -> [Payment] {
    let forShortage = pool.scaled(by: shortageShare)
    let shortage = share(
      forShortage, by: clinics.map { $0.isInShortageArea ? $0.patients : 0 },
      atMost: clinics.map { _ in forShortage })
    let burden = share(
      pool - forShortage, by: clinics.map(weight),
      atMost: clinics.map { $0.capacities * mostPerCapacity })
    return zip(shortage, burden).map(Payment.init)
  }

  private func weight(of clinic: Clinic) -> Int {
    let excess = clinic.needPerPatient - .one
    guard excess > threshold else { return 0 }
    return (excess * Ratio(clinic.patients) * Ratio(1_000_000)).rounded
  }

  private func share(_ amount: Money, by weights: [Int], atMost: [Money]) -> [Money] {
    Apportionment.largestRemainder(
      of: amount.ore, by: weights, floors: weights.map { _ in 0 },
      ceilings: atMost.map { min($0, amount).ore }
    ).map(Money.init(ore:))
  }
}

extension DifferentiatedBaseFee {
  public static var workedExamples: [WorkedExample] {
    let fee = DifferentiatedBaseFee(
      pool: .kroner(1_000), shortageShare: Ratio(1, over: 4), mostPerCapacity: .kroner(500),
      threshold: Ratio(1, over: 10))
    func paid(_ needs: [Int], shortage: Bool = false) -> Payment {
      fee.payments(
        to: needs.map {
          Clinic(
            capacities: 1, patients: 100, isInShortageArea: shortage,
            needPerPatient: Ratio($0, over: 100))
        })[0]
    }
    return [
      WorkedExample(
        "two clinics in shortage areas", paid([100, 90], shortage: true).shortage, is: .kroner(125)),
      WorkedExample("none in a shortage area", paid([100, 90]).shortage, is: .zero),
      WorkedExample("need at the threshold", paid([110, 120]).burden, is: .zero),
      WorkedExample("need above it", paid([111, 100]).burden, is: .kroner(500)),
      WorkedExample("twice the other's excess", paid([140, 120]).burden, is: .kroner(500)),
      WorkedExample(
        "what a maximum cuts off goes to the other", paid([120, 180]).burden, is: .kroner(250)),
      WorkedExample("need below the mean costs nothing", paid([50, 120]).total, is: .zero),
    ]
  }
}
