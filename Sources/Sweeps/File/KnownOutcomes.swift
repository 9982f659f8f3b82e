import Arrivals
public import Diagnostics
public import Documents
public import Scenarios

/// Everything that can be asked of a scenario, a reform or a sweep.
public struct KnownOutcomes: Sendable {
  /// The scenario; of a sweep its base.
  public let file: ScenarioFile
  public let outcomes: [Outcome]

  /// - Parameters:
  ///   - document: The file as read.
  ///   - path: Where it lies.
  ///   - questions: What it may ask.
  /// - Throws: ``Faults`` when the file, or the base of a sweep, is wrong or has no outcomes.
  public init(
    of document: Node, at path: String, asking questions: [any Question.Type]
  ) throws(Faults) {
    guard document["sweep"] != nil else {
      file = try ScenarioFile(document, at: path, asking: questions)
      outcomes = try Outcome.known(of: file, comparing: !file.reforms.isEmpty)
      return
    }
    guard let base = document["base"], let name = base.text else {
      throw Faults(
        "the sweep has no 'base'", at: document.position, help: "name the scenario it varies")
    }
    do throws(Faults) {
      file = try ScenarioFile(
        reading: ScenarioFile.resolve(name, from: path), asking: questions)
    } catch {
      throw error.naming(
        "base", Located(name, written: name, at: base.position), relativeTo: "sweep")
    }
    // Nothing else of a sweep need be there yet: what it may ask is what its author wants to know.
    var hasReforms = !file.reforms.isEmpty
    if case .sequence(let reforms)? = document["reforms"]?.content, !reforms.isEmpty {
      hasReforms = true
    }
    outcomes = try Outcome.known(of: file, comparing: hasReforms)
  }
}

extension Outcome {
  /// Every outcome of a scenario.
  ///
  /// - Parameters:
  ///   - file: A scenario or reform.
  ///   - isCompared: Whether there is a year to compare with.
  /// - Throws: ``Faults`` when the scenario is wrong, or of a kind that has no outcomes.
  /// - Returns: The outcomes, those a reader looks for first in front.
  static func known(
    of file: ScenarioFile, comparing isCompared: Bool
  ) throws(Faults) -> [Outcome] {
    if file.asks(NationalScenario.self) {
      let types = try file.nationalScenario().contacts.types.map(\.name)
      return national(types: types, hasReforms: isCompared)
    }
    guard file.question.isNotSwept == nil else {
      throw Faults(
        "outcomes are of a nation's year or of arrivals on lists, and this file is of neither",
        at: file.document.position, help: "'takst run' shows all there is")
    }
    _ = try file.scenario()
    return arrivals
  }
}
