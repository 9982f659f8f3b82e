import ArgumentParser
import Capacity
import Diagnostics
import Documents
import RateBooks
import Units

struct CapacityExampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example",
    abstract: "Write the tables of a synthetic Denmark, to see their columns and to try a plan.",
    discussion: """
      No number of the tables is official: persons, clinics, doctors and ceilings are drawn by lot.
      Tables that are there already and say something else are not written over.

      Example:
        takst capacity example --out my-denmark
      """)

  @Option(
    help: ArgumentHelp("The folder for the tables.", valueName: "dir"), completion: .directory)
  var out: String

  @Option(help: ArgumentHelp("Other clinics and doctors.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The day whose health councils are meant.", valueName: "date"))
  var on = "2026-07-01"

  @Flag(help: "Say nothing on standard error unless something is wrong.")
  var quiet = false

  func validate() throws {
    guard CalendarDate(iso: on) != nil else {
      throw ValidationError("'--on \(on)' is no day; write for example 2026-07-01.")
    }
  }

  func run() throws {
    try reporting {
      let law = try RateBook(
        named: Located("denmark", written: "denmark", at: TableOptions.position))
      guard let day = CalendarDate(iso: on) else { return }
      let example = try ExampleDenmark(seed: seed, areas: Areas(law, on: day))
      try OutputFolder(out).writeSparingly(example.files)
      if !quiet { tell("wrote \(example.files.map(\.name).joined(separator: ", ")) in \(out)") }
    }
  }
}
