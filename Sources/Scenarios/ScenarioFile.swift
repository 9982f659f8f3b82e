public import Diagnostics
public import Documents
import Foundation
public import RateBooks

/// A scenario as written: its document, with the changes of any reforms already made.
///
/// It can be changed at any path and read again, which is how reforms, intervals and tables of
/// many runs all ask «and what if this number were another?».
public struct ScenarioFile: Sendable {
  /// The path as typed.
  public let path: String
  public private(set) var document: Node
  /// The reforms it is changed by, first to last, with who proposes them.
  public private(set) var reforms: [Proposal] = []
  /// What they change, first to last.
  public private(set) var changes: [MadeChange] = []
  /// The document as the last of them left it, before any number was found or varied.
  public private(set) var written: Node
  /// The scenario before each of them, from the one that is no reform on.
  private var bases: [ScenarioFile] = []
  /// The law the scenario names, read once.
  private let book: RateBook?
  let bookFaults: [Diagnostic]
  /// The questions there are. A file that asks no other asks the last.
  let questions: [any Question.Type]
  /// What keys were read as that are not read again unless they change.
  private(set) var known: KnownKeys?

  /// A reform of a reform of a reform is plenty; a longer chain is a mistake.
  static let longestChain = 16

  /// Reads a scenario or a reform file.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - questions: What it may ask; the last where it asks none of the others.
  /// - Throws: ``Faults`` when the file, or a base it names, is not YAML or not a reform.
  public init(reading path: String, asking questions: [any Question.Type]) throws(Faults) {
    try self.init(Node(parsing: InputFile(reading: path)), at: path, asking: questions)
  }

  /// A scenario or a reform whose file has been read already.
  ///
  /// - Throws: ``Faults`` when a base it names is not YAML or not a reform.
  public init(
    _ document: Node, at path: String, asking questions: [any Question.Type]
  ) throws(Faults) {
    precondition(!questions.isEmpty, "a file asks one of some questions")
    try self.init(document, at: path, after: [], asking: questions)
  }

  private init(
    _ document: Node, at path: String, after chain: [String],
    asking questions: [any Question.Type]
  ) throws(Faults) {
    // A file with a base is a reform, even when the word 'reform' is misspelt or left out.
    if document["reform"] != nil || document["base"] != nil {
      let reform = try Reform.grammar.read(document)
      let base = Self.resolve(reform.base.value, from: path)
      guard chain.count < Self.longestChain, !(chain + [path]).contains(base) else {
        throw Faults(
          "the reform is in the end based on itself", at: reform.base.position,
          help: "let the chain of 'base' end in a scenario")
      }
      do {
        let document = try Node(parsing: InputFile(reading: base))
        self = try ScenarioFile(document, at: base, after: chain + [path], asking: questions)
      } catch {
        throw error.naming("base", reform.base, relativeTo: "reform")
      }
      self = try reformed(by: reform, at: path)
    } else {
      self.init(path: path, document: document, asking: questions)
    }
  }

  private init(path: String, document: Node, asking questions: [any Question.Type]) {
    (self.path, self.document, self.questions) = (path, document, questions)
    written = document
    guard let named = Self.bookName(in: document) else {
      (book, bookFaults) = (nil, [])
      return
    }
    do {
      book = try RateBook(named: named)
      bookFaults = []
    } catch {
      book = nil
      bookFaults = error.naming("rate book", named, relativeTo: "scenario").diagnostics
    }
  }

  /// The rate book that a document names: one of the program's, or a file by its path.
  static func bookName(in document: Node) -> Located<String>? {
    guard let node = document["jurisdiction"], case .scalar(let text, _) = node.content else {
      return nil
    }
    let isFile = text.hasSuffix("yaml") || text.hasSuffix("yml")
    return Located(
      isFile ? resolve(text, from: node.position.file) : text, written: text, at: node.position)
  }

  private init(_ other: ScenarioFile, path: String, document: Node) {
    (self.path, self.document, written) = (path, document, other.written)
    questions = other.questions
    (reforms, changes, bases) = (other.reforms, other.changes, other.bases)
    (book, bookFaults, known) = (other.book, other.bookFaults, other.known)
  }

  func reformed(by reform: Reform, at path: String) throws(Faults) -> ScenarioFile {
    let (changed, made) = try laid(reform)
    let titled = Node(.scalar(reform.title, isQuoted: true), at: reform.base.position)
    let title = Located("scenario", written: "scenario", at: reform.base.position)
    let document: Node
    do {
      document = try changed.changing(title, to: titled)
    } catch {
      throw Faults(
        "the base '\(reform.base.text)' is \(self.document.asTyped), not a scenario",
        at: reform.base.position, help: "let the chain of 'base' end in a scenario")
    }
    // A reform may name another law, so the book is looked up anew when it does.
    var file =
      reform.changes.contains { $0.path.value == "jurisdiction" }
      ? ScenarioFile(path: path, document: document, asking: questions)
      : ScenarioFile(self, path: path, document: document)
    let proposal = Proposal(
      title: reform.title, source: reform.source, position: reform.base.position)
    (file.reforms, file.changes, file.bases) = (
      reforms + [proposal], changes + made, bases + [self]
    )
    file.written = document
    return file
  }

