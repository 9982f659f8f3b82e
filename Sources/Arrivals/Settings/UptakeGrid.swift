import Diagnostics
import Documents
import Practices
import Scenarios
public import Units

/// The corners of the table of costs by uptake and family size.
public struct UptakeGrid: Sendable {
  /// The group whose uptake and family size vary, by its key.
  public var group: String
  /// Shares from 0 to 1.
  public var uptakes: [Ratio]
  /// Persons per household.
  public var familySizes: [Ratio]

  private enum Keys {
    static let group = Key("group", Grammar<String>.text.located, "a group of arrivals")
    static let uptakes = Key("uptake", Grammar<[Ratio]>.list(of: .share), "the rows")
    static let families = Key(
      "family-size", Grammar<[Ratio]>.list(of: .number(in: 1...20)), "the columns")
  }

  static let grammar = Grammar<Draft>.record(
    "a table of costs by uptake",
    keys: [Keys.group.required, Keys.uptakes.required, Keys.families.required]
  ) { record, log in
    let (group, uptakes) = (record[Keys.group], record[Keys.uptakes])
    let families = record[Keys.families]
    guard uptakes.count * families.count <= 1_000 else {
      log.add(
        "the table has \(uptakes.count * families.count) cells; it takes up to 1000",
        at: record.position, help: "each cell is a run of its own: write fewer rows or columns")
      return nil
    }
    return Draft { groups, log in
      guard groups.contains(group.value) else {
        log.addUnknownName(group, among: groups, in: "arrivals")
        return nil
      }
      return UptakeGrid(group: group.value, uptakes: uptakes, familySizes: families)
    }
  }

  /// A grid as written, before the name of its group is looked up.
  struct Draft: Sendable {
    var make: @Sendable ([String], inout FaultLog) -> UptakeGrid?
  }
}
