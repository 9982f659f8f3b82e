import Documents
import Practices
import Scenarios
import Units

/// A municipality as a scenario writes it.
struct MunicipalitySetting: Sendable {
  var name: String
  var inhabitants: Estimate
  var meanList: Estimate

  private enum Keys {
    static let name = Key("name", Grammar<String>.text, "what the municipality is called")
    static let inhabitants = Key(
      "inhabitants",
      Estimate.grammar(of: Grammar<Int>.whole(in: 1...100_000_000).map { Ratio($0) }), "inhabitants"
    )
    static let meanList = Key(
      "mean-list", Estimate.grammar(of: .number(in: 1...100_000)), "persons per list")
  }

  static let grammar = Grammar<MunicipalitySetting>.record(
    "a municipality",
    keys: [Keys.name.required, Keys.inhabitants.required, Keys.meanList.required]
  ) { record, _ in
    MunicipalitySetting(
      name: record[Keys.name], inhabitants: record[Keys.inhabitants],
      meanList: record[Keys.meanList])
  }

  func municipality(key: String) -> Municipality {
    Municipality(
      key: key, name: name, inhabitants: inhabitants.central.rounded,
      meanList: meanList.central)
  }
}
