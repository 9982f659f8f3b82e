import Statistics
import Units

/// The need of a person by sex and age, relative to the nation's mean in 2025.
///
/// Contacts per person and year are fitted to ``ExampleTarget/all`` by least squares. Eighteen numbers
/// are more than the figures determine, so neighbouring ages are held to a smooth curve and the
/// youngest of both sexes to each other. The weights are these contacts over their mean, in
/// ten-thousandths.
struct ExampleWeights {
  /// Per cell, in ten-thousandths of the mean.
  let weights: [Int]
  /// The mean contacts per person and year that were fitted.
  let mean: Double
  private let persons: [Double]

  init(fittedTo cells: [ExamplePopulation.Cells]) throws {
    let persons = (0..<18).map { cell in Double(cells.reduce(0) { $0 + $1[cell] }) }
    var fit = LeastSquares(ranges: persons.map { _ in 1...25 })
    fit.mostIterations = 60
    let residuals = { (contacts: [Double]) -> [Double] in
      ExampleTarget.all.map { ($0.value(contacts, persons) - $0.published) / $0.tolerance }
        + Self.roughness(of: contacts)
    }
    let start = persons.map { _ in 7.0 }
    let contacts = try fit.fit(from: start, residuals: residuals(start).count, residuals)
    let all = persons.reduce(0, +)
    let mean = zip(contacts, persons).reduce(0) { $0 + $1.0 * $1.1 } / all
    weights = contacts.map { Int(($0 / mean * 10_000).rounded()) }
    self.persons = persons
    self.mean = mean
  }

  /// Small beside the residuals of a figure that is off by its tolerance.
  private static func roughness(of contacts: [Double]) -> [Double] {
    var residuals = [(contacts[0] - contacts[9]) / 5]
    for first in [0, 9] {
      for middle in first + 1..<first + 8 {
        let bend = contacts[middle - 1] - 2 * contacts[middle] + contacts[middle + 1]
        residuals.append(bend / 20)
      }
    }
    return residuals
  }

  /// The need of some persons, per person, in ten-thousandths of the nation's mean.
  func need(of cells: ExamplePopulation.Cells) -> Int {
    Ratio(zip(weights, cells).reduce(0) { $0 + $1.0 * $1.1 }, over: max(1, cells.reduce(0, +)))
      .rounded
  }

  /// Rows of the table of weights, with a heading.
  var rows: [[String]] {
    [["sex", "age", "weight"]]
      + weights.enumerated().map { cell, weight in
        ExamplePopulation.names(of: cell) + [Self.decimal(weight)]
      }
  }

  /// Rows that set the figures of the printed weights beside those published.
  var fitRows: [[String]] {
    let contacts = weights.map { Double($0) / 10_000 * mean }
    return [["target", "unit", "published", "fitted", "tolerance", "source"]]
      + ExampleTarget.all.map { target in
        let numbers = [target.published, target.value(contacts, persons), target.tolerance]
        return [target.name, target.unit]
          + numbers.map { Self.decimal(Int(($0 * 10_000).rounded())) } + [target.source]
      }
  }

  /// A number of ten-thousandths with its four decimals.
  static func decimal(_ number: Int) -> String {
    let (whole, rest) = number.quotientAndRemainder(dividingBy: 10_000)
    return "\(whole).\(String(rest + 10_000).dropFirst())"
  }
}
