/// One person's contacts that cost the patient something, with their copay, in memory that is used
/// again for the next person.
///
/// Hot: each is one word, the day above the class above the copay in øre.
final class CopayContacts {
  /// 255 with each of three services at most.
  private let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 3 * 255 + 1)
  private(set) var count = 0

  func free() { words.deallocate() }

  /// A contact as it was put in.
  subscript(place: Int) -> (day: Int, kind: Int, copay: Int) {
    let word = words[place]
    return (Int(word &>> 48), Int(word &>> 32 & 0xffff), Int(word & 0xffff_ffff))
  }

  /// Takes the contacts of a person that have copay.
  ///
  /// - Parameters:
  ///   - contacts: The day above the class.
  ///   - copays: Of the practice's kind, by segment and class.
  ///   - rowOfDay: Where the copays of a day start.
  /// - Returns: Their copay together, in øre.
  @inline(__always)
  func take(
    _ contacts: Slice<UnsafeBufferPointer<UInt32>>, at copays: UnsafePointer<Int32>,
    _ rowOfDay: UnsafePointer<Int32>
  ) -> Int {
    var (sum, end) = (0, 0)
    for contact in contacts {
      let kind = Int(contact & 0xffff)
      let copay = UInt64(UInt32(copays[Int(rowOfDay[Int(contact &>> 16)]) &+ kind]))
      // Written in any case, and kept only when it costs something.
      words[end] = UInt64(contact &>> 16) &<< 48 | UInt64(kind) &<< 32 | copay
      end &+= copay > 0 ? 1 : 0
      sum &+= Int(copay)
    }
    count = end
    return sum
  }

  /// Puts them in the order of time. They are few, so by insertion; equal days keep their order.
  @inline(__always)
  func sort() {
    for next in 1..<max(count, 1) {
      let word = words[next]
      var place = next
      while place > 0 && words[place &- 1] &>> 48 > word &>> 48 {
        words[place] = words[place &- 1]
        place &-= 1
      }
      words[place] = word
    }
  }
}
