import Diagnostics
import Documents
public import Rules
public import Scenarios
import Units

/// How many capacities the country has, and how they are shared out.
public struct CapacitySetting: Sendable {
  /// Years in rising order, each with the national number; straight lines between them.
  public var numbers: [(year: Int, number: Estimate)]
  public var method: ApportionmentMethod
  /// Ceilings and floors by health council; `nil` where nobody set any.
  public var ceilings: TableFile?

  /// The national number in a year, to the nearest whole.
  ///
  /// - Precondition: The year does not lie before the first or after the last.
  public func number(in year: Int) -> Int {
    guard let next = numbers.firstIndex(where: { $0.year >= year }) else {
      preconditionFailure("no number of capacities reaches \(year)")
    }
    let (last, number) = numbers[next]
    guard last != year, next > 0 else { return number.central.rounded }
    let (first, before) = numbers[next - 1]
    let part = Ratio(year - first, over: last - first)
    return (before.central + (number.central - before.central) * part).rounded
  }

  private enum Keys {
    static let number = Key(
      "number",
      Grammar<[Named<Estimate>]>.names(
        of: Estimate.grammar(of: .number(in: 1...1_000_000))
      ).located,
      "the national number of capacities in two years or more, with straight lines between")
    static let method = Key(
      "method", Grammar<ApportionmentMethod>.choice, "how whole capacities are shared out by need")
    static let ceilings = Key(
      "ceilings", TableFile.grammar, "the most and the least capacities of each health council")
  }

  static let grammar = Grammar<CapacitySetting>.record(
    "capacities",
    keys: [Keys.number.required, Keys.method.required, Keys.ceilings.optional]
  ) { record, log in
    var numbers: [(year: Int, number: Estimate)] = []
    for named in record[Keys.number].value {
      guard let year = Int(named.name.value), (1_900...2_200).contains(year) else {
        log.add(
          "'\(named.name.text)' is not a year", at: named.name.position,
          help: "write for example '2035: { central: 5000, source: … }'")
        return nil
      }
      numbers.append((year, named.value))
    }
    return CapacitySetting(
      numbers: numbers.sorted { $0.year < $1.year }, method: record[Keys.method],
      ceilings: record[maybe: Keys.ceilings])
  }
}
