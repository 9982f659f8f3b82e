import Diagnostics
import Foundation

extension Node {
  /// The value as JSON has it: numbers as numbers, `true` and `false` as such, everything else as the
  /// text it was written as. Digits after a zero are a code, as of a municipality, and no number.
  public var json: JSONValue {
    switch content {
    case .scalar("true", isQuoted: false): .bool(true)
    case .scalar("false", isQuoted: false): .bool(false)
    case .scalar(let text, let isQuoted):
      isNull ? .null : (isQuoted ? nil : Self.number(text)).map(JSONValue.number) ?? .string(text)
    case .sequence(let items): .array(items.map(\.json))
    case .mapping(let entries):
      .object(
        Dictionary(entries.map { ($0.key.value, $0.value.json) }, uniquingKeysWith: { $1 }))
    }
  }

  private static func number(_ text: String) -> Decimal? {
    let form = /-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?/
    guard text.wholeMatch(of: form) != nil else { return nil }
    return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
  }
}
