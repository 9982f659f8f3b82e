/// Which cases each resample draws: as many as there are, with replacement (Efron, 1979).
///
/// Every table of the same number of cases is resampled alike, so differences between two outcomes of
/// the same runs are differences within each resample.
struct Bootstrap: Sendable {
  private let resamples: Int
  private let stream: DesignStream

  init(resamples: Int, seed: UInt64) {
    self.resamples = resamples
    stream = DesignStream(seed: seed, design: "bootstrap")
  }

  /// The sums of columns over each resample.
  ///
  /// - Parameters:
  ///   - terms: A row per case, one after the other.
  ///   - columns: The length of a row.
  /// - Returns: For each resample the sum of every column, a case counted as often as it was drawn.
  func sums(of terms: [Double], columns: Int) -> [[Double]] {
    let cases = terms.count / columns
    return (0..<resamples).map { resample in
      var sums = [Double](repeating: 0, count: columns)
      let weights = weights(of: cases, in: resample)
      for (place, weight) in weights.enumerated() where weight > 0 {
        let (row, weight) = (place * columns, Double(weight))
        for column in 0..<columns { sums[column] += weight * terms[row + column] }
      }
      return sums
    }
  }

  /// How often each case is drawn.
  private func weights(of cases: Int, in resample: Int) -> [UInt32] {
    var weights = [UInt32](repeating: 0, count: cases)
    for first in stride(from: 0, to: cases, by: 4) {
      let block = stream.block(resample, first / 4, 0)
      for place in 0..<min(4, cases - first) {
        weights[Int((UInt64(block[place]) * UInt64(cases)) >> 32)] += 1
      }
    }
    return weights
  }
}
