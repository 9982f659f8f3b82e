public import Units
import Foundation

extension Grammar where Value == String {
  /// Any words. At least one character.
  public static var text: Grammar {
    Grammar(schema: .object(["type": .string("string"), "minLength": .number(1)])) { node, log in
      guard case .scalar(let text, _) = node.content, !node.isNull, !text.isEmpty else {
        log.reject(node, expecting: "text", help: "write it between double quotes")
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
      guard let number = decimal(node)?.wholeNumber, range.contains(number) else {
        log.reject(
          node, expecting: "a whole number in \(range.lowerBound)...\(range.upperBound)",
          help: separatorHelp(node))
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
      guard let number = decimal(node), exact.contains(number) else {
        log.reject(
          node, expecting: "a number in \(range.lowerBound)...\(range.upperBound)",
          help: separatorHelp(node))
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
      let number = decimal(node)
      if let number, (.zero ... .one).contains(number) { return number }
      let isPercentage = number.map { $0 > .one && $0 <= Ratio(100) } ?? false
      let share = number.map { $0 / Ratio(100) } ?? .zero
      log.reject(
        node, expecting: "a share in 0...1",
        help: isPercentage
          ? "for \(node.asTyped) percent, write \(share)" : separatorHelp(node))
      return nil
    }
  }
}

extension Grammar where Value == Money {
  /// An amount in the currency of the rate book, with at most two decimals.
  public static var money: Grammar {
    let most = 1_000_000_000_000
    let schema: [String: JSONValue] = [
      "type": .string("number"), "minimum": .number(0), "maximum": .number(Decimal(most)),
      "multipleOf": .number(Decimal(string: "0.01") ?? 1),
    ]
    return Grammar(schema: .object(schema)) { node, log in
      guard let number = decimal(node), number >= .zero, number <= Ratio(most),
        let amount = Money(kroner: number)
      else {
        log.reject(
          node, expecting: "an amount of zero or more with at most two decimals",
          help: separatorHelp(node))
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
        (1900...2200).contains(date.year)
      else {
        log.reject(
          node, expecting: "a day between 1900 and 2200",
          help: "write year-month-day, for example 2021-05-01")
        return nil
      }
      return date
    }
  }
}

extension Grammar where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of a few agreed words.
  public static var choice: Grammar {
    let words = Value.allCases.map(\.rawValue)
    return Grammar(schema: .object(["enum": .array(words.map(JSONValue.string))])) { node, log in
      if case .scalar(let text, _) = node.content, let value = Value(rawValue: text) {
        return value
      }
      log.rejectWord(node, among: words)
      return nil
    }
  }
}

/// The number a scalar spells, when it is not quoted.
private func decimal(_ node: Node) -> Ratio? {
  guard case .scalar(let text, isQuoted: false) = node.content else { return nil }
  return Ratio(decimal: text)
}

/// How to mend a number that has the wrong form, when that is clear from the characters.
private func separatorHelp(_ node: Node) -> String? {
  guard case .scalar(let text, let isQuoted) = node.content else { return "write one number" }
  if isQuoted, Ratio(decimal: text) != nil { return "remove the quotes: \(text)" }
  let plain = text.filter { !" _'\u{a0}".contains($0) }
  if plain != text, Ratio(decimal: plain) != nil { return "without separators: \(plain)" }
  let pointed = text.replacing(",", with: ".")
  if pointed != text, Ratio(decimal: pointed) != nil {
    return "a decimal point, and no thousands separator: \(pointed)"
  }
  let unit = text.drop { $0.isNumber || ".-+".contains($0) }
  let number = String(text.dropLast(unit.count))
  if !unit.isEmpty, Ratio(decimal: number) != nil { return "write the number alone: \(number)" }
  return nil
}

extension Grammar where Value == Month {
  /// A calendar month written as `2021-05`.
  public static var month: Grammar {
    let schema: [String: JSONValue] = [
      "type": .string("string"), "pattern": .string("^[0-9]{4}-(0[1-9]|1[0-2])$"),
    ]
    return Grammar(schema: .object(schema)) { node, log in
      guard case .scalar(let text, _) = node.content,
        let day = CalendarDate(iso: text + "-01"), (1900...2200).contains(day.year)
      else {
        log.reject(
          node, expecting: "a month between 1900 and 2200",
          help: "write year-month, for example 2021-05")
        return nil
      }
      return day.inMonth
    }
  }
}
