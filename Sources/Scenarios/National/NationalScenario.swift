public import RateBooks

/// One year of general practice for a whole nation: who is on which list, whom they see, what it
/// costs, and what the accounts say it cost.
public struct NationalScenario: Sendable {
  public var title: String
  /// The law: the jurisdiction's rate book, with what the scenario adds and assumes.
  public var law: RateBook
  /// The calendar year.
  public var year: Int
  /// Names the random numbers of the run.
  public var seed: UInt64
  public var population: PopulationSetting
  /// Groups of municipalities by size, smallest first.
  public var groups: [MunicipalityGroup]
  public var lists: ListSetting
  public var practices: PracticeSetting
  public var use: UseSetting
  public var contacts: ContactSetting
  public var otherCopay: OtherCopay
  /// Money and capacity that do not come from contacts.
  public var posts: PostSettings
  /// What the accounts of the year say.
  public var official: [OfficialFigure]
  /// Which numbers are fitted to them.
  public var calibration: [FreeNumber]
  /// The tables to show, in this order.
  public var tables: [TableName]
}
