public import Diagnostics
public import Documents
public import RateBooks
public import Reports
public import Work

/// What a scenario asks: how its files are told from others, what may stand in them, and how they are
/// answered.
///
/// Commands take the question that a file asks from the list of them, and know none by its name. A new
/// question is a room that conforms to this, and a line of that list.
public protocol Question: Sendable {
  /// What its runs read of the law; `nil` where they read none.
  static var reader: RateBook.Reader? { get }
  /// The tables it is answered with, in their order.
  static var knownTables: [TableName] { get }
  /// How the changes of a reform are laid on a file of it.
  static var layout: Layout { get }

  /// Why no sweep varies a file of it, after the file's name, and how to mend that; `nil` where one can.
  static var isNotSwept: (why: String, help: String)? { get }

  /// Whether a document asks it.
  ///
  /// A key that no other question has is enough, so that whoever misspells another is told so by the
  /// grammar that is meant.
  static func isAsked(by document: Node) -> Bool

  /// What a file of it may hold.
  ///
  /// - Parameters:
  ///   - book: The rate book the file names, to look rules up in; `nil` when it could not be read, or
  ///     when only the schema is wanted.
  ///   - layers: The files the document is made of, each after those it changes.
  /// - Returns: The grammar.
  static func grammar(reading book: RateBook?, layers: [String]) -> Grammar<Self>

  /// Finds what any command would refuse of a file before it runs anything. One kind of fault does not
  /// hide another.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - isVaried: Whether numbers of the file vary, so that figures it states itself may contradict
  ///     each other: what refuses them is told of each run.
  /// - Throws: `Faults`, all of them; `Refusal` where the file has no answer.
  static func check(_ file: ScenarioFile, varying isVaried: Bool) throws

  /// What a sound file says that nothing reads, or that is not what its author may expect, beyond what
  /// is told of every file.
  static func notices(of file: ScenarioFile) throws -> [Notice]

  /// Runs whatever the tables need that the file asks for.
  ///
  /// - Throws: `Faults` when the file is wrong, `Refusal` when it has no answer, `Interrupted` when told
  ///   to stop.
  static func report(on file: ScenarioFile, by workers: Workers) throws -> Report

  /// Every step from the law to what one practice is paid, or one person.
  ///
  /// - Parameters:
  ///   - list: The practice, as the file's tables name it.
  ///   - person: The person's place on its list, from 1; `nil` where nobody is asked about.
  ///   - file: The file.
  ///   - workers: How many cores work.
  /// - Throws: As ``report(on:by:)``; `Refusal` where the question has no practice or person of that name.
  /// - Returns: Text for a terminal.
  static func explanation(
    of list: String, person: Int?, in file: ScenarioFile, by workers: Workers
  ) throws -> String
}

extension Question {
  public static var isNotSwept: (why: String, help: String)? { nil }

  public static func notices(of file: ScenarioFile) throws -> [Notice] { [] }

  /// The grammar as a JSON Schema.
  public static var schema: JSONValue { grammar(reading: nil, layers: []).schema }
}

extension ScenarioFile {
  /// Whether the file asks a question.
  public func asks(_ other: any Question.Type) -> Bool { question == other }

  /// Finds what any command would refuse before it runs anything, as ``Question/check(_:varying:)`` says.
  public func check(varying isVaried: Bool = false) throws {
    try question.check(self, varying: isVaried)
  }

  /// The same of several files that are run together.
  ///
  /// - Throws: `Faults` of all of them; `Refusal` of the first that has one.
  public static func check(_ files: [ScenarioFile]) throws {
    try checkAll(files.map { file in { try file.check() } })
  }

  /// Makes every one of several checks.
  ///
  /// - Throws: `Faults` of all of them; the refusal of the first that has one where there are none.
  package static func checkAll(_ checks: [() throws -> Void]) throws {
    var (faults, refusal): ([Diagnostic], (any Error)?) = ([], nil)
    for check in checks {
      do {
        try check()
      } catch let found as Faults {
        faults += found.diagnostics
      } catch {
        refusal = refusal ?? error
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    if let refusal { throw refusal }
  }
}

extension ScenarioFile {
  /// Refuses to follow a person where a question has none.
  ///
  /// - Throws: ``Refusal`` when one is asked about.
  package func refuse(person: Int?) throws(Refusal) {
    guard person == nil else {
      throw Refusal(
        "the scenario has no persons one by one",
        help: "leave '--person' out, or give a scenario with 'year' and 'population'")
    }
  }
}
