/// One person's copay through a year, in memory that is used again for the next person.
///
/// Hot: until the ceiling is reached every copay is paid, and afterwards none is. So contacts that are
/// not in the order of time are not put into it: copay is added up by spans of 32 days, and only the
/// contacts of the span in which the ceiling is reached are looked at one by one.
final class CopayYear {
  private let ceiling: Int
  private let days: Int
  /// By contact that costs something: the day, and below it where its copay stands among those of the kind of practice.
  private let contacts = UnsafeMutablePointer<UInt64>.allocate(capacity: 3 * 255 + 1)
  private var count = 0
  /// The contacts of a span, in the order of time.
  private let span = UnsafeMutablePointer<UInt64>.allocate(capacity: 3 * 255 + 1)

  /// Days of a span, as a power of two; twelve spans make a year.
  private static let spanBits = 5

  /// - Parameters:
  ///   - ceiling: In øre.
  ///   - days: Of the year.
  init(ceiling: Int, days: Int) { (self.ceiling, self.days) = (ceiling, days) }

  func free() {
    contacts.deallocate()
    span.deallocate()
  }

  /// What a person's copay is found by, and where it goes.
  struct Law {
    /// Of the practice's kind, by segment and class, in øre.
    let copays: UnsafePointer<Int32>
    /// Where the copays of a day start.
    let rowOfDay: UnsafePointer<Int32>
    /// Counts contacts of which the patient pays nothing, by place in ``copays``.
    let waived: UnsafeMutablePointer<Int>

    @inline(__always)
    func place(of contact: UInt32) -> Int {
      Int(rowOfDay[Int(contact &>> 16)]) &+ Int(contact & 0xffff)
    }
  }

  /// A contact of which the patient pays a part at most, because it reaches the ceiling.
  struct Cut {
    /// Where its copay stands.
    let place: Int
    /// What is above the ceiling, in øre.
    let over: Int
  }

  /// Finds what lies above the ceiling.
  ///
  /// - Parameters:
  ///   - own: The person's contacts, the day above the class, in the order of time.
  ///   - other: Copay for other services over the year, which accrues evenly.
  ///   - law: The copays, and where waived contacts are counted.
  /// - Returns: The contact the ceiling is reached at; `nil` when it is not.
  // Both are calls of their own, so that their loops have all registers to themselves.
  @inline(never)
  func follow(
    inOrder own: UnsafeBufferPointer<UInt32>, other: Int, by law: Law
  ) -> Cut? {
    var all = 0
    count = 0
    for contact in own {
      let place = law.place(of: contact)
      let copay = Int(law.copays[place])
      // Written in any case, and kept only when it costs something.
      contacts[count] = UInt64(contact &>> 16) &<< 32 | UInt64(place)
      count &+= copay > 0 ? 1 : 0
      all &+= copay
    }
    guard all &+ other >= ceiling else { return nil }
    var paid = 0
    for next in 0..<count {
      let (day, place) = (Int(contacts[next] &>> 32), Int(contacts[next] & 0xffff_ffff))
      let copay = Int(law.copays[place])
      guard isAbove(paid &+ copay, other, on: day) else {
        paid &+= copay
        continue
      }
      for later in next &+ 1..<count { law.waived[Int(contacts[later] & 0xffff_ffff)] &+= 1 }
      return Cut(place: place, over: over(copay, paid, other, on: day))
    }
    return nil
  }

  /// The same of contacts in any order; on equal days the first counts first.
  @inline(never)
  func follow(_ own: UnsafeBufferPointer<UInt32>, other: Int, by law: Law) -> Cut? {
    let sums = take(own, by: law)
    var paid = 0
    for number in 0..<12 {
      // With all of the span paid, and other copay as on its last day.
      let last = (number &+ 1) &<< Self.spanBits &- 1
      guard isAbove(paid &+ Int(sums[number]), other, on: last), sums[number] > 0 else {
        paid &+= Int(sums[number])
        continue
      }
      let inSpan = split(by: number, law.waived)
      for next in 0..<inSpan {
        let (day, place) = (Int(span[next] &>> 32), Int(span[next] & 0xffff_ffff))
        let copay = Int(law.copays[place])
        guard isAbove(paid &+ copay, other, on: day) else {
          paid &+= copay
          continue
        }
        for later in next &+ 1..<inSpan { law.waived[Int(span[later] & 0xffff_ffff)] &+= 1 }
        return Cut(place: place, over: over(copay, paid, other, on: day))
      }
      // Rare: the ceiling is reached after the last contact of the span.
      takeBack(after: number, law.waived)
    }
    return nil
  }

  /// Writes contacts down.
  ///
  /// - Returns: Copay by span of the year, in øre.
  @inline(__always)
  private func take(_ own: UnsafeBufferPointer<UInt32>, by law: Law) -> SIMD16<Int64> {
    var sums = SIMD16<Int64>.zero
    count = 0
    withUnsafeMutableBytes(of: &sums) { bytes in
      let sums = bytes.bindMemory(to: Int64.self)
      for contact in own {
        let place = law.place(of: contact)
        let copay = Int64(law.copays[place])
        contacts[count] = UInt64(contact &>> 16) &<< 32 | UInt64(place)
        sums[Int(contact &>> 16) &>> Self.spanBits] &+= copay
        count &+= copay > 0 ? 1 : 0
      }
    }
    return sums
  }

  /// Whether so much copay and what has accrued of the other copay on a day are above the ceiling.
  @inline(__always)
  private func isAbove(_ paid: Int, _ other: Int, on day: Int) -> Bool {
    // ⌊other × day ÷ days⌋ > left, without dividing.
    let left = ceiling &- paid
    return left < 0 || other &* day >= (left &+ 1) &* days
  }

  @inline(__always)
  private func over(_ copay: Int, _ paid: Int, _ other: Int, on day: Int) -> Int {
    copay &- max(0, ceiling &- paid &- other &* day / days)
  }

  /// Writes the contacts of a span down by day, and waives those after it. They are few, so by
  /// insertion; equal days keep their order.
  ///
  /// - Returns: How many are in the span.
  @inline(__always)
  private func split(by number: Int, _ waived: UnsafeMutablePointer<Int>) -> Int {
    var end = 0
    for place in 0..<count {
      let contact = contacts[place]
      let own = Int(contact &>> UInt64(32 + Self.spanBits))
      span[end] = contact
      end &+= own == number ? 1 : 0
      waived[Int(contact & 0xffff_ffff)] &+= own > number ? 1 : 0
    }
    for next in 1..<max(end, 1) {
      let contact = span[next]
      var place = next
      while place > 0 && span[place &- 1] &>> 32 > contact &>> 32 {
        span[place] = span[place &- 1]
        place &-= 1
      }
      span[place] = contact
    }
    return end
  }

  private func takeBack(after number: Int, _ waived: UnsafeMutablePointer<Int>) {
    for place in 0..<count where Int(contacts[place] &>> UInt64(32 + Self.spanBits)) > number {
      waived[Int(contacts[place] & 0xffff_ffff)] &-= 1
    }
  }
}
