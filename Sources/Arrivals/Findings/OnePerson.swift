import Diagnostics
public import Ledger
import Practices
import RateBooks
import Rules
import Scenarios
public import Units

/// What one more person on a list moves, in the last month's law.
public struct OnePerson: Sendable {
  public struct Row: Sendable {
    public let isInsured: Bool
    public let payer: Account
    public let line: AccountLine
    /// The name of the grant, where the line has grants of several names.
    public var grant: String? = nil
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
    let rules = scenario.law.perCapitaGrants.rules
    let price = try scenario.consultations.map {
      try ConsultationPrice(of: $0, on: $0.asOf ?? day, in: scenario.law)
    }
    rows = [true, false].flatMap { isInsured in
      let grants = rules.flatMap { Self.grants(of: $0, on: day, isInsured: isInsured) }
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

extension OnePerson {
  /// What the person adds on the first place of each tier of a per-capita grant.
  private static func grants(
    of rule: Rule<PerCapitaScale>, on day: CalendarDate, isInsured: Bool
  ) -> [Row] {
    guard let scale = rule.series.inForce(on: day)?.value else { return [] }
    let line = AccountLine(rule.series.account, orNamed: rule.name)
    return scale.tiers.map { tier in
      Row(
        isInsured: isInsured, payer: Account(rule.series.payer), line: line,
        grant: line.tells(rule.name), basis: .yearOnPlace(tier.above + 1),
        amount: scale.rate(ofPlace: tier.above + 1))
    }
  }
}
