/// A clinic as a region reports it: one row of an annex.
public struct ReportedClinic: Hashable, Sendable {
  /// The ydernummer: six digits, as text.
  public var number: String
  public var name: String
  public var address: String
  /// The municipality's name as the law has it.
  public var municipality: String
  /// Four digits, as text.
  public var code: String
  /// Four digits, as text.
  public var postcode: String
  public var form: String
  /// Capacities tied to the clinic (udmøntede kapaciteter), whoever holds them.
  public var deployed: Int
  /// Those of them nobody holds (ledige kapaciteter).
  public var vacant: Int
  /// `nil` where the table does not say.
  public var patients: Int?
}
