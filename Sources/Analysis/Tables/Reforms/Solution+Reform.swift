import Diagnostics
import Foundation
import Reports
import Scenarios
import Simulation
import Units

extension Solution {
  /// The found numbers as a reform of the file that asked for them, without its goals.
  ///
  /// - Parameters:
  ///   - path: The file that asked.
  ///   - out: Where the text will be written.
  /// - Returns: YAML that `takst compare` takes.
  public func reform(of path: String, from out: String) -> String {
    let lines = rows.map { row in
      let interval = row.range
      return foundNumber(
        row.found.decimal(upTo: 9), at: row.goal.number.text,
        between: Ratio(nearest: interval.lowerBound, decimals: 9).decimal(upTo: 9),
        and: Ratio(nearest: interval.upperBound, decimals: 9).decimal(upTo: 9),
        saying: "found by takst solve: \(row.whatIsReached), among "
          + "\(counted(row.place.lists, "list")) with \(counted(row.place.persons, "person"))")
    }
    return """
      # Numbers found by takst solve, with seed \(run.scenario.seed).
      reform: \(yamlText("\(run.scenario.title), solved"))
      base: \(yamlText(base(of: path, from: out)))
      change:
        solve: null
      \(lines.joined(separator: "\n"))

      """
  }
}

extension Solution.Row {
  /// What was reached, when, and beside what.
  var whatIsReached: String {
    let stage = goal.stage == .immediate ? "" : " " + goal.stage.rawValue.replacing("-", with: " ")
    let asked = target.map { ", asked for \($0)" } ?? ""
    let missed = isMissed ? "; prices move in steps, and no number comes nearer" : ""
    return "\(goal.measure.name)\(stage) is \(reached)\(asked)\(missed)"
  }
}

/// A file as another one, written elsewhere, has to name it.
func base(of path: String, from out: String) -> String {
  let folder = { (path: String) in
    URL(fileURLWithPath: path).deletingLastPathComponent().standardizedFileURL.path
  }
  return folder(out) == folder(path)
    ? (path as NSString).lastPathComponent : URL(fileURLWithPath: path).standardizedFileURL.path
}

/// A line of a reform that states a number the program found, with the interval it was searched in.
func foundNumber(
  _ number: String, at path: String, between low: String?, and high: String?,
  saying source: String
) -> String {
  let ends = (low.map { "low: \($0), " } ?? "", high.map { "high: \($0), " } ?? "")
  return "  \(path): { \(ends.0)central: \(number), \(ends.1)source: \(yamlText(source)) }"
}
