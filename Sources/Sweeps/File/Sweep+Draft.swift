import Analysis
import Diagnostics
public import Documents
import Scenarios
import Units

extension Sweep {
  /// A sweep as written, before the files it names are read.
  struct Draft: Sendable {
    var title: String
    var base: Located<String>
    /// Each alone, or several as one package.
    var reforms: [[Located<String>]]
    var varied: Varied?
    var design: Design
    var designPosition: SourcePosition
    var correlations: [Correlation]
    var replicates: Int
    var stage: Located<Stages.Stage>?
    var outcomes: [Located<String>]
    var questions: [SweepQuestion]
    var position: SourcePosition

    /// Where the factors are written: here, or in a problem file as SALib has them.
    enum Varied: Sendable {
      case here([Named<Factor.Draft>])
      case problem(Located<String>)
    }
  }

  /// The grammar of a sweep file, for editors.
  public static var schema: JSONValue { Draft.grammar.schema }
}

extension Sweep.Draft {
  private enum Keys {
    static let title = Key("sweep", Grammar<String>.text, "the question, as a title")
    static let base = Key("base", Grammar<String>.text.located, "a scenario or reform file")
    static let reforms = Key(
      "reforms", Grammar<[[Located<String>]]>.list(of: alone),
      "reform files that are run beside the base at every point; a list of them is one package")
    private static let name = Grammar<String>.text.located
    private static let alone = Grammar<[Located<String>]>.either(
      name.map { [$0] }, when: { if case .scalar = $0.content { true } else { false } },
      or: .list(of: name))
    static let vary = Key(
      "vary",
      Grammar<Varied>.either(
        Grammar<String>.text.located.map(Varied.problem),
        when: { if case .scalar = $0.content { true } else { false } },
        or: Grammar<[Named<Factor.Draft>]>.paths(of: Factor.grammar).map(Varied.here)),
      "paths of numbers and words, and how each varies; or a problem file as SALib has it")
    static let correlations = Key(
      "correlations", Correlation.grammar, "factors that go together")
    static let design = Key("design", Design.grammar.located, "which points are run")
    static let replicates = Key(
      "replicates", Grammar.whole(in: 1...10_000), "runs of each point, each with its own seed")
    static let stage = Key(
      "stage", Grammar<Stages.Stage>.choice.located, "what has happened when outcomes are taken")
    static let outcomes = Key(
      "outcomes", Grammar<[Located<String>]>.list(of: Grammar<String>.text.located),
      "what is kept of every run")
    static let ask = Key(
      "ask", SweepQuestion.grammar, "what is asked of the finished runs, by name")
  }

  static let grammar = Grammar<Sweep.Draft>.record(
    "a sweep",
    keys: [
      Keys.title.required, Keys.base.required, Keys.reforms.optional, Keys.vary.optional,
      Keys.correlations.optional, Keys.design.required, Keys.replicates.optional,
      Keys.stage.optional, Keys.outcomes.required, Keys.ask.optional,
    ]
  ) { record, log in
    let (design, varied) = (record[Keys.design], record[maybe: Keys.vary])
    let isTable = if case .table = design.value { true } else { false }
    guard isTable == (varied == nil) else {
      log.add(
        isTable
          ? "the points come from a table, and 'vary' says how factors vary"
          : "'vary' is missing from a sweep", at: record.position,
        help: isTable
          ? "remove 'vary': every column of the table is a factor"
          : "add 'vary': paths of numbers and words, and how each varies")
      return nil
    }
    return Sweep.Draft(
      title: record[Keys.title], base: record[Keys.base],
      reforms: record[maybe: Keys.reforms] ?? [], varied: varied, design: design.value,
      designPosition: design.position, correlations: record[maybe: Keys.correlations] ?? [],
      replicates: record[maybe: Keys.replicates] ?? 1,
      stage: record[maybe: Keys.stage], outcomes: record[Keys.outcomes],
      questions: SweepQuestion.named(record[maybe: Keys.ask] ?? []), position: record.position)
  }

