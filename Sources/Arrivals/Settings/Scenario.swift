import Diagnostics
public import Practices
public import RateBooks
public import Rules
public import Scenarios
public import Units

/// One question to the model: which law, which lists, which persons, for how long.
///
/// Every number remembers the line it was written on and where it comes from.
public struct Scenario: Sendable {
  public var title: String
  /// The law: the jurisdiction's rate book with what the scenario adds.
  public var law: RateBook
  /// What the scenario itself adds to the law.
  public var addedLaw: RateBook?
  /// The first month of the run.
  public var from: Month
  /// The number of months.
  public var months: Int
  /// The day whose rates hold in every month; `nil` for the law of each month. Rights to a list
  /// follow the calendar all the same.
  public var lawAt: CalendarDate?
  /// Names the random numbers of the run.
  public var seed: UInt64
  public var municipalities: [Municipality]
  public var lists: ListSetting
  public var arrivals: [Arrival]
  public var placement: PlacementRule
  public var enrolment: Enrolment
  public var consultations: ConsultationSetting?
  /// What municipalities pay in a year for free capacity that a right to a list makes needless.
  public var standbyContracts: Published?
  public var noteAudit: NoteAudit?
  public var uptakeGrid: UptakeGrid?
  /// The tables to show, in this order.
  public var tables: [TableName]

  /// The day whose rates hold in a month: its first, or the day the scenario names.
  public func lawDay(of month: Month) -> CalendarDate { lawAt ?? month.firstDay }

  /// The months of the run, in order.
  public var calendar: [Month] { (0..<months).map { from.advanced(by: $0) } }
}
