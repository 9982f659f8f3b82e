import Diagnostics
public import Documents

extension RateBook {
  /// Whether every unit is in the book's currency and no name stands in two sections; what is wrong
  /// goes into the log.
  public func isConsistent(_ log: inout FaultLog) -> Bool {
    var sections: [String: String] = [:]
    var isConsistent = true
    for rule in entries {
      if let other = rule.unit.value.currency, other != currency {
        log.add(
          "the unit '\(rule.unit.text)' is not in the book's currency, \(currency)",
          at: rule.unit.position, help: "convert the amounts, or change 'currency'")
        isConsistent = false
      }
      if let other = sections.updateValue(rule.section, forKey: rule.name) {
        log.add(
          "'\(rule.name)' is the name of a rule in '\(other)' as well as in '\(rule.section)'",
          at: rule.unit.position, help: "give one of them another name")
        isConsistent = false
      }
    }
    return isConsistent
  }
}
