import Diagnostics
import Practices
public import Scenarios
public import Units
public import Work

/// What municipalities pay for each share who want a place and each family size.
public struct CostByUptake: Sendable {
  public let grid: UptakeGrid
  /// First by uptake, then by family size.
  public let costs: [[Money]]

  /// - Parameters:
  ///   - grid: The rows and columns.
  ///   - file: The scenario as written.
  ///   - comparison: The scenario itself. Uptake and family size decide nothing without the
  ///   right to a list, so its baseline serves every cell.
  ///   - workers: How many cores work.
  /// - Throws: As ``Comparison``.
  public init(
    _ grid: UptakeGrid, of file: ScenarioFile, in comparison: Comparison,
    workers: Workers = Workers()
  ) throws {
    let (group, columns) = ("arrivals.\(grid.group)", grid.familySizes.count)
    let cells = try concurrently(grid.uptakes.count * columns, workers: workers) { cell in
      let atUptake = try file.setting("\(group).uptake", to: grid.uptakes[cell / columns])
      let atBoth = try atUptake.setting(
        "\(group).family-size", to: grid.familySizes[cell % columns])
      return try Comparison(of: atBoth, onBaselineOf: comparison).cost.municipality
    }
    self.grid = grid
    costs = grid.uptakes.indices.map { Array(cells[$0 * columns..<($0 + 1) * columns]) }
  }
}
