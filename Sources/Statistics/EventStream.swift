/// The random numbers of one kind of decision about persons on lists, by person and event.
///
/// A block of four numbers is named by seed, replicate, year, decision, list, place on the list and
/// event. So a year is the same for any number of threads and any order, a reform shares every draw
/// with its baseline, and one more person changes nobody else's year.
///
/// - Note: The numbers are part of the model's results. Changing this file changes baselines.
public struct EventStream: Hashable, Sendable {
  @usableFromInline let key: SIMD2<UInt32>
  @usableFromInline let name: UInt32

  /// - Parameters:
  ///   - seed: The seed of the run; its lower 32 bits name the draws.
  ///   - replicate: Which repetition of the same run, from 0 to 65,535.
  ///   - year: The calendar year; 0 for what a person keeps through the years.
  ///   - decision: A name used at one place in the model, such as `"contact.simple"`.
  public init(seed: UInt64, replicate: Int = 0, year: Int, decision: StaticString) {
    // FNV-1a, because String.hashValue differs from one process to the next.
    var hash: UInt32 = 0x811c_9dc5
    decision.withUTF8Buffer { for byte in $0 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 } }
    name = hash
    key = SIMD2(
      UInt32(truncatingIfNeeded: seed),
      UInt32(truncatingIfNeeded: replicate) << 16 | UInt32(truncatingIfNeeded: year & 0xffff))
  }

  /// Four numbers, each of any 32 bits.
  ///
  /// - Parameters:
  ///   - list: The place of the list in the run's table.
  ///   - place: The person's place on the list, from 0.
  ///   - event: Which event of the person, from 0.
  /// - Returns: The same numbers for the same names, whatever was drawn before.
  @inlinable @inline(__always)
  public func block(list: UInt32, place: UInt32, event: UInt32 = 0) -> SIMD4<UInt32> {
    Philox.block(counter: SIMD4(list, place, name, event), key: key)
  }

  /// The numbers of eight persons or events of a list, each in its lane.
  ///
  /// - Returns: What ``block(list:place:event:)`` returns for each.
  @inlinable @inline(__always)
  public func blocks(
    list: UInt32, places: SIMD8<UInt32>, events: SIMD8<UInt32> = .zero
  ) -> Philox.Blocks {
    Philox.blocks(list, places, name, events, key: key)
  }
}
