import Diagnostics
public import Documents

extension RateBook {
  /// Whether every unit is in the book's currency, no name stands in two sections, and grants that are
  /// reckoned from others say from which; what is wrong goes into the log.
  public func isConsistent(_ log: inout FaultLog) -> Bool {
    var sections: [String: String] = [:]
    var isConsistent = true
    for rule in entries {
      if let other = rule.unit.value.currency, other != currency {
        let fault = Diagnostic(foreign: rule.unit, in: currency)
        log.add(fault.what, at: fault.position, help: fault.help)
        isConsistent = false
      }
      if let other = sections.updateValue(rule.section, forKey: rule.name) {
        log.add(
          "'\(rule.name)' is the name of a rule in '\(other)' as well as in '\(rule.section)'",
          at: rule.unit.position, help: "give one of them another name")
        isConsistent = false
      }
    }
    return namesGrantBases(&log) && isConsistent
  }
}

extension RateBook {
  /// Units in other currencies than the book's, whatever else is wrong with their rules.
  static func foreignUnits(in book: Node) -> [Diagnostic] {
    guard let currency = book["currency"]?.asTyped, currency.currency == currency else { return [] }
    return book.entries.flatMap(\.value.entries).compactMap { rule in
      guard let node = rule.value["unit"] else { return nil }
      let unit = Located(node.asTyped, written: node.asTyped, at: node.position)
      guard let other = unit.value.currency, other != currency else { return nil }
      return Diagnostic(foreign: unit, in: currency)
    }
  }
}

extension Diagnostic {
  fileprivate init(foreign unit: Located<String>, in currency: String) {
    self.init(
      "the unit '\(unit.text)' is not in the book's currency, \(currency)", at: unit.position,
      help: "convert the amounts, or change 'currency'")
  }
}
