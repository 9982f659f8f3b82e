public import Diagnostics
import Scenarios

extension Sweep {
  /// The most points that are read before anything is run.
  private static let mostTrials = 32

  /// Points that a scenario does not take as a whole, though it takes each value alone: shares that sum
  /// to more than one, an end before a beginning. The first points are read, and nothing is run.
  ///
  /// - Throws: ``Faults`` where no run of the sweep can have an answer.
  /// - Returns: A notice where some have none.
  public func trials() throws(Faults) -> [Notice] {
    let points = try DesignPoints(of: self)
    let files = policies.map {
      $0.file.asks(NationalScenario.self) ? $0.file.remembering() : $0.file
    }
    let tried = min(points.count, Self.mostTrials)
    var (refused, first): (Int, String?) = (0, nil)
    for number in 0..<tried {
      let values = points.point(number)
      for file in files {
        do throws(Faults) {
          try file.taking(values, of: factors).check()
        } catch {
          refused += 1
          first = first ?? "at \(words(values)): \(error.diagnostics.first?.what ?? "")"
        }
      }
    }
    guard let first else { return [] }
    let runs = tried * files.count
    let isAll = tried == points.count
    guard refused < runs || !isAll else {
      throw Faults(
        "no run of the sweep has an answer; \(first)", at: designPosition,
        help: "let factors vary where the scenario takes them together")
    }
    return [
      Notice(
        "\(refused) of the \(isAll ? "" : "first ")\(counted(runs, "run")) "
          + "\(refused == 1 ? "has" : "have") "
          + "no answer; \(first)",
        at: designPosition)
    ]
  }

  private func words(_ values: [FactorValue]) -> String {
    zip(factors, values).map { "\($0.path.value) \($1.text)" }.joined(separator: ", ")
  }
}
