/// A year of the way to the last one, for the country or a health council.
///
/// - Unit: capacities, doctors, clinics and persons at the end of the year.
public struct PathYear: Hashable, Sendable {
  public var year: Int
  /// The national number, or the council's part of it.
  public var target = 0
  public var deployed = 0
  /// Capacities a doctor holds.
  public var filled = 0
  public var persons = 0
  /// Persons on lists.
  public var listed = 0
  /// Clinics that closed their list during the year, and that opened it again.
  public var closings = 0
  public var openings = 0
  /// The need of those on lists, in millionths of a person of weight 1.
  public var listedNeed = 0

  /// Capacities of the target that nobody holds.
  public var shortfall: Int { max(0, target - filled) }
  public var vacant: Int { deployed - filled }
  public var withoutClinic: Int { max(0, persons - listed) }

  static func + (a: PathYear, b: PathYear) -> PathYear {
    var sum = a
    sum.target += b.target
    sum.deployed += b.deployed
    sum.filled += b.filled
    sum.persons += b.persons
    sum.listed += b.listed
    sum.closings += b.closings
    sum.openings += b.openings
    sum.listedNeed += b.listedNeed
    return sum
  }
}
