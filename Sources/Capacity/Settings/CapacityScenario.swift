public import Diagnostics
public import RateBooks
public import Scenarios
public import Units

/// A plan of Danish doctor capacities: how many there are, where need puts them, how many patients a
/// clinic must have before it may close, and what it costs.
public struct CapacityScenario: Sendable {
  public var title: String
  /// The rate book with what the plan adds to it.
  public var law: RateBook
  public var seed: UInt64
  /// The day of the plan: what is in force, who is vacant, where to complain.
  public var day: Located<CalendarDate>
  /// The last year of the path; the first is the plan's own.
  public var lastYear: Int
  /// Persons by municipality and whatever else the need weights know of them.
  public var population: TableFile
  /// Tables of weights; a person's need is the product of one weight from each.
  public var needWeights: [TableFile]
  public var capacities: CapacitySetting
  public var clinics: TableFile
  /// Who works where; `nil` when the table of clinics says how many capacities are vacant.
  public var doctors: TableFile?
  /// The patients of clinics by the variables of the weights.
  public var clinicPatients: TableFile?
  public var minimum: MinimumSetting
  public var events: CapacityEvents
  public var supply: DoctorSupplySetting
  public var money: CapacityMoney?
  /// The tables to show, in this order.
  public var tables: [TableName]

  public var years: ClosedRange<Int> { day.value.year...max(day.value.year, lastYear) }
}
