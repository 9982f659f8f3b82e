import Reports
import Scenarios
import Statistics
import Units

extension SweepTables {
  /// Each factor alone at both ends.
  func tornado() -> Table {
    Table(
      .tornado, stage: stage,
      columns: naming + [
        .init("factor"), .init("factor-low"), .init("factor-high"), number("as-written"),
        number("at-low"), number("at-high"), number("swing"),
      ],
      rows: results.swings().map { swing in
        name(swing.policy, swing.outcome) + [
          .text(results.factors[swing.factor].path), .text(swing.ends.low.text),
          .text(swing.ends.high.text),
        ]
          + [swing.written, swing.atLow, swing.atHigh, swing.size].map {
            value($0, of: swing.outcome)
          }
      }, notes: notes(on: .swings))
  }

  func morris() -> Table {
    Table(
      .morris, stage: stage,
      columns: naming + [
        .init("factor"), number("mean-size"), number("low"), number("high"), number("mean-effect"),
        number("deviation"),
      ],
      rows: results.effects().map { row in
        let size = row.effect.meanSize
        return name(row.policy, row.outcome) + [.text(row.group)]
          + [size.value, size.low, size.high, row.effect.mean, row.effect.deviation].map {
            value($0, of: row.outcome)
          }
      }, notes: [Phrase("note-morris")] + notes(on: .walks))
  }

  func sobolIndices() -> Table {
    Table(
      .sobolIndices, stage: stage,
      columns: [
        .init("policy"), .init("outcome"), .init("factor"), .init("first", "share"),
        .init("first-low", "share"), .init("first-high", "share"), .init("total-index", "share"),
        .init("total-low", "share"), .init("total-high", "share"),
      ],
      rows: indices.single.map { row in
        [
          .text(results.policies[row.policy].name), .text(results.outcomes[row.outcome].name),
          .text(row.group),
        ]
          + [
            row.first.value, row.first.low, row.first.high, row.total.value, row.total.low,
            row.total.high,
          ].map(plain)
      }, notes: [Phrase("note-sobol")] + notes(on: .blocks) + balanceNotes)
  }

  func sobolPairs() -> Table {
    Table(
      .sobolPairs, stage: stage,
      columns: [
        .init("policy"), .init("outcome"), .init("factor"), .init("second-factor"),
        .init("together", "share"), .init("low", "share"), .init("high", "share"),
      ],
      rows: indices.pairs.map { row in
        [
          .text(results.policies[row.policy].name), .text(results.outcomes[row.outcome].name),
          .text(row.groups.0), .text(row.groups.1),
        ] + [row.index.value, row.index.low, row.index.high].map(plain)
      }, notes: hasPairs ? notes(on: .blocks) + balanceNotes : [])
  }

  func associations() -> Table {
    Table(
      .associations, stage: stage,
      columns: [
        .init("policy"), .init("outcome"), .init("factor"), .init("rank-correlation", "number"),
      ],
      rows: results.associations().map { row in
        [
          .text(results.policies[row.policy].name), .text(results.outcomes[row.outcome].name),
          .text(results.factors[row.factor].path), plain(row.rank),
        ]
      }, notes: notes(on: .draws) + balanceNotes)
  }

  private var hasPairs: Bool {
    if case .saltelli(_, hasPairs: true) = results.design { true } else { false }
  }
}
