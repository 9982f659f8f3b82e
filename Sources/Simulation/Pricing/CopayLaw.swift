/// What a person's copay is found by, and where what is above the ceiling is added up.
///
/// Hot: pays for pointers with no count of places; ``PriceTable`` says how many there are.
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

  /// Waives all of a contact's copay.
  ///
  /// - Returns: Øre.
  @inline(__always) @discardableResult
  func waive(_ contact: UInt32, at place: Int) -> Int {
    above[Int(contact & 0xffff)] &+= Int(copays[place])
    return Int(copays[place])
  }

  /// Finds what lies above the ceiling of a person whose contacts are in the order of time.
  ///
  /// - Parameters:
  ///   - own: The person's contacts, the day above the class.
  ///   - other: Copay for other services over the year, which accrues evenly.
  /// - Returns: Whether the person reaches the ceiling.
  // A call of its own, so that its loops have all registers to themselves.
  @inline(never)
  func follow(inOrder own: UnsafeBufferPointer<UInt32>, other: Int) -> Bool {
    var paid = 0
    for next in own.indices {
      let copay = Int(copays[place(of: own[next])])
      paid &+= copay
      // A contact that costs nothing may be the first above it; what comes after is all the same.
      guard isAbove(paid, other, on: Int(own[next] &>> 16)) else { continue }
      var over = cut(own[next], copay, after: paid &- copay, other)
      for later in next &+ 1..<own.count { over &+= waive(own[later], at: place(of: own[later])) }
      return over > 0
    }
    return false
  }
}
