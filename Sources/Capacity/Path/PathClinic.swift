/// A clinic on the way to the last year.
struct PathClinic {
  var municipality: Int
  var council: Int
  var capacities: Int
  /// Capacities a doctor holds.
  var filled: Int
  var patients: Int
  /// In millionths, where the country's mean person is a million.
  var needPerPatient: Int
  /// What the local facts change.
  var change: Int
  var isOpen: Bool
  /// Capacities nobody held a year ago.
  var vacantBefore = 0

  var vacant: Int { capacities - filled }

  /// Capacities nobody held at either end of a year, less those its patients need.
  func withdrawable(closingLimit: Int) -> Int {
    max(0, min(vacant, vacantBefore, capacities - kept(patients, closingLimit: closingLimit)))
  }

  /// The number of patients from which it may close: its doctors' part of the council's need, in the
  /// number of its own patients that make that need.
  ///
  /// - Parameters:
  ///   - needPerCapacity: In millionths.
  ///   - closingLimit: The most patients a capacity can be asked to have.
  /// - Returns: Patients.
  func minimum(needPerCapacity: Int, closingLimit: Int) -> Int {
    let number = (filled * needPerCapacity + needPerPatient / 2) / needPerPatient + change
    return filled == 0 ? 0 : max(0, min(number, filled * closingLimit))
  }
}

/// The fewest capacities that so many patients need at the highest closing limit.
func kept(_ patients: Int, closingLimit: Int) -> Int {
  patients / closingLimit + (patients % closingLimit > 0 ? 1 : 0)
}
