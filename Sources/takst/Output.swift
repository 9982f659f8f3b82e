import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Reports
import Scenarios
import Work

/// The forms a result can take.
enum Format: String, CaseIterable, ExpressibleByArgument {
  case text, csv, json
}

/// Where a result goes.
struct FolderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write files into this folder instead.", valueName: "dir"),
    completion: .directory)
  var out: String?

  @Flag(help: "Say nothing on standard error unless something is wrong.")
  var quiet = false

  /// Shows a result: on standard output, or as files in `--out`.
  ///
  /// - Parameters:
  ///   - files: Names and contents; one of them when it goes to standard output.
  ///   - isStyled: Whether the text acts on the terminal on purpose.
  /// - Throws: `Refusal` when nothing can be written there.
  func show(_ files: [(name: String, text: String)], isStyled: Bool = false) throws {
    guard let out else {
      for file in files { try isStyled ? put(file.text) : write(file.text) }
      return
    }
    try OutputFolder(out).write(files)
    if !quiet { takst.tell("wrote \(files.map(\.name).joined(separator: ", ")) in \(out)") }
  }
}

/// Options of every command that shows tables.
struct OutputOptions: ParsableArguments {
  @Option(help: "text for people, csv and json for programs.")
  var format = Format.text

  @OptionGroup var folder: FolderOptions

  @Flag(name: .customLong("no-colour"), help: "No bold headings, even on a terminal.")
  var isPlain = false

  var quiet: Bool { folder.quiet }

  /// Bold headings only where a person reads them and has not asked for none.
  var isColoured: Bool {
    let asksForNone = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return !isPlain && !asksForNone && folder.out == nil && isatty(STDOUT_FILENO) == 1
  }

  func validate() throws {
    guard format != .csv || folder.out != nil else {
      throw ValidationError("'--format csv' writes a file per table. Add '--out DIR'.")
    }
  }

  /// Tells on standard error what a file says that nothing reads.
  func tell(_ notices: [Notice]) {
    guard !quiet else { return }
    for notice in notices { takst.tell(notice.description) }
  }

  /// Tells on standard error which tables of the command line have nothing to show.
  func tell(_ tables: [TableName], missingFrom report: Report) {
    // Those that are left out for a reason are told with it.
    let shown = report.tables.map(\.name) + report.leftOut.flatMap(\.tables)
    tell(
      tables.once.filter { !shown.contains($0.rawValue) }.map { table in
        Notice(
          "the table '\(table.rawValue)' has nothing to show here", at: TableOptions.position)
      })
  }

  /// Shows a report in the form that was asked for.
  func show(_ report: Report, _ language: Language) throws {
    let wording = Wording(language)
    if !quiet {
      for left in report.leftOut { takst.tell(left.sentence(in: wording)) }
    }
    switch format {
    case .text:
      let text = TextWriter(wording, isColoured: isColoured).text(report)
      try folder.show([("report.txt", text)], isStyled: isColoured)
    case .json:
      let text = MachineWriter(wording).json(report, version: Takst.version)
      try folder.show([("result.json", text)])
    case .csv:
      let writer = MachineWriter(wording)
      let tables = report.tables.map { ("\($0.name).csv", writer.csv($0, in: report)) }
      try folder.show(tables + [("tidy.csv", writer.tidyCSV(report))])
    }
  }
}

/// Writes to standard output, with symbols for what would act on a terminal.
func write(_ text: String) throws { try put(text.withSymbols(keepingLines: true)) }

/// Writes to standard output as it is, and notices when that fails, as on a full disk.
///
/// - Throws: `Refusal`; the exit code alone when whoever read it has gone, as `head` does.
private func put(_ text: String) throws {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if count > 0 {
      bytes = bytes.dropFirst(count)
    } else if count < 0, errno == EPIPE {
      throw ExitCode(Ending.code(of: SIGPIPE))
    } else if count == 0 || errno != EINTR {
      throw Refusal("standard output cannot be written", help: "check the disk, or use --out")
    }
  }
}

/// Says something on standard error, with symbols for what would act on a terminal.
func tell(_ text: String) {
  let shown = text.withSymbols(keepingLines: true) + "\n"
  try? FileHandle.standardError.write(contentsOf: Data(shown.utf8))
}

/// Runs a command's work and turns what went wrong into messages and exit codes.
///
/// - Parameters:
///   - interrupted: What is told after Ctrl-C, or another signal that ends the work.
///   - work: The work.
/// - Throws: The exit code, where it is not 0.
func reporting(
  interrupted: String = "interrupted; nothing was written", _ work: () throws -> Void
) throws {
  do {
    try work()
  } catch let faults as Faults {
    tell(faults.description)
    throw ExitCode(2)
  } catch let refusal as Refusal {
    tell(refusal.description)
    throw ExitCode(1)
  } catch is Interrupted {
    tell(interrupted)
    throw ExitCode(Ending.code(of: Ending.signal))
  }
}
