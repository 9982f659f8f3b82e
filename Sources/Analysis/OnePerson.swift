import Scenarios
import Rules
import Diagnostics
import RateBooks
public import Simulation
public import Units

/// What one more person on a list moves, in the last month's law.
public struct OnePerson: Sendable {
  public struct Row: Sendable {
    public let isInsured: Bool
    public let payer: Account
    public let line: AccountLine
    public let basis: Basis
    public let amount: Money
  }

  /// What an amount is counted per.
  public enum Basis: Hashable, Sendable {
    /// A year on a list where the person takes this place.
    case yearOnPlace(Int)
    /// One consultation.
    case consultation
  }

  public let rows: [Row]
  /// The day whose law the amounts follow.
  public let day: CalendarDate

  /// - Throws: `Refusal` when the fee of a consultation is not known.
  public init(in comparison: Comparison) throws {
    let scenario = comparison.scenario
    let last = scenario.from.advanced(by: scenario.months - 1)
    let day = scenario.lawDay(of: last)
    self.day = day
    let scales = scenario.law.perCapitaGrants.rules.compactMap {
      $0.series.inForce(on: day)?.value
    }
    // One place in each tier: the law says which tiers there are.
    let places = Set(scales.flatMap { $0.tiers.map { $0.above + 1 } }).sorted()
    let price = try scenario.consultations.map {
      try ConsultationPrice(of: $0, on: $0.asOf ?? day, in: scenario.law)
    }
    rows = [true, false].flatMap { isInsured in
      let grants = places.map { place in
        Row(
          isInsured: isInsured, payer: .municipality, line: .baseGrant, basis: .yearOnPlace(place),
          amount: scales.reduce(.zero) { $0 + $1.rate(ofPlace: place) })
      }
      guard let price else { return grants }
      let refund = price.refund + price.supplements
      return grants + [
        Row(
          isInsured: isInsured, payer: isInsured ? .state : .patient,
          line: isInsured ? .feeRefund : .uninsuredFee, basis: .consultation, amount: refund),
        Row(
          isInsured: isInsured, payer: .patient, line: .copay, basis: .consultation,
          amount: price.copay),
      ]
    }
  }
}
