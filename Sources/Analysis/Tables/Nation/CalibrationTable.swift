package import Reports
import Scenarios
import Units

extension Calibration {
  /// Each free number with what it was, what it became, and the line it is fitted to.
  package var table: Table {
    Table(
      .calibration, stage: .immediate,
      columns: [
        .init("number-path"), .init("start", "number"), .init("fitted", "number"), .init("fits"),
        .init("simulated", "number"), .init("official", "number"), .init("ratio", "ratio"),
        .init("off", "percent"), .init("goal-met"),
      ],
      rows: rows.map { row in
        [
          .text(row.path), .shortest(row.start), .number(row.fitted, decimals: 6),
          .term(row.line.rawValue), .number(row.simulated, decimals: row.line.isCount ? 0 : 2),
          .number(row.official, decimals: row.line.isCount ? 0 : 2),
          .number(row.ratio, decimals: 6), .number(row.difference * Ratio(100), decimals: 3),
          .term(row.isMet ? "yes" : "no"),
        ]
      },
      notes: [Phrase("note-calibration", ["trials": .count(trials)])]
        + (missed.isEmpty
          ? []
          : [
            Phrase(
              "note-calibration-missed",
              ["missed": .count(missed.count), "lines": .count(rows.count)])
          ]))
  }

  /// The fitted numbers as a reform of the scenario, with targets and residuals beside them.
  ///
  /// - Parameters:
  ///   - title: What the scenario is called.
  ///   - path: The scenario.
  ///   - out: Where the text will be written.
  /// - Returns: YAML that `takst run` takes.
  public func reform(of title: String, at path: String, from out: String) -> String {
    let lines = rows.map { row in
      let left = Wording(.english).number(row.difference * Ratio(100), decimals: 3)
      let interval = file.interval(at: row.path)
      return foundNumber(
        row.fitted.decimal(upTo: 9), at: row.path, between: interval?.low?.decimal(upTo: 9),
        and: interval?.high?.decimal(upTo: 9),
        saying: "fitted by takst calibrate to \(row.line.rawValue): simulated \(row.simulated), "
          + "official \(row.official), \(left.replacing("−", with: "-")) % off\(row.isMet ? "" : ", not met")"
      )
    }
    return """
      # Numbers fitted by takst calibrate, with seed \(seed). A reform of the scenario: takst run takes it.
      reform: \(yamlText("\(title), fitted"))
      base: \(yamlText(base(of: path, from: out)))
      change:
      \(lines.joined(separator: "\n"))

      """
  }

  private var seed: UInt64 { (try? file.nationalScenario().seed) ?? 1 }
}

/// Any words between double quotes, as YAML reads them.
func yamlText(_ text: String) -> String {
  "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
}
