import Foundation
public import Units

extension Grammar where Value == String {
  /// Any words. At least one character that can be seen.
  public static var text: Grammar {
    let schema: [String: JSONValue] = ["type": .string("string"), "pattern": .string("\\S")]
    return Grammar(schema: .object(schema)) { node, log in
      guard case .scalar(let text, _) = node.content, !node.isNull,
        !text.allSatisfy(\.isWhitespace)
      else {
        log.reject(node, expecting: "text", help: "write it between double quotes")
        return nil
      }
      return text
    }
  }
}

extension Grammar where Value == String {
  /// An address of the web.
  public static var address: Grammar {
    let schema: [String: JSONValue] = [
      "type": .string("string"), "pattern": .string("^https?://."),
    ]
    return Grammar(schema: .object(schema)) { node, log in
      guard case .scalar(let text, _) = node.content,
        ["http://", "https://"].contains(where: { text.hasPrefix($0) && text != $0 })
      else {
        log.reject(
          node, expecting: "an address that begins with http:// or https://",
          help: "write the whole address, or 'document' for a source without one")
        return nil
      }
      return text
    }
  }
}

extension Grammar where Value == Bool {
  /// `true` or `false`.
  public static var flag: Grammar {
    Grammar(schema: .object(["type": .string("boolean")])) { node, log in
      switch node.content {
      case .scalar("true", isQuoted: false): return true
      case .scalar("false", isQuoted: false): return false
      default:
        log.reject(node, expecting: "true or false", help: "write true or false, without quotes")
        return nil
      }
    }
  }
}

extension Grammar where Value == Int {
  /// A whole number.
  ///
  /// - Parameter range: The numbers that make sense.
  /// - Returns: The grammar of such a number.
  public static func whole(in range: ClosedRange<Int>) -> Grammar {
    let schema: [String: JSONValue] = [
      "type": .string("integer"), "minimum": .number(Decimal(range.lowerBound)),
      "maximum": .number(Decimal(range.upperBound)),
    ]
    return Grammar(schema: .object(schema)) { node, log in
      guard let number = decimal(node, &log)?.wholeNumber, range.contains(number),
        node.thousandsHelp == nil
      else {
        log.reject(
          node, expecting: "a whole number in \(range.lowerBound)...\(range.upperBound)",
          help: node.thousandsHelp ?? numberHelp(node))
        return nil
      }
      return number
    }
  }
}

extension Grammar where Value == Ratio {
  /// An exact decimal number.
  ///
  /// - Parameter range: The numbers that make sense, in the unit the key is documented with.
  /// - Returns: The grammar of such a number.
  public static func number(in range: ClosedRange<Int>) -> Grammar {
    let schema: [String: JSONValue] = [
      "type": .string("number"), "minimum": .number(Decimal(range.lowerBound)),
      "maximum": .number(Decimal(range.upperBound)),
    ]
    let exact = Ratio(range.lowerBound)...Ratio(range.upperBound)
    return Grammar(schema: .object(schema)) { node, log in
      guard let number = decimal(node, &log), exact.contains(number) else {
        log.reject(
          node, expecting: "a number in \(range.lowerBound)...\(range.upperBound)",
          help: numberHelp(node))
        return nil
      }
      return number
    }
  }

  /// A share of a whole, from 0 to 1.
  public static var share: Grammar {
    let schema: [String: JSONValue] = [
      "type": .string("number"), "minimum": .number(0), "maximum": .number(1),
    ]
    return Grammar(schema: .object(schema)) { node, log in
      let number = decimal(node, &log)
      if let number, (.zero ... .one).contains(number) { return number }
      log.reject(node, expecting: "a share in 0...1", help: shareHelp(node))
      return nil
    }
  }
}

