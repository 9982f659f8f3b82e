public import ArgumentParser
import Diagnostics
import Documents
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
        takst rates norway --format yaml > my-rates.yaml
      """)

  @Argument(help: "norway, or a rate book file of your own.")
  var jurisdiction: String

  @Option(help: ArgumentHelp("What is in force on this day.", valueName: "yyyy-mm-dd"))
  var on: CalendarDate?

  @Option(help: ArgumentHelp("One rule through time.", valueName: "rule"))
  var history: String?

  /// The forms a rate book can take.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, yaml
  }

  @Option(help: "text for people, csv and json for programs, yaml for a book of your own.")
  var format = Format.text

  @OptionGroup var folder: FolderOptions

  func validate() throws {
    guard on == nil || history == nil else {
      throw ValidationError("'--on' and '--history' ask different questions. Use one of them.")
    }
    guard format != .csv || folder.out != nil else {
      throw ValidationError("'--format csv' writes a file. Add '--out DIR'.")
    }
    guard format != .yaml || (on == nil && history == nil) else {
      throw ValidationError(
        "'--format yaml' is the whole book. Leave '--on' and '--history' out.")
    }
  }

  func run() throws {
    try reporting {
      let place = SourcePosition(file: "command line")
      let file = try RateBook.file(
        named: Located(jurisdiction, written: jurisdiction, at: place))
      let question =
        on.map(RateListing.Question.inForce) ?? history.map(RateListing.Question.history) ?? .index
      let listing = try RateListing(question, of: file)
      switch format {
      case .text: try folder.show([("rates.txt", listing.text())])
      case .csv: try folder.show([("rates.csv", listing.csv())])
      case .json: try folder.show([("rates.json", listing.json(version: Takst.version))])
      case .yaml: try folder.show([("rates.yaml", file.text)])
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
