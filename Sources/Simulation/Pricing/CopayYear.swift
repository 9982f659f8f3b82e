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
      law.cut(Self.contact(span[next]), copay, after: paid, other)
      for later in next &+ 1..<inSpan {
        law.waive(Self.contact(span[later]), Int(Self.copay(span[later])))
      }
      return true
    }
    // Rare: it is other copay that reaches the ceiling, after the last contact of the span.
    return (number &+ 1..<Self.spans).contains { sums[$0] > 0 }
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

  /// Splits the year at a span: waives all copay after it, and writes its contacts down by day. They are
  /// few, so by insertion; equal days keep their order.
  ///
  /// - Returns: How many are in the span.
  @inline(__always)
  private func split(at number: Int, of count: Int, by law: CopayLaw) -> Int {
    var end = 0
    for place in 0..<count {
      let written = contacts[place]
      let own = Self.number(written)
      span[end] = written
      end &+= own == number ? 1 : 0
      law.waive(Self.contact(written), own > number ? Int(Self.copay(written)) : 0)
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
