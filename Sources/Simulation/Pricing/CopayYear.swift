/// One person's copay through a year, in memory that is used again for the next person.
///
/// Hot: until the ceiling is reached every copay is paid, and afterwards none is. So contacts that are
/// not in the order of time are not put into it: copay is added up by spans of 32 days, and only the
/// contacts of the span in which the ceiling is reached are looked at one by one. Must equal
/// ``CopayLaw/follow(_:inOrder:from:others:)``.
final class CopayYear {
  /// By contact that costs something: the day, the class, and below them its copay in øre.
  private let contacts = UnsafeMutablePointer<UInt64>.allocate(capacity: PersonCounts.most + 1)
  /// The contacts of a span, in the order of time.
  private let span = UnsafeMutablePointer<UInt64>.allocate(capacity: PersonCounts.most + 1)

  /// Copay by span of the year, in øre.
  private let sums = UnsafeMutablePointer<Int>.allocate(capacity: spans)

  /// Days of a span, as a power of two.
  private static let spanBits = 5
  /// They make a year.
  private static let spans = 12

  func free() {
    sums.deallocate()
    contacts.deallocate()
    span.deallocate()
  }

  /// Finds what lies above the ceiling of persons whose contacts are in any order.
  ///
  /// - Parameters:
  ///   - persons: Whom to follow.
  ///   - contacts: All persons' contacts, the day above the class.
  ///   - starts: Where each person's start.
  ///   - others: Each person's copay for other services over the year, which accrues evenly.
  ///   - law: The copays.
  /// - Returns: How many persons reach the ceiling.
  func follow(
    _ persons: ArraySlice<UInt32>, _ contacts: UnsafePointer<UInt32>,
    from starts: UnsafePointer<UInt32>, others: UnsafePointer<Int32>, by law: CopayLaw
  ) -> Int {
    var reached = 0
    for person in persons {
      let (first, end) = (Int(starts[Int(person)]), Int(starts[Int(person) &+ 1]))
      let own = UnsafeBufferPointer(start: contacts + first, count: end &- first)
      reached &+= follow(own, other: Int(others[Int(person)]), by: law) ? 1 : 0
    }
    return reached
  }

  /// Finds what lies above the ceiling of a person; of contacts on one day the first counts first.
  ///
  /// - Parameters:
  ///   - own: The person's contacts, the day above the class, in any order.
  ///   - other: Copay for other services over the year, which accrues evenly.
  ///   - law: The copays.
  /// - Returns: Whether the person reaches the ceiling.
  // A call of its own, so that its loops have all registers to themselves.
  @inline(never)
  private func follow(_ own: UnsafeBufferPointer<UInt32>, other: Int, by law: CopayLaw) -> Bool {
    let count = take(own, by: law)
    if law.leastRepaid > 0, copay(beside: other) < law.ceiling &+ law.leastRepaid { return false }
    let (number, before) = spanReaching(other, by: law)
    guard number < Self.spans else { return false }
    let inSpan = split(at: number, of: count, by: law)
    var paid = before
    for next in 0..<inSpan {
      let copay = Int(Self.copay(span[next]))
      guard law.isAbove(paid &+ copay, other, on: Int(span[next] &>> 48)) else {
        paid &+= copay
        continue
      }
      law.cut(Self.contact(span[next]), copay, after: paid, other, at: law.ceiling)
      for later in next &+ 1..<inSpan {
        law.waive(Self.contact(span[later]), Int(Self.copay(span[later])))
      }
      return true
    }
    // Rare: it is other copay that reaches the ceiling, after the last contact of the span.
    return (number &+ 1..<Self.spans).contains { sums[$0] > 0 }
  }

  /// The same as ``follow(_:_:from:others:by:)`` where the ceiling changes within the year.
  func follow(
    _ persons: ArraySlice<UInt32>, _ contacts: UnsafePointer<UInt32>,
    from starts: UnsafePointer<UInt32>, others: UnsafePointer<Int32>, by law: CopayLaw,
    to path: CeilingPath
  ) -> Int {
    // No person passes a ceiling in a span without coming above the lowest of its ceilings.
    let lowest = (0..<Self.spans).map { span in
      let days = span << Self.spanBits..<(span + 1) << Self.spanBits
      return path.ceilings.indices.filter { period in
        path.starts[period] < days.upperBound && path.end(of: period) > days.lowerBound
      }.map { path.ceilings[$0] }.min() ?? CeilingPath.none
    }
    var reached = 0
    for person in persons {
      let (first, end) = (Int(starts[Int(person)]), Int(starts[Int(person) &+ 1]))
      let own = UnsafeBufferPointer(start: contacts + first, count: end &- first)
      let count = take(own, by: law)
      let other = Int(others[Int(person)])
      reached &+= follow(count, other: other, by: law, to: path, lowest) ? 1 : 0
    }
    return reached
  }

