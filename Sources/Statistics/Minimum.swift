import CGSL

/// Finds where a function is least: the best of evenly spaced arguments, then Brent's method between
/// its neighbours.
///
/// A function with several valleys is searched in the deepest of those the first arguments show. One
/// that is level around the best argument is not searched further.
///
/// - Parameters:
///   - range: Where the argument may lie. Unit of the argument.
///   - points: How many arguments are tried first, both ends among them.
///   - tolerance: The width of the final interval. Unit of the argument; greater than zero.
///   - function: Called always inside `range`. What it throws ends the search.
/// - Returns: The best argument tried; of equal ones the smallest.
/// - Throws: What `function` throws.
public func minimum(
  in range: ClosedRange<Double>, points: Int = 9, tolerance: Double,
  of function: (Double) throws -> Double
) throws -> Double {
  precondition(points > 2, "a minimum is looked for between three points or more")
  let width = range.upperBound - range.lowerBound
  let grid = (0..<points).map { place in
    place == points - 1
      ? range.upperBound : range.lowerBound + width * Double(place) / Double(points - 1)
  }
  let values = try grid.map(function)
  let place = values.indices.min { (values[$0], $0) < (values[$1], $1) } ?? 0
  guard var valley = try Valley(around: place, of: grid, values, function) else {
    return grid[place]
  }
  var error: (any Error)?
  try withoutActuallyEscaping(function) { function in
    var callback = Callback { number in
      guard error == nil else { return 0 }
      do {
        return try function(number)
      } catch let thrown {
        error = thrown
        return 0
      }
    }
    withUnsafeMutablePointer(to: &callback) { valley.narrow(to: tolerance, calling: $0) }
    callback = Callback { $0 }
    if let error { throw error }
  }
  return valley.best
}

/// An interval with a lower point inside.
private struct Valley {
  let low: Double
  var best: Double
  let high: Double
  let values: (low: Double, best: Double, high: Double)

  private static let mostIterations = 60

  private init(
    low: Double, best: Double, high: Double, values: (low: Double, best: Double, high: Double)
  ) {
    (self.low, self.best, self.high, self.values) = (low, best, high, values)
  }

  /// The neighbourhood of the best of some points; at an end, a lower point beside it is looked for.
  ///
  /// - Returns: `nil` when no lower point lies between two higher ones.
  init?(
    around place: Int, of grid: [Double], _ values: [Double],
    _ function: (Double) throws -> Double
  ) rethrows {
    guard place == 0 || place == grid.count - 1 else {
      guard values[place] < values[place - 1], values[place] < values[place + 1] else {
        return nil
      }
      self.init(
        low: grid[place - 1], best: grid[place], high: grid[place + 1],
        values: (values[place - 1], values[place], values[place + 1]))
      return
    }
    let neighbour = place == 0 ? 1 : place - 1
    var part = 0.5
    for _ in 0..<Self.mostHalvings {
      let point = grid[place] + (grid[neighbour] - grid[place]) * part
      let value = try function(point)
      if value < values[place], value < values[neighbour] {
        let isFirst = place == 0
        self.init(
          low: isFirst ? grid[place] : grid[neighbour], best: point,
          high: isFirst ? grid[neighbour] : grid[place],
          values: isFirst
            ? (values[place], value, values[neighbour]) : (values[neighbour], value, values[place])
        )
        return
      }
      part /= 2
    }
    return nil
  }

  private static let mostHalvings = 6

  /// What GSL cannot narrow further, as where the function is level, stays as it is.
  mutating func narrow(to tolerance: Double, calling callback: UnsafeMutablePointer<Callback>) {
    _ = errorsAreReturned
    var function = Callback.function(callback)
    guard let solver = gsl_min_fminimizer_alloc(cgsl_min_brent()) else { return }
    defer { gsl_min_fminimizer_free(solver) }
    var status = gsl_min_fminimizer_set_with_values(
      solver, &function, best, values.best, low, values.low, high, values.high)
    for _ in 0..<Self.mostIterations where status == Int32(GSL_SUCCESS) {
      status = gsl_min_fminimizer_iterate(solver)
      let width = gsl_min_fminimizer_x_upper(solver) - gsl_min_fminimizer_x_lower(solver)
      if width <= tolerance { break }
    }
    best = gsl_min_fminimizer_x_minimum(solver)
  }
}
