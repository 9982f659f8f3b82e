import Diagnostics
public import Scenarios
public import Units

/// What municipalities pay for each share who want a place and each family size.
public struct CostByUptake: Sendable {
  public let grid: UptakeGrid
  /// First by uptake, then by family size.
  public let costs: [[Money]]

  /// - Throws: As ``Comparison``.
  public init(_ grid: UptakeGrid, of file: ScenarioFile) throws {
    self.grid = grid
    let group = "arrivals.\(grid.group)"
    costs = try grid.uptakes.map { uptake in
      let atUptake = try file.setting("\(group).uptake", to: uptake)
      return try grid.familySizes.map { size in
        try Comparison(of: atUptake.setting("\(group).family-size", to: size)).cost.municipality
      }
    }
  }
}
