public import Diagnostics
public import Rules
public import Units

/// A rule of a rate book in words, for listing: the same for every kind of value.
public struct RateEntry: Sendable {
  public var section: String
  public var name: String
  public var title: String
  public var unit: Located<String>
  /// Who pays; `nil` for what is not a grant.
  public var payer: Payer?
  /// The line of the accounts it is booked on; `nil` for a line of its own.
  public var account: GrantAccount?
  public var periods: [Period<String>]

  /// What is in force on a day, in words, or why nothing is.
  public func standing(on day: CalendarDate) -> Standing<String> {
    Series(title: title, unit: unit, periods: periods).standing(on: day)
  }
}

extension RateBook {
  /// Every rule of the book, section by section.
  public var entries: [RateEntry] {
    entries(of: monthRules, in: "month-rules", \.rawValue)
      + entries(of: perCapitaGrants, in: "per-capita-grants", \.words)
      + entries(of: startUpGrants, in: "start-up-grants", \.words)
      + entries(of: equalisationGrants, in: "equalisation-grants", \.words)
      + entries(of: lumpSums, in: "lump-sums", \.words)
      + entries(of: fees, in: "fees", \.words)
      + entries(of: copayCeilings, in: "copay-ceilings", \.short)
      + entries(of: copayCards, in: "copay-cards", \.words)
      + entries(of: copayExemptions, in: "copay-exemptions", \.words)
      + entries(of: patientPrices, in: "patient-prices", \.short)
      + entries(of: listRights, in: "list-rights", \.words)
      + entries(of: listLimits, in: "list-limits", \.description)
      + entries(of: dailyFeeCaps, in: "daily-fee-caps", \.words)
      + entries(of: listCaps, in: "list-caps", \.words)
      + entries(of: practiceCeilings, in: "practice-ceilings", \.refunds.short)
      + entries(of: baseFeePools, in: "base-fee-pools", \.words)
      + entries(of: healthCouncils, in: "health-councils", \.words)
      + entries(of: capacityLimits, in: "capacity-limits", \.description)
      + entries(of: capacityRules, in: "capacity-rules", \.rawValue)
  }

  private func entries<Value>(
    of section: Section<Value>, in name: String, _ words: (Value) -> String
  ) -> [RateEntry] {
    section.rules.map { rule in
      RateEntry(
        section: name, name: rule.name, title: rule.series.title, unit: rule.series.unit,
        payer: rule.series.payer, account: rule.series.account,
        periods: rule.series.periods.map { $0.inWords($0.value.map(words)) })
    }
  }
}

extension Period {
  fileprivate func inWords(_ text: String?) -> Period<String> {
    Period<String>(
      from: from, value: text, knownUntil: knownUntil, reference: reference, note: note,
      position: position)
  }
}
