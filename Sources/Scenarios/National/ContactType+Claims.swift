import Diagnostics
import Documents
public import RateBooks
public import Rules
import Units

extension ContactType {
  /// Whether no fee stands twice for the same time of the day; of two such lines one would be dead, and
  /// which of them is in the log.
  static func areClaimedOnce(
    _ uses: [FeeUse], in type: Substring, _ log: inout FaultLog
  ) -> Bool {
    let doubled = uses.enumerated().filter { place, use in
      uses[..<place].contains { $0.fee.value == use.fee.value && $0.overlaps(use) }
    }
    for (_, use) in doubled {
      log.add(
        "'\(use.fee.text)' stands twice in '\(type)'", at: use.fee.position,
        help: "write 'times' to claim it more than once, or keep one of the lines")
    }
    return doubled.isEmpty
  }

  /// The name of a mapping by its path: `physical` of `contacts.types.physical`.
  static func lastKey(of path: String) -> Substring { path.split(separator: ".").last ?? "" }
}

extension ContactType.FeeUse {
  /// Whether a contact may be at a time of the day for which both are claimed.
  fileprivate func overlaps(_ other: Self) -> Bool {
    time == nil || other.time == nil || time == other.time
  }

  /// The fee's values that may be paid in a year.
  public func values(in law: RateBook, _ year: Int) -> [Fee] {
    let changes = daysOfChange(in: law).filter { $0.year == year }
    // What is not known on a day is a fault that is told elsewhere.
    return ([Month(year: year, number: 1).firstDay] + changes).compactMap {
      (try? period(on: $0, in: law))?.value
    }
  }
}

extension ContactSetting {
  /// Whether contacts say how long they last wherever a fee is paid by the time; what does not goes into
  /// the log. A fee by minutes would be paid for none of them, and silently.
  func stateMinutes(askedForBy law: RateBook, in year: Int, _ log: inout FaultLog) -> Bool {
    var isSound = true
    for type in types where type.minutes.isEmpty {
      for use in type.fees
      where use.values(in: law, year).contains(where: { $0.conditions.unit != .contact }) {
        log.add(
          "'\(use.fee.text)' is paid by started minutes; '\(type.name)' states none",
          at: use.fee.position,
          help: "add 'minutes' to '\(type.name)': how long its contacts last, and the share of each"
        )
        isSound = false
      }
    }
    return isSound
  }
}