  /// The scenarios to run, and what they are compared with.
  struct Files {
    var policies: [Policy]
    var baseline: ScenarioFile?
  }

  func policies(
    from path: String, asking questions: [any Question.Type]
  ) throws(Faults) -> Files {
    let basePath = ScenarioFile.resolve(base.value, from: path)
    let file: ScenarioFile
    do {
      file = try ScenarioFile(reading: basePath, asking: questions)
    } catch {
      throw error.naming("base", base, relativeTo: "sweep")
    }
    if let refused = file.question.isNotSwept {
      throw Faults("'\(base.text)' \(refused.why)", at: base.position, help: refused.help)
    }
    let isReform = !file.reforms.isEmpty
    // What its goals come to would have to be found before anything is compared with it.
    if file.asks(NationalScenario.self), !reforms.isEmpty || !isReform,
      let goals = file.document["solve"]
    {
      throw Faults(
        "the base '\(base.text)' has goals of its own, at \(goals.position)", at: base.position,
        help: isReform
          ? "let 'base' be what it changes, and name it under 'reforms'"
          : "write the goals in a reform, and name it under 'reforms'")
    }
    func policy(_ file: ScenarioFile, named name: String, isBaseline: Bool) -> Policy {
      Policy(
        name: name, title: file.document["scenario"]?.text ?? name, file: file,
        isBaseline: isBaseline)
    }
    let name = ScenarioFile.name(ofFileAt: basePath)
    guard !reforms.isEmpty else {
      return Files(
        policies: [
          policy(file, named: name, isBaseline: file.asks(NationalScenario.self) && !isReform)
        ],
        baseline: file.asks(NationalScenario.self) && isReform ? file.baseline : nil)
    }
    var policies = [policy(file, named: name, isBaseline: file.asks(NationalScenario.self))]
    for package in reforms {
      var changed = file
      for reform in package {
        do throws(Faults) {
          changed = try changed.reformed(byFileAt: ScenarioFile.resolve(reform.value, from: path))
        } catch {
          throw error.naming("reform", reform, relativeTo: "sweep")
        }
      }
      let name = package.map { ScenarioFile.name(ofFileAt: $0.value) }.joined(separator: " + ")
      guard !policies.contains(where: { $0.name == name }) else {
        throw Faults(
          "two policies are called '\(name)'", at: package[0].position,
          help: "give the files different names")
      }
      policies.append(policy(changed, named: name, isBaseline: false))
    }
    return Files(policies: policies, baseline: file.asks(NationalScenario.self) ? file : nil)
  }

  /// What has happened when outcomes are taken. Arrivals always come on lists and change them.
  func stage(of file: ScenarioFile) throws(Faults) -> Stages.Stage {
    guard !file.asks(NationalScenario.self) else { return stage?.value ?? .immediate }
    guard let stage else { return .afterListMovements }
    throw Faults(
      "'stage' is for years of a nation, and the base is of arrivals on lists",
      at: stage.position, help: "remove 'stage': arrivals always come on lists and change them")
  }

  func outcomes(for files: Files) throws(Faults) -> [Outcome] {
    let first = files.policies[0].file
    let known = try Outcome.known(of: first, comparing: files.baseline != nil)
    var (found, faults): ([Outcome], [Diagnostic]) = ([], [])
    for name in outcomes {
      if let outcome = known.first(where: { $0.name == name.value }), !found.contains(outcome) {
        found.append(outcome)
      } else {
        let names = known.map(\.name)
        let isTwice = found.contains { $0.name == name.value }
        faults.append(
          Diagnostic(
            isTwice
              ? "the outcome '\(name.text)' stands twice" : "there is no outcome '\(name.text)'",
            at: name.position,
            help: isTwice
              ? "keep one of them"
              : nearName(to: name.value, among: names).map { "did you mean '\($0)'?" }
                ?? "there are \(names.prefix(24).joined(separator: ", "))"
                + (names.count > 24 ? "…; 'takst outcomes' lists all" : "")))
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return found
  }
}