  /// How a file is called in tables: its name without folder and ending.
  public static func name(ofFileAt path: String) -> String {
    ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  /// The path of a file that another names, relative to the other's folder.
  public static func resolve(_ name: String, from path: String) -> String {
    if name.hasPrefix("/") { return name }
    let folder = (path as NSString).deletingLastPathComponent
    return ((folder as NSString).appendingPathComponent(name) as NSString).standardizingPath
  }
}

extension ScenarioFile {
  /// What a reform is compared with: the nearest scenario on its chain of `base` that leaves nothing
  /// to be found, with the same seed. A scenario that is no reform is its own.
  public var baseline: ScenarioFile {
    var baseline = bases.last { $0.document["solve"] == nil } ?? bases.first ?? self
    if let seed = document["seed"], let same = try? baseline.changing("seed", to: seed) {
      baseline = same
    }
    return baseline
  }

  /// The file it changes; `nil` for a scenario that is no reform.
  public var base: ScenarioFile? { bases.last }

  /// The rate book its law begins with; `nil` when it cannot be read.
  public var rateBook: RateBook? { book }

  /// The nation that a table of lists, or of municipalities, is a part of: the nearest scenario on the
  /// chain of `base` that has neither, or the one at the end. `nil` for a scenario with neither table,
  /// whose lists are the nation's already.
  public var nationFile: ScenarioFile? {
    func isPart(_ file: ScenarioFile) -> Bool {
      file.document["lists"]?["file"] != nil
        || file.document["population"]?["municipalities"] != nil
    }
    return isPart(self) ? bases.last { !isPart($0) } ?? bases.first ?? self : nil
  }

  /// What the file asks.
  public var question: any Question.Type {
    questions.first { $0.isAsked(by: document) } ?? questions[questions.count - 1]
  }

  /// What a grammar that looks rules up in the scenario's law makes of the document.
  ///
  /// - Throws: ``Faults``, all of them.
  package func read<Value>(_ grammar: (RateBook?) -> Grammar<Value>) throws(Faults) -> Value {
    do throws(Faults) {
      let scenario = try grammar(book).read(document, knowing: known)
      guard bookFaults.isEmpty else { throw Faults(bookFaults) }
      return scenario
    } catch {
      throw Faults(bookFaults + error.diagnostics)
    }
  }

  /// The file, of whose changed versions only what is changed is read again.
  package func remembering<Value>(_ grammar: (RateBook?) -> Grammar<Value>) -> ScenarioFile {
    var file = self
    file.known = grammar(book).knownKeys(of: document)
    return file
  }

  /// The scenario with another value at a path; everything else stays.
  ///
  /// - Parameters:
  ///   - path: For example `arrivals.diplomats.uptake`.
  ///   - value: What stands there instead.
  /// - Returns: The changed file. Nothing is written to disk.
  /// - Throws: ``Faults`` when the path leads through something that is not a mapping.
  public func changing(_ path: String, to value: Node) throws(Faults) -> ScenarioFile {
    do {
      let located = Located(path, written: path, at: value.position)
      return ScenarioFile(
        self, path: self.path, document: try document.changing(located, to: value))
    } catch {
      throw Faults([error])
    }
  }

  /// The scenario files it is made of, each after those it changes.
  package var layers: [String] { bases.map(\.path) + [path] }

  /// The files the scenario is made of, each once: itself and the scenarios it changes, its rate book,
  /// and its tables. A built-in rate book is not among them.
  public var files: [String] {
    var files = layers
    if let book = document["jurisdiction"], let name = book.text, name.contains(".") {
      files.append(Self.resolve(name, from: book.position.file))
    }
    files += document.tables.map { Self.resolve($0.name, from: $0.position.file) }
    var seen: Set<String> = []
    return files.filter { seen.insert($0).inserted }
  }

  /// A path written in a scenario or reform, relative to the file it is written in.
  public func resolved(_ name: Located<String>) -> String {
    Self.resolve(name.value, from: name.position.file)
  }
}

extension Node {
  /// What stands under the word `file`, wherever it does: tables beside the scenario.
  fileprivate var tables: [(name: String, position: SourcePosition)] {
    entries.flatMap { entry -> [(name: String, position: SourcePosition)] in
      if entry.key.value == "file", let name = entry.value.text {
        return [(name, entry.value.position)]
      }
      return entry.value.tables
    }
  }
}
