/// A number and the noun that goes with it: `1 run`, `2 runs`, `0 runs`.
///
/// - Parameters:
///   - number: How many.
///   - one: The noun of one.
///   - several: The noun of several, where it is not that of one with an s.
///   - written: The number as it is shown, where it is not shown in plain digits.
/// - Returns: Both.
public func counted(
  _ number: Int, _ one: String, _ several: String? = nil, as written: String? = nil
) -> String {
  "\(written ?? String(number)) \(number.magnitude == 1 ? one : several ?? one + "s")"
}
