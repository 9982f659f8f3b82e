import ArgumentParser
import Documents
import RateBooks
import Scenarios
import Sweeps

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a kind of file, for editors that complete and check.",
    discussion: """
      Example:
        takst schema scenario > scenario.schema.json
      """)

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case scenario
    case sweep
    case rateBook = "rate-book"
  }

  @Argument(help: "scenario, sweep or rate-book.")
  var kind: Kind

  func run() throws {
    try reporting { try write(schema.text() + "\n") }
  }

  private var schema: JSONValue {
    let files =
      switch kind {
      case .scenario:
        Questions.all.map { $0.schema } + [Reform.grammar.schema]
      case .sweep: [Sweep.schema]
      case .rateBook: [RateBook.grammar.schema]
      }
    return .object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string("A \(kind.rawValue) file of Takst"), "anyOf": .array(files),
    ])
  }
}
