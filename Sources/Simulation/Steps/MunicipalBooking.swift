import Ledger
import Scenarios
import Units

/// Books amounts that are known for the country by municipality, losing no øre.
///
/// Where weights are all zero, every municipality has the same.
struct MunicipalBooking {
  private let weights: [Int]

  /// - Parameter weights: One per municipality, at least one; not negative.
  init(weights: [Int]) {
    self.weights = weights.contains { $0 > 0 } ? weights : weights.map { _ in 1 }
  }

  /// Posts an amount, in parts that sum to it.
  ///
  /// - Parameters:
  ///   - amount: Of the country and the year.
  ///   - payer: Who pays it.
  ///   - payee: Who receives it.
  ///   - line: What it is for.
  ///   - estimate: The number of the scenario that decides it.
  ///   - ledger: Where it is written down.
  func post(
    _ amount: Money, from payer: Account, to payee: Account, on line: AccountLine,
    because estimate: Estimate, in ledger: inout Ledger
  ) {
    guard amount != .zero else { return }
    let origin = ledger.place(of: Origin(of: estimate))
    for (municipality, part) in amount.split(by: weights).enumerated() {
      ledger.post(
        Posting(
          payer: payer, payee: payee, line: line, amount: part, month: nil,
          municipality: municipality, list: nil, origin: origin))
    }
  }
}
