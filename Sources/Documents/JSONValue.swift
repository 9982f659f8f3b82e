import Diagnostics
public import Foundation

/// A value of JSON, for schemas and results. Numbers are exact decimals.
public indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Decimal)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}

extension JSONValue {
  /// The value as JSON text with sorted keys: the same value is always the same bytes.
  ///
  /// - Parameter isPretty: Whether it is laid out over lines.
  /// - Returns: The text.
  public func text(isPretty: Bool = true) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a JSON value always encodes: it holds no infinite number")
    }
    return String(decoding: data, as: UTF8.self).escapingHiddenMarks
  }
}

extension String {
  /// JSON text in which what nobody sees is escaped; between strings there is none of it but line feeds.
  fileprivate var escapingHiddenMarks: String {
    guard hiddenMarks.contains(where: { $0.scalar != "\n" }) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar != "\n", let mark = HiddenMark(scalar) {
        text += "\\u" + mark.code.dropFirst(2)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}
