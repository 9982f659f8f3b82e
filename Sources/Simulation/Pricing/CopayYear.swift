/// One person's copay through a year, in memory that is used again for the next person.
///
/// Hot: until the ceiling is reached every copay is paid, and afterwards none is. So contacts that are
/// not in the order of time are not put into it: copay is added up by spans of 32 days, and only the
/// contacts of the span in which the ceiling is reached are looked at one by one. Must equal
/// ``CopayLaw/follow(_:inOrder:from:others:)``.
final class CopayYear {
  /// By contact that costs something: the day, the class, and below them where its copay stands among
  /// those of the kind of practice.
  private let contacts = UnsafeMutablePointer<UInt64>.allocate(capacity: PersonCounts.most + 1)
  private var count = 0
  /// The contacts of a span, in the order of time.
  private let span = UnsafeMutablePointer<UInt64>.allocate(capacity: PersonCounts.most + 1)

  /// Days of a span, as a power of two; twelve spans make a year.
  private static let spanBits = 5

  func free() {
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
    let sums = take(own, by: law)
    var paid = 0
    for number in 0..<12 {
      // With all of the span paid, and other copay as on its last day.
      let last = (number &+ 1) &<< Self.spanBits &- 1
      guard law.isAbove(paid &+ Int(sums[number]), other, on: last), sums[number] > 0 else {
        paid &+= Int(sums[number])
        continue
      }
      let inSpan = split(by: number)
      for next in 0..<inSpan {
        let copay = Int(law.copays[Self.place(span[next])])
        guard law.isAbove(paid &+ copay, other, on: Int(span[next] &>> 48)) else {
          paid &+= copay
          continue
        }
        law.cut(Self.contact(span[next]), copay, after: paid, other)
        for later in next &+ 1..<inSpan {
          law.waive(Self.contact(span[later]), at: Self.place(span[later]))
        }
        waive(after: number, by: law)
        return true
      }
      // Rare: the ceiling is reached after the last contact of the span.
    }
    return false
  }

  @inline(__always)
  private static func contact(_ written: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: written &>> 32)
  }

  @inline(__always)
  private static func place(_ written: UInt64) -> Int { Int(written & 0xffff_ffff) }

  /// The span of the year a contact is in.
  @inline(__always)
  private static func number(_ written: UInt64) -> Int { Int(written &>> UInt64(48 + spanBits)) }

  /// Writes contacts down.
  ///
  /// - Returns: Copay by span of the year, in øre.
  @inline(__always)
  private func take(_ own: UnsafeBufferPointer<UInt32>, by law: CopayLaw) -> SIMD16<Int64> {
    var sums = SIMD16<Int64>.zero
    count = 0
    withUnsafeMutableBytes(of: &sums) { bytes in
      let sums = bytes.bindMemory(to: Int64.self)
      for contact in own {
        let place = law.place(of: contact)
        let copay = Int64(law.copays[place])
        // Written in any case, and kept only when it costs something.
        contacts[count] = UInt64(contact) &<< 32 | UInt64(place)
        sums[Int(contact &>> 16) &>> Self.spanBits] &+= copay
        count &+= copay > 0 ? 1 : 0
      }
    }
    return sums
  }

  /// Writes the contacts of a span down by day. They are few, so by insertion; equal days keep their
  /// order.
  ///
  /// - Returns: How many are in the span.
  @inline(__always)
  private func split(by number: Int) -> Int {
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

  @inline(__always)
  private func waive(after number: Int, by law: CopayLaw) {
    for place in 0..<count {
      let (contact, copay) = (contacts[place], law.copays[Self.place(contacts[place])])
      law.above[Int(contact &>> 32 & 0xffff)] &+= Self.number(contact) > number ? Int(copay) : 0
    }
  }
}
