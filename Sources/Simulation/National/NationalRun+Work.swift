public import Diagnostics
import Practices
public import Rules
import Scenarios
public import Units

extension NationalRun {
  /// The contacts of a type at some practices, as they are taken.
  ///
  /// - Parameters:
  ///   - place: The type's place in the scenario.
  ///   - staff: The place of the staff setting by which others take them; `nil` for the doctor's own.
  ///   - practices: Which practices; out-of-hours contacts count with the practice of the list.
  /// - Returns: Contacts and what is paid for them; where staff begins within the year, copay above the
  ///   ceiling is all told with the staff's.
  public func sums(
    ofType place: Int, takenBy staff: Int?, at practices: (PracticeKind) -> Bool
  ) -> ContactSums {
    let classes = year.model.classes
    var sum = PaymentVector.zero
    for index in byClass.indices {
      let (kind, practice) = (
        classes[index % classes.count], year.kinds[index / classes.count].last
      )
      guard kind.type == place, practices(practice) else { continue }
      // Until the staff begins the doctor takes these contacts too.
      let taker = kind.staff(at: kind.practice(of: practice))
      if taker == staff { sum &+= byClass[index] }
      guard taker != nil, !beforeStaff.isEmpty else { continue }
      if taker == staff { sum &-= beforeStaff[index] }
      if staff == nil { sum &+= beforeStaff[index] }
    }
    return ContactSums(sum)
  }

  /// What the practice of each list is granted for one more person for a whole year, by the law of the
  /// last month of the year.
  ///
  /// Zero beyond the last paid place. Grants that follow the municipality's mean list, such as
  /// equalisation, are not in it.
  ///
  /// - Throws: ``Refusal`` when the law of that month has a gap.
  /// - Returns: In the order of the lists.
  public func grantsForNextPerson() throws(Refusal) -> [Money] {
    let december = Month(year: scenario.year, number: 12)
    let law = try GrantLaw(
      of: december, on: december.firstDay, in: scenario.law, adjustedBy: scenario.adjustments)
    return year.nation.lists.map { list in
      let kind = PracticeKind(list)
      let factor = law.factor(at: kind)
      return law.perCapita.reduce(.zero) { sum, grant in
        let with = grant.rule.annualAmount(persons: list.length + 1, needIndex: list.needIndex)
        let without = grant.rule.annualAmount(persons: list.length, needIndex: list.needIndex)
        return sum + (with - without).scaled(by: factor)
      }
    }
  }
}
