import Diagnostics
import Documents
import Scenarios

/// A scenario with a reform, as tables name it.
struct ReformedFile {
  var name: String
  var title: String
  var file: ScenarioFile
}

/// What is compared, and who proposes it.
func reformTable(of reforms: [ReformedFile]) -> Table {
  Table(
    .reforms, stage: .immediate,
    columns: [.init("proposal"), .init("title"), .init("source"), .init("changes", "changes")],
    rows: reforms.map { reform in
      [
        .text(reform.name), .text(reform.title),
        reform.file.reforms.last?.source.map { .text($0.description) } ?? .empty,
        .count(reform.file.changes.count),
      ]
    })
}

/// Every value a reform changes, with where it stands and what stood there.
func changeTable(of reforms: [ReformedFile]) -> Table {
  let rows = reforms.flatMap { reform in
    reform.file.changes.map { change -> [Cell] in
      [
        .text(reform.name), .text(change.path.text),
        change.before.map { .text($0.asCentral) } ?? .empty,
        change.before.map { .text($0.position.description) } ?? .empty,
        change.after.isNull ? .empty : .text(change.after.asCentral),
        .text(change.path.position.description),
      ]
    }
  }
  return Table(
    .changes, stage: .immediate,
    columns: [
      .init("proposal"), .init("number-path"), .init("before"), .init("line-before"),
      .init("after"), .init("line-after"),
    ], rows: rows)
}

extension Node {
  /// The value as a reader of a change wants it: the number of an estimate, or what was written.
  fileprivate var asCentral: String { self["central"]?.asTyped ?? asTyped }
}
