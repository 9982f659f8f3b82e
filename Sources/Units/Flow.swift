/// A steady flow of whole persons whose sum follows an exact rate.
///
/// ```
/// this month = rounded(everything due so far) − everything counted so far
/// ```
package struct Flow {
  private var due = Ratio.zero
  private var counted = 0

  package init() {}

  /// The whole number that has become due with `amount` more.
  package mutating func take(_ amount: Ratio) -> Int {
    due = due + amount
    let whole = due.rounded - counted
    counted += whole
    return whole
  }
}
