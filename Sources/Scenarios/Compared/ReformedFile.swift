import Diagnostics
package import Reports

/// A scenario with a reform, as tables name it.
package struct ReformedFile {
  package var name: String
  package var title: String
  package var file: ScenarioFile

  package init(name: String, title: String, file: ScenarioFile) {
    (self.name, self.title, self.file) = (name, title, file)
  }
}

/// What is compared, and who proposes it.
package func reformTable(of reforms: [ReformedFile]) -> Table {
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

/// Every value that differs from what it is compared with, before and after, and who writes it where.
package func changeTable(of reforms: [ReformedFile], from base: ScenarioFile) -> Table {
  let rows = reforms.flatMap { reform in
    reform.file.differences(from: base).map { change in
      [.text(reform.name), .text(change.path)] + change.before.cells + change.after.cells
    }
  }
  return Table(
    .changes, stage: .immediate,
    columns: [
      .init("proposal"), .init("number-path"), .init("before"), .init("line-before"),
      .init("after"), .init("line-after"),
    ], rows: rows)
}

extension Difference.Side? {
  /// The value and its line.
  fileprivate var cells: [Cell] {
    guard let self else { return [.empty, .empty] }
    let value: Cell =
      switch self.value {
      case .words(let words): .text(words)
      case .source(let source): .source(source)
      }
    return [value, .text(self.position.description)]
  }
}