  private func follow(
    _ count: Int, other: Int, by law: CopayLaw, to path: CeilingPath, _ lowest: [Int]
  ) -> Bool {
    let (all, days) = (copay(beside: other), law.days)
    var (paid, period) = (0, 0)
    func passes(_ copay: Int, on day: Int) -> Bool {
      let ceiling = path.ceilings[period]
      return copay &* days &+ other &* day >= (ceiling &+ 1) &* days
        && all >= ceiling &+ path.leastRepaid
    }
    for number in 0..<Self.spans {
      let last = (number &+ 1) &<< Self.spanBits &- 1
      let isNear =
        (paid &+ sums[number]) &* days &+ other &* last >= (lowest[number] &+ 1) &* days
      guard isNear else {
        paid &+= sums[number]
        while path.end(of: period) <= last, period &+ 1 < path.ceilings.count { period &+= 1 }
        continue
      }
      let inSpan = gather(number, of: count)
      var next = 0
      var (hasPassed, over) = (false, 0)
      while !hasPassed {
        let day = next < inSpan ? Int(span[next] &>> 48) : last
        // Other copay alone may pass a ceiling until its last day.
        if period &+ 1 < path.ceilings.count, path.end(of: period) <= day {
          hasPassed = passes(paid, on: path.end(of: period) &- 1)
          period &+= 1
          continue
        }
        guard next < inSpan else { break }
        let copay = Int(Self.copay(span[next]))
        hasPassed = passes(paid &+ copay, on: day)
        if hasPassed {
          over = law.cut(
            Self.contact(span[next]), copay, after: paid, other, at: path.ceilings[period])
        }
        paid &+= copay
        next &+= 1
      }
      guard hasPassed else { continue }
      return waive(from: next, inSpan, number, of: count, by: law) &+ over > 0
    }
    return false
  }

  /// Waives the contacts of a span from one on, and all after the span.
  ///
  /// - Returns: Øre.
  private func waive(
    from first: Int, _ inSpan: Int, _ number: Int, of count: Int, by law: CopayLaw
  ) -> Int {
    var over = 0
    for next in first..<max(first, inSpan) {
      law.waive(Self.contact(span[next]), Int(Self.copay(span[next])))
      over &+= Int(Self.copay(span[next]))
    }
    for place in 0..<count where Self.number(contacts[place]) > number {
      law.waive(Self.contact(contacts[place]), Int(Self.copay(contacts[place])))
      over &+= Int(Self.copay(contacts[place]))
    }
    return over
  }

  /// What all contacts of the year and other services cost.
  @inline(__always)
  private func copay(beside other: Int) -> Int {
    (0..<Self.spans).reduce(other) { $0 &+ sums[$1] }
  }

  /// The span in which the ceiling is reached: in which all of its copay, and other copay as on its last
  /// day, are above it.
  ///
  /// - Returns: Its number, twelve where there is none, and what is paid before it.
  @inline(__always)
  private func spanReaching(_ other: Int, by law: CopayLaw) -> (number: Int, before: Int) {
    var (number, before, paid) = (0, 0, 0)
    // To the end in any case, because a way out early is what a processor cannot foresee.
    for span in 0..<Self.spans {
      paid &+= sums[span]
      let last = (span &+ 1) &<< Self.spanBits &- 1
      let isAbove = law.isAbove(paid, other, on: last)
      number &+= isAbove ? 0 : 1
      before = isAbove ? before : paid
    }
    return (number, before)
  }

  @inline(__always)
  private static func contact(_ written: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: written &>> 32)
  }

  @inline(__always)
  private static func copay(_ written: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: written) }

  /// The span of the year a contact is in.
  @inline(__always)
  private static func number(_ written: UInt64) -> Int { Int(written &>> UInt64(48 + spanBits)) }

  /// Writes contacts down, and copay by span of the year.
  ///
  /// - Returns: How many contacts cost something.
  @inline(__always)
  private func take(_ own: UnsafeBufferPointer<UInt32>, by law: CopayLaw) -> Int {
    sums.update(repeating: 0, count: Self.spans)
    var count = 0
    for contact in own {
      let copay = law.copays[law.place(of: contact)]
      contacts[count] = UInt64(contact) &<< 32 | UInt64(UInt32(bitPattern: copay))
      sums[Int(contact &>> 16) &>> Self.spanBits] &+= Int(copay)
      // Written in any case, and kept only when it costs something: one above zero, and not a branch.
      count &+= Int(UInt32(bitPattern: 0 &- copay) &>> 31)
    }
    return count
  }

  /// Splits the year at a span: waives all copay after it, and writes its contacts down by day.
  ///
  /// - Returns: How many are in the span.
  @inline(__always)
  private func split(at number: Int, of count: Int, by law: CopayLaw) -> Int {
    for place in 0..<count {
      let written = contacts[place]
      law.waive(
        Self.contact(written), Self.number(written) > number ? Int(Self.copay(written)) : 0)
    }
    return gather(number, of: count)
  }

  /// Writes the contacts of a span down by day. They are few, so by insertion; equal days keep their
  /// order.
  ///
  /// - Returns: How many there are.
  @inline(__always)
  private func gather(_ number: Int, of count: Int) -> Int {
    var end = 0
    for place in 0..<count {
      span[end] = contacts[place]
      end &+= Self.number(contacts[place]) == number ? 1 : 0
    }
    for next in 1..<max(end, 1) {
      let contact = span[next]
      var place = next
      while place > 0 && span[place &- 1] &>> 48 > contact &>> 48 {
        span[place] = span[place &- 1]
        place &-= 1
      }
      span[place] = contact
    }
    return end
  }
}
