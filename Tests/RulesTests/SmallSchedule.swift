import Rules
import Units

/// A fee in whole kroner, with what a test changes of it.
func fee(
  refund: Int, copay: Int = 0, isDelegable: Bool? = nil,
  where change: (inout Fee) -> Void = { _ in }
) -> Fee {
  var fee = Fee(
    honorarium: .kroner(refund + copay), refund: .kroner(refund), copay: .kroner(copay),
    isDelegable: isDelegable)
  change(&fee)
  return fee
}

/// A bill for a doctor's consultation by day, with what a test changes of it.
func bill(_ claims: Claim..., where change: (inout Bill) -> Void = { _ in }) -> Bill {
  var bill = Bill(contactType: "physical", claims: claims)
  change(&bill)
  return bill
}

func bill(_ codes: [String], where change: (inout Bill) -> Void = { _ in }) -> Bill {
  var bill = Bill(contactType: "physical", claims: codes.map { Claim($0) })
  change(&bill)
  return bill
}

extension FeeSchedule {
  /// The codes that are paid, in order.
  func paidCodes(_ bill: Bill) -> [String] { lines(of: bill).map(\.code) }

  /// What the practice receives for a bill.
  func honorarium(_ bill: Bill) -> Money {
    lines(of: bill).map(\.amounts.honorarium).reduce(.zero, +)
  }
}
