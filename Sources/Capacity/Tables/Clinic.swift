public import Rules
public import Units

/// A clinic (ydernummer) as it stands today.
public struct Clinic: Sendable {
  /// Six digits, kept as text.
  public var number: String
  public var name: String
  /// Empty where the table does not say, as are the postcode and the form.
  public var address: String
  /// Four digits, kept as text.
  public var postcode: String
  /// As in the regions' reports (praksisform).
  public var form: String
  /// The place of its municipality.
  public var municipality: Int
  /// Capacities it has (udmøntede kapaciteter).
  public var capacities: Int
  /// How many of them nobody holds; `nil` where a table of doctors tells.
  public var vacant: Int?
  /// Persons on its list.
  public var patients: Int
  /// The number of patients from which it may close today.
  public var minimum: Int
  public var intake: Intake
  /// What its patients need, where the country's mean is 1; `nil` where nobody has calculated it.
  public var needIndex: Ratio?
  /// The clinic it was split from, by number.
  public var splitFrom: String?
  /// Since when a capacity of it has been vacant.
  public var vacantSince: CalendarDate?
  public var isOnIsland: Bool
}
