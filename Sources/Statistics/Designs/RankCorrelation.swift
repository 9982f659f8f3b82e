import CGSL
import Foundation

/// Makes the coordinates of points move together, each staying uniform: a Gaussian copula.
///
/// A rank correlation ρ becomes the correlation 2 sin(πρ ∕ 6) of normal numbers, which Cholesky's
/// factor of their table mixes.
public struct RankCorrelation: Hashable, Sendable {
  /// The rows of the lower triangle, each up to its diagonal.
  private let rows: [[Double]]

  /// - Parameter ranks: Spearman's correlations: square, symmetric, ones on the diagonal.
  /// - Throws: ``NumericalError/notCorrelations``, or ``NumericalError/impossibleCorrelations`` when
  ///   no numbers can have them all at once or one follows from the others.
  public init(_ ranks: [[Double]]) throws(NumericalError) {
    guard Self.areCorrelations(ranks) else { throw .notCorrelations }
    guard !ranks.isEmpty else {
      rows = []
      return
    }
    _ = errorsAreReturned
    guard let matrix = gsl_matrix_alloc(ranks.count, ranks.count) else {
      throw .gsl(Int32(GSL_ENOMEM))
    }
    defer { gsl_matrix_free(matrix) }
    for (row, line) in ranks.enumerated() {
      for (column, rank) in line.enumerated() {
        gsl_matrix_set(matrix, row, column, row == column ? 1 : 2 * sin(.pi * rank / 6))
      }
    }
    guard gsl_linalg_cholesky_decomp1(matrix) == Int32(GSL_SUCCESS) else {
      throw .impossibleCorrelations
    }
    rows = ranks.indices.map { row in (0...row).map { gsl_matrix_get(matrix, row, $0) } }
    // What rounding left of a zero on the diagonal is no independent part.
    guard rows.allSatisfy({ ($0.last ?? 0) > 1e-7 }) else { throw .impossibleCorrelations }
  }

  /// - Parameter point: One coordinate per row of the table, independent, strictly between 0 and 1.
  /// - Returns: The point whose coordinates are correlated, strictly between 0 and 1. The first is
  ///   unchanged.
  public func correlated(_ point: [Double]) -> [Double] {
    precondition(point.count == rows.count, "a point has one coordinate per row of correlations")
    _ = errorsAreReturned
    let normal = point.map { gsl_cdf_ugaussian_Pinv(min(max($0, 0x1p-53), 1 - 0x1p-53)) }
    return rows.map { row in
      let mixed = zip(row, normal).reduce(0) { $0 + $1.0 * $1.1 }
      return min(max(gsl_cdf_ugaussian_P(mixed), 0x1p-53), 1 - 0x1p-53)
    }
  }

  private static func areCorrelations(_ ranks: [[Double]]) -> Bool {
    ranks.allSatisfy { $0.count == ranks.count }
      && ranks.indices.allSatisfy { row in
        ranks[row][row] == 1
          && ranks.indices.allSatisfy {
            abs(ranks[row][$0]) <= 1 && ranks[row][$0] == ranks[$0][row]
          }
      }
  }
}
