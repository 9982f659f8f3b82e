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
  /// What a proposal changes: factors on grants and fees, contacts that staff takes, and its grants.
  public var adjustments: [Adjustment]
  public var staff: [StaffSetting]
  /// Caps that stand in the place of the law's.
  public var controls: ControlSetting?
  public var lumpSums: [LumpSumSetting]
  /// Time and costs of practices; `nil` where only payments are asked for.
  public var work: WorkSetting?
  /// How patients and practices answer; `nil` where nobody does.
  public var behaviour: BehaviourSetting?
  /// Numbers to be found before the year is what is asked for.
  public var goals: [Goal]
  /// Over how many years adjustments come into force, in equal steps; `nil` for at once.
  public var phaseInYears: Estimate?
  /// What the accounts of the year say, and which year and persons they are of.
  public var accounts: OfficialAccounts
  /// Which numbers are fitted to them.
  public var calibration: [FreeNumber]
  /// The tables to show, in this order.
  public var tables: [TableName]
}

extension NationalScenario {
  /// The lines of the accounts, whatever year and persons they are of.
  public var official: [OfficialFigure] { accounts.figures }
}
