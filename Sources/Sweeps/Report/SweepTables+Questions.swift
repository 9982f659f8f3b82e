import Diagnostics
import Reports
import Scenarios
import Statistics
import Units

extension SweepTables {
  /// At how many points what is asked is so.
  func questions() -> Table {
    Table(
      .answers, stage: stage,
      columns: [
        .init("question"), .init("policy"), .init("condition"), .init("points", "points"),
        .init("met", "points"), .init("share", "share"), .init("share-error", "share"),
      ],
      rows: answers.map { answer in
        [
          .text(answer.question.name), .text(results.policies[answer.policy].name),
          .text(words(answer.question)), .count(answer.points), .count(answer.met),
          plain(answer.share), plain(answer.error),
        ]
      }, notes: (results.isSample ? [] : [Phrase("note-sweep-points")]) + questionNotes)
  }

  /// The box of factors inside which it mostly is so, a row per factor that matters.
  func conditions() -> Table {
    let rows = answers.flatMap { answer -> [[Cell]] in
      guard let box = answer.box else { return [] }
      return box.restricted.map { factor in
        let codes = box.codes[factor].map { codes in
          let words = results.words(of: factor)
          return codes.sorted().map { words[Int($0)] }.joined(separator: ", ")
        }
        let limits = box.limits[factor]
        return [
          .text(answer.question.name), .text(results.policies[answer.policy].name),
          .text(results.factors[factor].path),
          codes.map(Cell.text) ?? limit(limits?.lowerBound),
          codes == nil ? limit(limits?.upperBound) : .empty, plain(box.density),
          plain(box.coverage), plain(box.mass), box.chances[factor].map(plain) ?? .empty,
        ]
      }
    }
    return Table(
      .conditions, stage: stage,
      columns: [
        .init("question"), .init("policy"), .init("factor"), .init("from"), .init("up-to"),
        .init("density", "share"), .init("coverage", "share"), .init("mass", "share"),
        .init("chance", "share"),
      ], rows: rows, notes: [Phrase("note-conditions")] + questionNotes)
  }

  /// Where a factor takes the outcome across the number asked about.
  func crossings() -> Table {
    let rows = answers.flatMap { answer in
      answer.crossings.flatMap { factor, places in
        places.map { place -> [Cell] in
          [
            .text(answer.question.name), .text(results.policies[answer.policy].name),
            .text(results.factors[factor].path), limit(place),
          ]
        }
      }
    }
    return Table(
      .crossings, stage: stage,
      columns: [.init("question"), .init("policy"), .init("factor"), .init("crosses-at")],
      rows: rows, notes: [Phrase("note-crossings")] + questionNotes)
  }

  /// What is lost by having chosen a policy when another would have been best.
  func regret() -> Table {
    Table(
      .regret, stage: stage,
      columns: [
        .init("question"), .init("policy"), .init("outcome"), .init("unit"),
        number("mean"), number("mean-regret"), number("p95-regret"), number("most-regret"),
        .init("best-at", "points"), .init("points", "points"),
      ],
      rows: results.regrets().map { row in
        let place = results.outcomes.firstIndex { $0.name == row.question.outcome.value } ?? 0
        return [
          .text(row.question.name), .text(results.policies[row.policy].name),
          .text(row.question.outcome.value), .text(unit(of: results.outcomes[place])),
        ]
          + [
            row.outcome.mean, row.regret.mean, row.regret.quantile(0.95), row.regret.maximum,
          ].map { value($0, of: place) } + [.count(row.best), .count(row.regret.count)]
      }, notes: [Phrase("note-regret")])
  }

  private func limit(_ number: Double?) -> Cell {
    guard let number, number.isFinite else { return .empty }
    return .text(FactorValue(rounded: number).text)
  }

  private func words(_ question: SweepQuestion) -> String {
    switch question.asks {
    case .above(let limit): "\(question.outcome.value) > \(FactorValue(rounded: limit).text)"
    case .below(let limit): "\(question.outcome.value) < \(FactorValue(rounded: limit).text)"
    case .least, .most: question.outcome.value
    }
  }
}
