import CGSL
import Foundation

/// Numbers chosen so that some residuals become as small as they can be, by a trust-region method
/// with differences for derivatives.
public struct LeastSquares {
  /// Where each number may lie.
  public var ranges: [ClosedRange<Double>]
  /// How far a number moves to see what it changes, as a part of its range. Wide enough for
  /// functions that count persons, which move in steps.
  public var step = 0.01
  /// Enough when every residual is smaller than this.
  public var tolerance = 0.001
  public var mostIterations = 12

  public init(ranges: [ClosedRange<Double>]) { self.ranges = ranges }

  /// - Parameters:
  ///   - start: One number per range.
  ///   - count: The number of residuals, at least as many as numbers.
  ///   - residuals: Called with numbers inside their ranges. What it throws ends the fit.
  /// - Returns: The best numbers that were tried.
  /// - Throws: What `residuals` throws, or ``NumericalError``.
  public func fit(
    from start: [Double], residuals count: Int, _ residuals: ([Double]) throws -> [Double]
  ) throws -> [Double] {
    _ = errorsAreReturned
    var problem = Problem(ranges: ranges, tolerance: tolerance, evaluate: { _ in [] })
    return try withoutActuallyEscaping(residuals) { residuals in
      problem.evaluate = residuals
      let status = withUnsafeMutablePointer(to: &problem) {
        iterate(from: start, residuals: count, on: $0)
      }
      // The closure must be gone before it escapes.
      problem.evaluate = { _ in [] }
      if let error = problem.error { throw error }
      if problem.best.isEmpty { throw NumericalError.gsl(status) }
      return problem.best
    }
  }

  private func iterate(
    from start: [Double], residuals count: Int, on problem: UnsafeMutablePointer<Problem>
  ) -> Int32 {
    var parameters = gsl_multifit_nlinear_default_parameters()
    // A number in the middle of its range has a slope of a quarter there.
    parameters.h_df = step * 4 / Scale.origin
    var function = gsl_multifit_nlinear_fdf()
    function.n = count
    function.p = start.count
    function.params = UnsafeMutableRawPointer(problem)
    function.f = { numbers, context, output in
      guard let numbers, let context, let output else { return Int32(GSL_EFAULT) }
      return context.assumingMemoryBound(to: Problem.self).pointee.evaluate(numbers, into: output)
    }
    guard
      let work = gsl_multifit_nlinear_alloc(
        cgsl_multifit_trust(), &parameters, count, start.count),
      let vector = gsl_vector_alloc(start.count)
    else { return Int32(GSL_ENOMEM) }
    defer {
      gsl_vector_free(vector)
      gsl_multifit_nlinear_free(work)
    }
    for (place, number) in start.enumerated() {
      gsl_vector_set(vector, place, Scale(ranges[place]).free(number))
    }
    var status = gsl_multifit_nlinear_init(vector, &function, work)
    // Functions that move in steps can come no nearer than a step: two iterations that gain nothing
    // are enough.
    var stalls = 0
    for _ in 0..<mostIterations
    where status == Int32(GSL_SUCCESS) && !problem.pointee.isGood && stalls < 2 {
      let before = problem.pointee.bestSum
      status = gsl_multifit_nlinear_iterate(work)
      stalls = problem.pointee.bestSum > before * 0.9 ? stalls + 1 : 0
    }
    return status
  }

  private struct Problem {
    let ranges: [ClosedRange<Double>]
    let tolerance: Double
    var evaluate: ([Double]) throws -> [Double]
    var best: [Double] = []
    private(set) var bestSum = Double.infinity
    var isGood = false
    var error: (any Error)?

    init(
      ranges: [ClosedRange<Double>], tolerance: Double,
      evaluate: @escaping ([Double]) throws -> [Double]
    ) {
      (self.ranges, self.tolerance, self.evaluate) = (ranges, tolerance, evaluate)
    }

    /// An error cannot be thrown through C: it is kept, and the method is told to stop.
    mutating func evaluate(
      _ numbers: UnsafePointer<gsl_vector>, into output: UnsafeMutablePointer<gsl_vector>
    ) -> Int32 {
      // Vectors have strides: the columns of a Jacobian are written through the same function.
      let tried = ranges.indices.map { place in
        Scale(ranges[place]).bound(gsl_vector_get(numbers, place))
      }
      do {
        let values = try evaluate(tried)
        for (place, value) in values.enumerated() { gsl_vector_set(output, place, value) }
        let sum = values.reduce(0) { $0 + $1 * $1 }
        if sum < bestSum {
          (bestSum, best) = (sum, tried)
          isGood = values.allSatisfy { abs($0) < tolerance }
        }
        return Int32(GSL_SUCCESS)
      } catch {
        self.error = error
        return Int32(GSL_EBADFUNC)
      }
    }
  }
}

/// Takes numbers in a range to numbers without bounds and back, by a logistic curve, so that the
/// method never steps outside and never stands on an edge where nothing changes.
private struct Scale {
  /// Where the middle of the range lies. Far from zero, because the method measures steps relative
  /// to the number.
  static let origin = 10.0

  private let range: ClosedRange<Double>

  init(_ range: ClosedRange<Double>) { self.range = range }

  func free(_ number: Double) -> Double {
    let width = range.upperBound - range.lowerBound
    let share = min(max((number - range.lowerBound) / width, 0.01), 0.99)
    return Self.origin + log(share / (1 - share))
  }

  func bound(_ free: Double) -> Double {
    let width = range.upperBound - range.lowerBound
    return range.lowerBound + width / (1 + exp(Self.origin - free))
  }
}
