public import ArgumentParser
import Diagnostics
import RateBooks
import Reports
public import Units

struct RatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: "Show the law of a jurisdiction, with references.",
    discussion: """
      Examples:
        takst rates norway
        takst rates norway --on 2021-07-01
        takst rates norway --history base-grant
        takst rates my-rates.yaml --on 2024-01-01 --format json
      """)

  @Argument(help: "norway, or a rate book file of your own.")
  var jurisdiction: String

  @Option(help: ArgumentHelp("What is in force on this day.", valueName: "yyyy-mm-dd"))
  var on: CalendarDate?

  @Option(help: ArgumentHelp("One rule through time.", valueName: "rule"))
  var history: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard on == nil || history == nil else {
      throw ValidationError("'--on' and '--history' ask different questions. Use one of them.")
    }
  }

  func run() throws {
    try reporting {
      let place = SourcePosition(file: "command line")
      let book = try RateBook(named: Located(jurisdiction, written: jurisdiction, at: place))
      let question =
        on.map(RateListing.Question.inForce) ?? history.map(RateListing.Question.history) ?? .index
      let listing = try RateListing(question, of: book)
      switch output.format {
      case .text: try output.show([("rates.txt", listing.text())])
      case .csv: try output.show([("rates.csv", listing.csv())])
      case .json: try output.show([("rates.json", listing.json(version: Takst.version))])
      }
    }
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// A day as the command line writes it.
  public init?(argument: String) {
    self.init(iso: argument)
  }
}
