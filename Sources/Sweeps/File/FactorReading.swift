import Arrivals
import Diagnostics
import Documents
import Scenarios
import Statistics
import Units

/// Looks factors up in the scenarios they are of.
struct FactorReading {
  let files: [ScenarioFile]
  private var faults: [Diagnostic] = []
  /// Of a table of points, what is tried of each column.
  private var listed: [String: [(value: FactorValue, position: SourcePosition)]] = [:]
  /// What is told of a table of points that is sound.
  private(set) var notices: [Notice] = []

  /// - Parameter files: The scenarios; each is read many times.
  init(files: [ScenarioFile]) {
    self.files = files.map { $0.asks(NationalScenario.self) ? $0.remembering() : $0 }
  }

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
      for (place, column) in points.columns.enumerated() {
        listed[column.name.value] = points.trials(ofColumn: place)
      }
      notices += [points.rounded].compactMap(\.self)
    }
    let factors = drafts.compactMap { factor($0) }
    guard faults.isEmpty else { throw Faults(faults) }
    for factor in factors { check(factor, in: draft.design) }
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

  /// Reads every scenario with the factor at values that stand for all, so that what a scenario does not
  /// take is told before anything is run.
  private mutating func check(_ factor: Factor, in design: Design) {
    let trials =
      listed[factor.path.value]
      ?? factor.trials(in: design).map { (value: $0, position: factor.path.position) }
    for (value, position) in trials {
      guard let refused = fault(of: factor, at: value, position) else { continue }
      faults.append(refused)
      // A cell is a mistake of its own; of a spread, or a column nobody knows, one is enough.
      if factor.isAdded || listed.isEmpty { return }
    }
  }

  /// Why a scenario does not take a value; `nil` where all do.
  private func fault(
    of factor: Factor, at value: FactorValue, _ position: SourcePosition
  ) -> Diagnostic? {
    let path = factor.path
    for file in files where factor.isAdded || file.document.value(at: path.value) != nil {
      do throws(Faults) {
        try file.taking(value, of: factor).check()
      } catch {
        // The scenario's own message, at the line that gave it the value.
        let what = error.diagnostics.first
        return Diagnostic(
          factor.isAdded
            ? "no scenario of the sweep has a value at '\(path.text)': \(what?.what ?? "")"
            : "'\(path.text)' cannot be \(value.text): \(what?.what ?? "")",
          at: factor.isAdded ? path.position : position,
          help: near(path.value) ?? wholeHelp(what?.what, value) ?? what?.help)
      }
    }
    return nil
  }

  /// How to give whole numbers to a key that takes no others.
  private func wholeHelp(_ what: String?, _ value: FactorValue) -> String? {
    guard what?.contains("is \(value.text); it takes a whole number") ?? false else { return nil }
    return listed.isEmpty
      ? "add 'whole: true', or list whole numbers under 'any-of'"
      : "write whole numbers in the column"
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
  func check() throws(Faults) {
    if asks(NationalScenario.self) { _ = try nationalScenario() } else { _ = try scenario() }
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
  /// Values that are read in the scenarios before anything is run: those the design runs, where they are
  /// few; else the ends of the spread, a thousandth inside them, and one between that is not round.
  ///
  /// - Parameter design: Of the sweep.
  /// - Returns: The values; none of a factor whose values a table lists.
  func trials(in design: Design) -> [FactorValue] {
    switch spread {
    case .anyOf(let values): return values
    case .listed: return []
    case .distribution: break
    }
    let chosen: [FactorValue]
    switch design {
    case .grid(let steps): chosen = levels(steps) ?? []
    case .oneAtATime(let middle) where isBounded:
      chosen = [(1 - middle) / 2, (1 + middle) / 2].map { value(at: $0) }
    case .morris(_, let levels) where isBounded:
      chosen = (0..<levels).map { value(at: Double($0) / Double(levels - 1)) }
    default: chosen = []
    }
    guard chosen.isEmpty else { return FactorValue.trials(among: chosen).map { chosen[$0] } }
    let ends: [Double] = isBounded ? [0, 1] : []
    return (ends + [0.001, 0.999, 0.381_966]).map { value(at: $0) }
  }

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
