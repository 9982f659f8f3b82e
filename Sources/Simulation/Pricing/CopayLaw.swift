/// What a person's copay is found by, and where what is above the ceiling is added up.
///
/// Hot: pays for a few instructions a contact with pointers that know no count of places;
/// ``PriceTable`` says how many there are. Must equal ``Rules/PatientYear`` to the øre.
struct CopayLaw {
  /// Of the practice's kind, by segment and class, in øre.
  let copays: UnsafePointer<Int32>
  /// Where the copays of a day start.
  let rowOfDay: UnsafePointer<Int32>
  /// In øre.
  let ceiling: Int
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

  /// Waives what is above the ceiling of the contact that reaches it.
  ///
  /// - Returns: Øre.
  @inline(__always) @discardableResult
  func cut(_ contact: UInt32, _ copay: Int, after paid: Int, _ other: Int) -> Int {
    let over = copay &- max(0, ceiling &- paid &- other &* Int(contact &>> 16) / days)
    above[Int(contact & 0xffff)] &+= over
    return over
  }

  /// Waives copay of a contact, in øre.
  @inline(__always)
  func waive(_ contact: UInt32, _ copay: Int) { above[Int(contact & 0xffff)] &+= copay }

  /// Finds what lies above the ceiling of persons whose contacts are in the order of time.
  ///
  /// - Parameters:
  ///   - persons: Whom to follow.
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
      var over = cut(next.pointee, copay, after: paid &- copay, other)
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
