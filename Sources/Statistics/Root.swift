import CGSL

/// Finds where `function` crosses zero, by Brent's method.
///
/// - Parameters:
///   - range: An interval at whose ends the function has opposite signs. Unit of the argument.
///   - tolerance: The width of the final interval. Unit of the argument; greater than zero.
///   - function: Called about ten times, always inside `range`.
/// - Returns: The crossing, inside `range` and within `tolerance`.
/// - Throws: ``NumericalError``, with the interval reached.
public func root(
  in range: ClosedRange<Double>, tolerance: Double, of function: (Double) -> Double
) throws(NumericalError) -> Double {
  // Compared and not multiplied: the product of two tiny values is zero, whatever their signs.
  let ends = (function(range.lowerBound), function(range.upperBound))
  guard (ends.0 <= 0 && ends.1 >= 0) || (ends.0 >= 0 && ends.1 <= 0) else {
    throw .notBracketed(range)
  }
  let result = withoutActuallyEscaping(function) { function in
    var box = Callback(call: function)
    return withUnsafeMutablePointer(to: &box) {
      brent(in: range, tolerance: tolerance, calling: $0)
    }
  }
  return try result.get()
}

private func brent(
  in range: ClosedRange<Double>, tolerance: Double, calling callback: UnsafeMutablePointer<Callback>
) -> Result<Double, NumericalError> {
  _ = errorsAreReturned
  var function = Callback.function(callback)
  guard let solver = gsl_root_fsolver_alloc(cgsl_root_brent()) else {
    return .failure(.gsl(Int32(GSL_ENOMEM)))
  }
  defer { gsl_root_fsolver_free(solver) }
  let start = gsl_root_fsolver_set(solver, &function, range.lowerBound, range.upperBound)
  guard start == Int32(GSL_SUCCESS) else { return .failure(.gsl(start)) }

  let limit = 100
  for _ in 0..<limit {
    let status = gsl_root_fsolver_iterate(solver)
    guard status == Int32(GSL_SUCCESS) else { return .failure(.gsl(status)) }
    let (low, high) = (gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver))
    if high - low <= tolerance { return .success(gsl_root_fsolver_root(solver)) }
  }
  let last = gsl_root_fsolver_x_lower(solver)...gsl_root_fsolver_x_upper(solver)
  return .failure(.notConverged(iterations: limit, lastInterval: last))
}
