package import Reports
package import Units

extension Winners.Group {
  /// What a row about winners and losers says of a group.
  ///
  /// - Parameters:
  ///   - unit: What is counted: lists or clinics.
  ///   - currency: Of the payments.
  /// - Returns: As many columns as ``cells``.
  package static func columns(of unit: String, in currency: String) -> [Table.Column] {
    [
      .init("practices", unit), .init("gaining", unit), .init("losing", unit),
      .init("gaining-share", "share"), .init("mean-gain", currency), .init("percent", "percent"),
      .init("p5", currency), .init("p25", currency), .init("median", currency),
      .init("p75", currency), .init("p95", currency),
    ]
  }

  package var cells: [Cell] {
    let quantiles = quantiles.map { [$0.p5, $0.p25, $0.median, $0.p75, $0.p95] }
    return [
      .count(practices), .count(gaining), .count(losing),
      .number(Ratio(gaining, over: max(practices, 1)), decimals: 4),
      .money(gain.scaled(by: Ratio(1, over: max(practices, 1)))), percent(gain, of: before),
    ] + (quantiles?.map(Cell.money) ?? Array(repeating: .empty, count: 5))
  }
}

/// A change in percent; nothing where there was nothing.
package func percent(_ change: Money, of before: Money) -> Cell {
  before == .zero
    ? .empty : .number(Ratio(change.ore, over: abs(before.ore)) * Ratio(100), decimals: 2)
}
