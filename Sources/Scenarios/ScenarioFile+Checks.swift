import Diagnostics
import Documents
import Populations

extension ScenarioFile {
  /// Finds what no command runs of a scenario about arrivals or of a nation's year, before anything is
  /// run. One kind of fault does not hide another.
  ///
  /// - Parameter isVaried: Whether numbers of the file vary, so that the figures it states itself may
  ///   contradict each other: what refuses them is told of each run.
  /// - Throws: `Faults`, all of them; `Refusal` where there are more lists than memory is kept for.
  public func checkBeforeRun(varying isVaried: Bool = false) throws {
    guard !isModels, !isCapacityPlan else { return }
    try isNational ? checkNation(isVaried) : checkArrivals(isVaried)
  }

  /// The same of several files that are run together.
  ///
  /// - Throws: `Faults` of all of them; `Refusal` of the first that has one.
  public static func checkBeforeRun(_ files: [ScenarioFile]) throws {
    try all(files.map { file in { try file.checkBeforeRun() } })
  }

  private func checkArrivals(_ isVaried: Bool) throws {
    let scenario = try scenario()
    try checkOccupancy(of: scenario.lists, isVaried)
    _ = try lists(of: scenario)
  }

  private func checkNation(_ isVaried: Bool) throws {
    let scenario = try nationalScenario()
    try Self.all([
      { try checkGoals() },
      { try checkCalibration(onlyOwn: true) },
      // What it is compared with must be one itself.
      { _ = try baseline.nationalScenario() },
      {
        try checkOccupancy(of: scenario.lists, isVaried)
        _ = try nation(of: scenario)
      },
    ])
  }

  private static func all(_ checks: [() throws -> Void]) throws {
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

  /// Figures of one file that contradict each other are wrong at the line of one of them: one the file
  /// itself states where it is a reform.
  private func checkOccupancy(of lists: ListSetting, _ isVaried: Bool) throws(Faults) {
    guard !isVaried, case .synthetic(let synthetic) = lists else { return }
    do throws(Refusal) {
      try synthetic.occupancy.check()
    } catch {
      let stated = (document.value(at: "lists.occupancy")?.entries ?? [])
        .filter { $0.key.value != "source" }.map(\.value.position)
      throw Faults(
        error.what, at: stated.first { $0.file == path } ?? stated.first ?? document.position,
        help: error.help)
    }
  }
}
