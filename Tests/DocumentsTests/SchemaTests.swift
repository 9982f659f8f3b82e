import Documents
import Foundation
import Testing
import Units

@Suite("JSON Schema of a grammar")
struct SchemaTests {
  private enum Way: String, CaseIterable, Sendable { case on, off }

  private static let parts = Key(
    "parts", Grammar<[Named<[Way]>]>.names(of: .list(of: .choice)), "what there is")
  private static let amount = Key("amount", Grammar.money(upTo: 1000).orNull, "an amount")
  private let thing = Grammar<Int>.record(
    "a thing", keys: [parts.required, amount.optional]
  ) { _, _ in 1 }

  @Test("the whole schema of a record is what an editor needs to complete and check")
  func whole() {
    #expect(
      thing.schema.text() == """
        {
          "additionalProperties" : false,
          "properties" : {
            "amount" : {
              "anyOf" : [
                {
                  "maximum" : 1000,
                  "minimum" : 0,
                  "multipleOf" : 0.01,
                  "type" : "number"
                },
                {
                  "type" : "null"
                }
              ],
              "description" : "an amount"
            },
            "parts" : {
              "additionalProperties" : {
                "items" : {
                  "enum" : [
                    "on",
                    "off"
                  ]
                },
                "minItems" : 1,
                "type" : "array"
              },
              "description" : "what there is",
              "minProperties" : 1,
              "propertyNames" : {
                "pattern" : "^[A-Za-z0-9][A-Za-z0-9-]*$"
              },
              "type" : "object"
            }
          },
          "required" : [
            "parts"
          ],
          "title" : "a thing",
          "type" : "object"
        }
        """)
  }

  @Test("the text is JSON, and the same value is always the same bytes with sorted keys")
  func stable() throws {
    let names = (0..<40).map { "key-\($0)" }
    let texts = Set(
      (0..<20).map { _ in
        let members = names.shuffled().map { ($0, JSONValue.number(1)) }
        return JSONValue.object(Dictionary(uniqueKeysWithValues: members)).text()
      })
    #expect(texts.count == 1)
    let text = try #require(texts.first)
    let keys = text.split(separator: "\"").map(String.init).filter { $0.hasPrefix("key-") }
    #expect(keys == keys.sorted())
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Int]
    #expect(parsed?.count == 40)
  }

  @Test("every kind of JSON value is written as itself")
  func values() {
    let value = JSONValue.array([
      .null, .bool(true), .number(Decimal(string: "0.1") ?? 0), .string("a/b\"ø\""), .array([]),
      .object([:]),
    ])
    let text = value.text().filter { !$0.isWhitespace }
    #expect(text == #"[null,true,0.1,"a/b\"ø\"",[],{}]"#)
  }
}
