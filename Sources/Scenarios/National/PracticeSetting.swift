public import Diagnostics
import Documents
public import Units

/// What the practices behind the lists are like.
public struct PracticeSetting: Sendable {
  /// The share of practitioners who are specialists in general practice.
  public var specialistShare: Estimate
  /// The share of lists without a practitioner.
  public var vacantShare: Estimate
  /// The share of lists so new and short that they have a start-up grant.
  public var newShare: Estimate
  /// Companies with several practitioners; `nil` where there are none.
  public var companies: Companies?

  /// Practices owned by a company that holds several lists.
  public struct Companies: Sendable {
    /// The share of lists, of those that are neither vacant nor municipal.
    public var share: Estimate
    /// Lists of one company.
    public var lists: Estimate
    /// The share of companies whose owners meet the rule for profession-neutral fees. Municipal
    /// practices meet it wherever there is such a rule.
    public var ownershipShare: Estimate
    /// The most listed persons one company is paid for; `nil` for no cap of its own.
    public var persons: Estimate?
    /// The first day there are any; `nil` for all year. Before it their practitioners are self-employed.
    public var from: Located<CalendarDate>?
  }

  private enum Keys {
    static let specialist = Key(
      "specialist-share", Estimate.grammar(of: .share),
      "the share of practitioners who are specialists")
    static let vacant = Key(
      "vacant-share", Estimate.grammar(of: .share), "the share of lists without a practitioner")
    static let new = Key(
      "new-share", Estimate.grammar(of: .share),
      "the share of lists so new and short that they have a start-up grant")
    static let companies = Key("companies", Companies.grammar, "companies that hold several lists")
  }

  static let grammar = Grammar<PracticeSetting>.record(
    "practices",
    keys: [
      Keys.specialist.required, Keys.vacant.required, Keys.new.required, Keys.companies.optional,
    ]
  ) { record, _ in
    PracticeSetting(
      specialistShare: record[Keys.specialist], vacantShare: record[Keys.vacant],
      newShare: record[Keys.new], companies: record[maybe: Keys.companies])
  }
}

extension PracticeSetting.Companies {
  private enum Keys {
    static let share = Key(
      "share", Estimate.grammar(of: .share),
      "the share of lists, of those that are neither vacant nor municipal")
    static let lists = Key(
      "lists", Estimate.grammar(of: Grammar<Int>.whole(in: 1...10_000).map { Ratio($0) }),
      "lists of one company")
    static let ownership = Key(
      "ownership-share", Estimate.grammar(of: .share),
      "the share of companies whose owners meet the rule for profession-neutral fees")
    static let from = Key(
      "from", Grammar<CalendarDate>.date.located,
      "the first day there are any; all year unless said")
    static let persons = Key(
      "persons", Estimate.grammar(of: Grammar<Int>.whole(in: 0...1_000_000).map { Ratio($0) }),
      "the most listed persons one company is paid for")
  }

  static let grammar = Grammar<Self>.record(
    "companies",
    keys: [
      Keys.share.required, Keys.lists.required, Keys.ownership.required, Keys.persons.optional,
      Keys.from.optional,
    ]
  ) { record, _ in
    .init(
      share: record[Keys.share], lists: record[Keys.lists],
      ownershipShare: record[Keys.ownership], persons: record[maybe: Keys.persons],
      from: record[maybe: Keys.from])
  }
}
