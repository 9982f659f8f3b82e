/// The random numbers of one decision, one per subject.
///
/// Two runs that share a seed draw the same numbers for the same decision about the same subject,
/// whatever else the runs do. The difference between a reform and its baseline is then the effect
/// of the reform and not of the dice. (Common random numbers.)
///
/// - Note: The numbers are part of the model's results. Changing this file changes baselines.
public struct NamedStream: Sendable {
  private let key: SIMD2<UInt32>
  private let name: SIMD2<UInt32>

  /// - Parameters:
  ///   - seed: The seed of the run.
  ///   - decision: A name used at one place in the model, such as `"list.occupancy"`.
  public init(seed: UInt64, decision: StaticString) {
    // FNV-1a, because String.hashValue differs from one process to the next.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    decision.withUTF8Buffer { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(seed >> 32))
    name = SIMD2(UInt32(truncatingIfNeeded: hash), UInt32(hash >> 32))
  }

  /// The number drawn for a subject: any 64 bits, each as likely.
  ///
  /// - Parameter subject: The number of the person, list or practice the decision is about.
  /// - Returns: The same number for the same subject, whatever was drawn before.
  public func bits(for subject: Int) -> UInt64 {
    let subject = UInt64(bitPattern: Int64(subject))
    let block = Philox.block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: subject), UInt32(subject >> 32), name[0], name[1]),
      key: key)
    return UInt64(block[0]) << 32 | UInt64(block[1])
  }
}
