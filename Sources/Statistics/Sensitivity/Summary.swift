/// The mean, spread and order of some numbers.
public struct Summary: Hashable, Sendable {
  public let mean: Double
  /// The standard deviation with one less than the count below the line, in the unit of the numbers.
  /// Of a single number it is not known: not a number.
  public let deviation: Double
  private let sorted: [Double]

  /// Sums are compensated (Neumaier, 1974), and deviations are taken from the mean in a second pass
  /// and corrected for what is left of their own mean (Chan, Golub and LeVeque, 1983).
  ///
  /// - Parameter values: At least one, and each of them a number.
  public init(of values: [Double]) {
    precondition(!values.isEmpty, "a summary is of at least one number")
    precondition(!values.contains(where: \.isNaN), "a summary is of numbers")
    let count = Double(values.count)
    // In two steps, because a compensated mean is rounded once more.
    let near = compensatedSum(values) / count
    let left = compensatedSum(values.map { $0 - near }) / count
    mean = near + left
    let squares = compensatedSum(values.map { ($0 - near) * ($0 - near) })
    let variance = max(squares - count * left * left, 0) / (count - 1)
    deviation = values.count == 1 ? .nan : variance.squareRoot()
    sorted = values.sorted()
  }

  public var count: Int { sorted.count }
  public var minimum: Double { sorted[0] }
  public var maximum: Double { sorted[sorted.count - 1] }
  /// The standard deviation of the mean of as many independent numbers: `deviation ∕ √count`.
  public var standardError: Double { deviation / Double(count).squareRoot() }

  /// The number below which a share of the numbers lies: type 7 of Hyndman and Fan (1996), as R and
  /// NumPy do unless told otherwise.
  ///
  /// Between the smallest, at 0, and the largest, at 1, the numbers lie evenly spaced and are joined
  /// by straight lines.
  ///
  /// - Parameter share: From 0 to 1.
  /// - Returns: In the unit of the numbers.
  public func quantile(_ share: Double) -> Double {
    precondition(share >= 0 && share <= 1, "a quantile is asked for with a share from 0 to 1")
    let place = share * Double(count - 1)
    let below = min(Int(place), count - 1)
    let above = min(below + 1, count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}

/// A sum that keeps what each addition rounds away.
private func compensatedSum(_ terms: [Double]) -> Double {
  var (sum, lost) = (0.0, 0.0)
  for term in terms {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? sum - next + term : term - next + sum
    sum = next
  }
  return sum + lost
}
