import Diagnostics
import Documents
import Scenarios
import Statistics
import Units

/// Looks factors up in the scenarios they are of.
struct FactorReading {
  let files: [ScenarioFile]
  private var faults: [Diagnostic] = []
  /// What a table of points has in its first row, by path.
  private var listed: [String: FactorValue] = [:]

  init(files: [ScenarioFile]) { self.files = files }

  /// - Throws: ``Faults`` for every path that is nowhere, and every value a scenario does not take.
  /// - Returns: The factors, in the order of the file.
  mutating func factors(of draft: Sweep.Draft, at path: String) throws(Faults) -> [Factor] {
    let drafts: [Named<Factor.Draft>]
    switch draft.varied {
    case .here(let here): drafts = here
    case .problem(let file):
      drafts = try SALibProblem(reading: file, from: path).drafts(at: file.position)
    case nil:
      guard case .table(let table) = draft.design else { return [] }
      let points = try PointTable(reading: table, from: path)
      drafts = points.columns
      for (column, value) in zip(points.columns, points.points.first ?? []) {
        listed[column.name.value] = value
      }
    }
    let factors = drafts.compactMap { factor($0) }
    guard faults.isEmpty else { throw Faults(faults) }
    for factor in factors { check(factor) }
    guard faults.isEmpty else { throw Faults(faults) }
    return factors
  }

  private mutating func factor(_ named: Named<Factor.Draft>) -> Factor? {
    let (path, draft) = (named.name, named.value)
    guard path.value != "seed" else {
      faults.append(
        Diagnostic(
          "'seed' does not vary by itself", at: path.position,
          help: "write 'replicates': how often each point is run, each time with another seed"))
      return nil
    }
    let written = files.lazy.compactMap({ $0.written(at: path.value) }).first ?? .asWritten
    let spread: Factor.Spread
    var source = draft.source
    switch draft.spread {
    case .known(let known): spread = known
    case .interval(let shape):
      guard let (interval, said) = interval(at: path.value, shape) else {
        faults.append(
          Diagnostic(
            "'\(path.text)' has no 'low' and 'high' to take the interval from", at: path.position,
            help: "write the ends here, for example 'uniform: [0.2, 0.8]'"))
        return nil
      }
      spread = .distribution(interval)
      source = source ?? said
    }
    return Factor(
      path: path, spread: spread, isWhole: draft.isWhole, group: draft.group,
      source: source, written: written)
  }

  /// The author's interval as a distribution, with the source it has.
  private func interval(
    at path: String, _ shape: Factor.Shape
  ) -> (Distribution, Source?)? {
    for file in files {
      guard let interval = file.interval(at: path) else { continue }
      let central = interval.central.double
      let (low, high) = (interval.low?.double ?? central, interval.high?.double ?? central)
      guard low < high else { continue }
      let distribution: Distribution =
        switch shape {
        case .uniform: .uniform(low: low, high: high)
        case .triangular: .triangular(low: low, mode: central, high: high)
        case .pert: .pert(low: low, mode: central, high: high)
        }
      return (distribution, interval.source)
    }
    return nil
  }

  /// Reads every scenario with the factor at both ends, so that what a scenario does not take is told
  /// before anything is run.
  private mutating func check(_ factor: Factor) {
    let values =
      switch factor.spread {
      case .anyOf(let values): values
      // A row may be refused, and says so; a column nobody knows is a mistake.
      case .listed: factor.isAdded ? [listed[factor.path.value]].compactMap(\.self) : []
      case .distribution: [factor.value(at: 0.001), factor.value(at: 0.999)]
      }
    for value in values {
      let own = files.filter { factor.isAdded || $0.document.value(at: factor.path.value) != nil }
      for file in own {
        do throws(Faults) {
          try file.taking(value, of: factor).check()
        } catch {
          // The scenario's own message, at the line that gave it the value.
          let what = error.diagnostics.first
          let path = factor.path
          faults.append(
            Diagnostic(
              factor.isAdded
                ? "no scenario of the sweep has a value at '\(path.text)': \(what?.what ?? "")"
                : "'\(path.text)' cannot be \(value.text): \(what?.what ?? "")",
              at: path.position,
              help: near(path.value) ?? Self.wholeHelp(what?.what, value) ?? what?.help))
          return
        }
      }
    }
  }

  /// How to give whole numbers to a key that takes no others.
  private static func wholeHelp(_ what: String?, _ value: FactorValue) -> String? {
    what?.contains("is \(value.text); it takes a whole number") ?? false
      ? "add 'whole: true', or list whole numbers under 'any-of'" : nil
  }

  /// «Did you mean», where a path is nearly one that is there.
  private func near(_ path: String) -> String? {
    guard !files.contains(where: { $0.document.value(at: path) != nil }) else { return nil }
    let all = files.flatMap { $0.document.numbers(under: []) }
    return nearName(to: path, among: Set(all).sorted()).map { "did you mean '\($0)'?" }
  }
}

extension ScenarioFile {
  /// Reads it, whatever it is.
  fileprivate func check() throws(Faults) {
    if isNational { _ = try nationalScenario() } else { _ = try scenario() }
  }
}

extension Node {
  /// The paths of numbers with a source, and of words and numbers that stand alone.
  fileprivate func numbers(under path: [String]) -> [String] {
    if self["central"] != nil { return [path.joined(separator: ".")] }
    guard case .mapping(let entries) = content else {
      if case .scalar = content { return [path.joined(separator: ".")] }
      return []
    }
    return entries.flatMap { $0.value.numbers(under: path + [$0.key.value]) }
  }
}

extension Factor {
  /// Whether it has a least and a largest value.
  var isBounded: Bool {
    switch spread {
    case .anyOf, .listed: true
    case .distribution(let distribution): distribution.isBounded
    }
  }
}

extension Distribution {
  var isBounded: Bool {
    switch self {
    case .uniform, .logUniform, .triangular, .pert, .beta, .empirical: true
    case .normal, .lognormal, .gamma: false
    case .truncated(let whole, let low, let high):
      whole.isBounded || (low != nil && high != nil)
    }
  }
}
