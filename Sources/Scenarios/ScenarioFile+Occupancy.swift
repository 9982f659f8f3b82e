package import Diagnostics
import Documents
import Practices

extension ScenarioFile {
  /// Figures of one file that contradict each other are wrong at the line of one of them: one the file
  /// itself states where it is a reform.
  ///
  /// - Parameters:
  ///   - lists: Of the file's scenario.
  ///   - isVaried: Whether numbers of the file vary.
  /// - Throws: ``Faults`` at that line.
  package func checkOccupancy(of lists: ListSetting, _ isVaried: Bool) throws(Faults) {
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
