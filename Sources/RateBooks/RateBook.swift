public import Rules
public import Units

/// The law of one jurisdiction as dated data: every value has the day it takes effect, its unit
/// and a reference.
///
/// Keys are unique across sections, so that one name finds one rule.
public struct RateBook: Sendable {
  /// The jurisdiction, as people call it.
  public var title: String
  /// Three capital letters.
  public var currency: String
  public var monthRules: Section<MonthRule>
  public var perCapitaGrants: Section<PerCapitaScale>
  public var startUpGrants: Section<StartUpGrant>
  public var equalisationGrants: Section<EqualisationGrant>
  public var lumpSums: Section<LumpSumGrant>
  public var fees: Section<Fee>
  public var copayCeilings: Section<Money>
  public var copayCards: Section<CopayCard>
  public var copayExemptions: Section<CopayExemption>
  public var patientPrices: Section<Money>
  public var listRights: Section<ListRight>
  public var listLimits: Section<Int>
  public var dailyFeeCaps: Section<DailyFeeCap>
  public var listCaps: Section<ListCap>
  public var practiceCeilings: Section<PracticeCeiling>
  public var baseFeePools: Section<BaseFeePool>
  public var healthCouncils: Section<HealthCouncil>
  public var capacityLimits: Section<Ratio>
  public var capacityRules: Section<CapacityRule>
}

/// The rules of one kind, by name, in the order of the book.
public struct Section<Value: Sendable>: Sendable {
  public internal(set) var rules: [Rule<Value>]

  public init(_ rules: [Rule<Value>] = []) {
    self.rules = rules
  }

  public subscript(name: String) -> Rule<Value>? { rules.first { $0.name == name } }

  func overlaid(by other: Section) -> Section {
    var merged = self
    for rule in other.rules {
      if let index = merged.rules.firstIndex(where: { $0.name == rule.name }) {
        merged.rules[index].series = merged.rules[index].series.overlaid(by: rule.series)
      } else {
        merged.rules.append(rule)
      }
    }
    return merged
  }
}

/// A named series: one rule of law through time.
public struct Rule<Value: Sendable>: Sendable {
  public var name: String
  public var series: Series<Value>

  public init(name: String, series: Series<Value>) {
    (self.name, self.series) = (name, series)
  }
}

extension RateBook {
  /// The book with what a scenario's `law` adds or replaces: a rule of the same name is replaced
  /// from the first day of the new periods on.
  public func overlaid(by other: RateBook) -> RateBook {
    var book = self
    book.monthRules = monthRules.overlaid(by: other.monthRules)
    book.perCapitaGrants = perCapitaGrants.overlaid(by: other.perCapitaGrants)
    book.startUpGrants = startUpGrants.overlaid(by: other.startUpGrants)
    book.equalisationGrants = equalisationGrants.overlaid(by: other.equalisationGrants)
    book.lumpSums = lumpSums.overlaid(by: other.lumpSums)
    book.fees = fees.overlaid(by: other.fees)
    book.copayCeilings = copayCeilings.overlaid(by: other.copayCeilings)
    book.copayCards = copayCards.overlaid(by: other.copayCards)
    book.copayExemptions = copayExemptions.overlaid(by: other.copayExemptions)
    book.patientPrices = patientPrices.overlaid(by: other.patientPrices)
    book.listRights = listRights.overlaid(by: other.listRights)
    book.listLimits = listLimits.overlaid(by: other.listLimits)
    book.dailyFeeCaps = dailyFeeCaps.overlaid(by: other.dailyFeeCaps)
    book.listCaps = listCaps.overlaid(by: other.listCaps)
    book.practiceCeilings = practiceCeilings.overlaid(by: other.practiceCeilings)
    book.baseFeePools = baseFeePools.overlaid(by: other.baseFeePools)
    book.healthCouncils = healthCouncils.overlaid(by: other.healthCouncils)
    book.capacityLimits = capacityLimits.overlaid(by: other.capacityLimits)
    book.capacityRules = capacityRules.overlaid(by: other.capacityRules)
    return book
  }
}
