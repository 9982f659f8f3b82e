import Diagnostics
import Documents
import RateBooks

extension ScenarioFile {
  /// The sections of the scenario's own `law` that no run of its question reads.
  var unreadLaw: [Notice] {
    guard let reader = question.reader else { return [] }
    return (document["law"]?.entries ?? []).compactMap { section in
      let readers = RateBook.readers(of: section.key.value)
      guard !readers.contains(reader) else { return nil }
      return Notice(
        readers.isEmpty
          ? "no run reads '\(section.key.text)'"
          : "\(reader.rawValue) does not read '\(section.key.text)'",
        at: section.key.position,
        help: readers.isEmpty
          ? "it is there to be read; what patients pay stands under 'fees' or 'supplements'"
          : "it is read by \(readers.map(\.rawValue).sorted().joined(separator: " and by "))")
    }
  }
}
