/// The practices and inhabitants of a country: everything about a year that is not drawn.
public struct Nation: Sendable {
  /// In the order of the table, or of the size groups they are made from.
  public var municipalities: [Municipality]
  /// The size group of each municipality.
  public var groups: [Int]
  /// Sex and age in each municipality.
  public var mixes: [CellMix]
  /// Sex and age in the country.
  public var country: CellMix
  /// Municipality by municipality.
  public var lists: [PatientList]

  public init(
    municipalities: [Municipality], groups: [Int], mixes: [CellMix], country: CellMix,
    lists: [PatientList]
  ) {
    (self.municipalities, self.groups, self.mixes) = (municipalities, groups, mixes)
    (self.country, self.lists) = (country, lists)
  }

  /// Persons on all lists.
  public var persons: Int { lists.reduce(0) { $0 + $1.length } }
}