extension Grammar where Value == Money {
  /// An amount in the currency of the rate book, with at most two decimals.
  ///
  /// - Parameter most: The largest amount that makes sense, in kroner.
  /// - Returns: The grammar of such an amount.
  public static func money(upTo most: Int) -> Grammar {
    let schema: [String: JSONValue] = [
      "type": .string("number"), "minimum": .number(0), "maximum": .number(Decimal(most)),
      "multipleOf": .number(Decimal(string: "0.01") ?? 1),
    ]
    return Grammar(schema: .object(schema)) { node, log in
      guard let number = decimal(node, &log), number >= .zero, number <= Ratio(most),
        let amount = Money(kroner: number), node.thousandsHelp == nil
      else {
        log.reject(
          node, expecting: "an amount in 0...\(most) with at most two decimals",
          help: node.thousandsHelp ?? numberHelp(node))
        return nil
      }
      return amount
    }
  }
}

extension Grammar where Value == CalendarDate {
  /// A day written as `2021-05-01`.
  public static var date: Grammar {
    let schema: [String: JSONValue] = ["type": .string("string"), "format": .string("date")]
    return Grammar(schema: .object(schema)) { node, log in
      guard case .scalar(let text, _) = node.content, let date = CalendarDate(iso: text),
        calendarYears.contains(date.year)
      else {
        log.reject(
          node, expecting: "a day between 1900 and 2200",
          help: node.hasForm(of: "2021-05-01")
            ? "the calendar has no such day" : "write year-month-day, for example 2021-05-01")
        return nil
      }
      return date
    }
  }
}

extension Grammar where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of a few agreed words.
  public static var choice: Grammar { choice(among: Array(Value.allCases)) }

  /// One of some words of an agreed list.
  public static func choice(among values: [Value]) -> Grammar {
    let words = values.map(\.rawValue)
    return Grammar(schema: .object(["enum": .array(words.map(JSONValue.string))])) { node, log in
      if case .scalar(let text, _) = node.content, words.contains(text) {
        return Value(rawValue: text)
      }
      log.rejectWord(node, among: words)
      return nil
    }
  }
}

/// Years that law and scenarios can be about.
private let calendarYears = 1900...2200

extension Node {
  /// Whether the author wrote digits where the example has digits and hyphens where it has hyphens,
  /// in a year of the calendar: then the day or month is what is wrong.
  fileprivate func hasForm(of example: String) -> Bool {
    guard case .scalar(let text, _) = content, let year = Int(text.prefix(4)) else { return false }
    let form = { (text: String) in text.utf8.map { (0x30...0x39).contains($0) ? 0x30 : $0 } }
    return form(text) == form(example) && calendarYears.contains(year)
  }
}

/// The number a scalar spells, when it is not quoted. That digits are rounded away is told.
extension Node {
  /// How to write a number such as `1.000`, which is a thousand to some and one to others.
  fileprivate var thousandsHelp: String? {
    guard case .scalar(let text, isQuoted: false) = content, Ratio(decimal: text) != nil else {
      return nil
    }
    return text.thousandsHelp
  }
}

private func decimal(_ node: Node, _ log: inout FaultLog) -> Ratio? {
  guard case .scalar(let text, isQuoted: false) = node.content,
    let number = Ratio(written: text)
  else { return nil }
  if Ratio.isRounded(text) { log.tellRounded(node, to: number) }
  return number
}

extension Grammar where Value == Month {
  /// A calendar month written as `2021-05`.
  public static var month: Grammar {
    let schema: [String: JSONValue] = [
      "type": .string("string"), "pattern": .string("^[0-9]{4}-(0[1-9]|1[0-2])$"),
    ]
    return Grammar(schema: .object(schema)) { node, log in
      guard case .scalar(let text, _) = node.content,
        let day = CalendarDate(iso: text + "-01"), calendarYears.contains(day.year)
      else {
        log.reject(
          node, expecting: "a month between 1900 and 2200",
          help: node.hasForm(of: "2021-05")
            ? "months run from 01 to 12" : "write year-month, for example 2021-05")
        return nil
      }
      return day.inMonth
    }
  }
}
