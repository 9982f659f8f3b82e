/// What a person's copay is found by, and where what is above the ceiling is added up.
///
/// Hot: pays for a few instructions a contact with pointers that know no count of places;
/// ``PriceTable`` says how many there are. Must equal ``Rules/PatientYear`` to the øre.
struct CopayLaw {
  /// Of the practice's kind, by segment and class, in øre.
  let copays: UnsafePointer<Int32>
  /// Where the copays of a day start.
  let rowOfDay: UnsafePointer<Int32>
  /// In øre; the first of the year where it changes.
  let ceiling: Int
  /// The least that is repaid in a year, in øre.
  let leastRepaid: Int
  /// Of the year.
  let days: Int
  /// By class, in øre.
  let above: UnsafeMutablePointer<Int>

  /// Where the copay of a contact stands.
  @inline(__always)
  func place(of contact: UInt32) -> Int {
    Int(rowOfDay[Int(contact &>> 16)]) &+ Int(contact & 0xffff)
  }

  /// Whether so much copay and what has accrued of the other copay on a day are above the ceiling.
  @inline(__always)
  func isAbove(_ paid: Int, _ other: Int, on day: Int) -> Bool {
    // ⌊other × day ÷ days⌋ > ceiling − paid, without dividing.
    paid &* days &+ other &* day >= (ceiling &+ 1) &* days
  }

  /// Waives what is above a ceiling of the contact that reaches it.
  ///
  /// - Returns: Øre.
  @inline(__always) @discardableResult
  func cut(
    _ contact: UInt32, _ copay: Int, after paid: Int, _ other: Int, at ceiling: Int
  ) -> Int {
    let over = copay &- max(0, ceiling &- paid &- other &* Int(contact &>> 16) / days)
    above[Int(contact & 0xffff)] &+= over
    return over
  }

  /// Waives copay of a contact, in øre.
  @inline(__always)
  func waive(_ contact: UInt32, _ copay: Int) { above[Int(contact & 0xffff)] &+= copay }

  /// What some contacts cost together.
  @inline(__always)
  private func copay(of first: UnsafePointer<UInt32>, to end: UnsafePointer<UInt32>) -> Int {
    var (sum, next) = (0, first)
    while next < end {
      sum &+= Int(copays[place(of: next.pointee)])
      next += 1
    }
    return sum
  }

  /// The same as ``follow(_:inOrder:from:others:)`` where the ceiling changes within the year.
  func follow(
    _ persons: ArraySlice<UInt32>, inOrder contacts: UnsafePointer<UInt32>,
    from starts: UnsafePointer<UInt32>, others: UnsafePointer<Int32>, to path: CeilingPath
  ) -> Int {
    var reached = 0
    for person in persons {
      let other = Int(others[Int(person)])
      let end = contacts + Int(starts[Int(person) &+ 1])
      var next = contacts + Int(starts[Int(person)])
      let all = copay(of: next, to: end) &+ other
      var (paid, over, hasPassed) = (0, 0, false)
      for period in path.ceilings.indices where !hasPassed {
        let (ceiling, lastDay) = (path.ceilings[period], path.end(of: period) &- 1)
        guard all >= ceiling &+ path.leastRepaid else {
          while next < end, Int(next.pointee &>> 16) <= lastDay {
            paid &+= Int(copays[place(of: next.pointee)])
            next += 1
          }
          continue
        }
        let limit = (ceiling &+ 1) &* days
        while next < end, Int(next.pointee &>> 16) <= lastDay, !hasPassed {
          let copay = Int(copays[place(of: next.pointee)])
          hasPassed = (paid &+ copay) &* days &+ other &* Int(next.pointee &>> 16) >= limit
          if hasPassed { over = cut(next.pointee, copay, after: paid, other, at: ceiling) }
          paid &+= copay
          next += 1
        }
        // Other copay alone may pass a ceiling until its last day.
        hasPassed = hasPassed || paid &* days &+ other &* lastDay >= limit
      }
      guard hasPassed else { continue }
      while next < end {
        let copay = Int(copays[place(of: next.pointee)])
        waive(next.pointee, copay)
        over &+= copay
        next += 1
      }
      reached &+= over > 0 ? 1 : 0
    }
    return reached
  }

  /// Of those who may come above the ceiling, those who do so by as much as is repaid.
  ///
  /// Not a part of the loop that follows them, which most laws need without it.
  func repaid(
    _ persons: ArraySlice<UInt32>, among contacts: UnsafePointer<UInt32>,
    from starts: UnsafePointer<UInt32>, others: UnsafePointer<Int32>
  ) -> ArraySlice<UInt32> {
    guard leastRepaid > 0 else { return persons }
    return persons.filter { person in
      let (first, end) = (starts[Int(person)], starts[Int(person) &+ 1])
      let all = copay(of: contacts + Int(first), to: contacts + Int(end))
      return all &+ Int(others[Int(person)]) >= ceiling &+ leastRepaid
    }[...]
  }

  /// Finds what lies above the ceiling of persons whose contacts are in the order of time.
  ///
  /// - Parameters:
  ///   - persons: Whom to follow; see ``repaid(_:among:from:others:)``.
  ///   - contacts: All persons' contacts, the day above the class.
  ///   - starts: Where each person's start.
  ///   - others: Each person's copay for other services over the year, which accrues evenly.
  /// - Returns: How many persons reach the ceiling.
  // A call of its own, so that its loops have all registers to themselves.
  @inline(never)
  func follow(
    _ persons: ArraySlice<UInt32>, inOrder contacts: UnsafePointer<UInt32>,
    from starts: UnsafePointer<UInt32>, others: UnsafePointer<Int32>
  ) -> Int {
    let (copays, rowOfDay, above, days) = (copays, rowOfDay, above, days)
    let limit = (ceiling &+ 1) &* days
    var reached = 0
    for person in persons {
      let other = Int(others[Int(person)])
      let end = contacts + Int(starts[Int(person) &+ 1])
      var next = contacts + Int(starts[Int(person)])
      var paid = 0
      var copay = 0
      // Until it is above the ceiling, as ``isAbove(_:_:on:)`` has it.
      while next < end {
        let (day, kind) = (Int(next.pointee &>> 16), Int(next.pointee & 0xffff))
        copay = Int(copays[Int(rowOfDay[day]) &+ kind])
        paid &+= copay
        if paid &* days &+ other &* day >= limit { break }
        next += 1
      }
      guard next < end else { continue }
      // A contact that costs nothing may be the first above it; what comes after is all the same.
      var over = cut(next.pointee, copay, after: paid &- copay, other, at: ceiling)
      next += 1
      while next < end {
        let (day, kind) = (Int(next.pointee &>> 16), Int(next.pointee & 0xffff))
        let copay = Int(copays[Int(rowOfDay[day]) &+ kind])
        above[kind] &+= copay
        over &+= copay
        next += 1
      }
      reached &+= over > 0 ? 1 : 0
    }
    return reached
  }
}
