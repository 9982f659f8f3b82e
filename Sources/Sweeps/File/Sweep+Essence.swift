import Diagnostics
import Documents
import Scenarios

extension Sweep {
  /// Files the sweep itself names: a table of points, a problem.
  public var besides: [String] {
    if case .table(let name) = design {
      return [ScenarioFile.resolve(name.value, from: path)]
    }
    return [document["vary"]?.text].compactMap(\.self)
      .map { ScenarioFile.resolve($0, from: path) }
  }

  /// The sweep as text, without what changes no finished run: its title, its questions, and how many
  /// points a design has that can grow.
  public var essence: String {
    let left = document.entries.filter { !["sweep", "ask"].contains($0.key.value) }.map { entry in
      entry.key.value == "design" && design.isGrowable
        ? Node.Entry(key: entry.key, value: Self.withoutCount(entry.value)) : entry
    }
    return Node(.mapping(left), at: document.position).canonicalText
  }

  private static let counts = ["sobol", "monte-carlo", "trajectories", "points"]

  private static func withoutCount(_ node: Node) -> Node {
    guard case .mapping(let entries) = node.content else { return node }
    let left = entries.map { entry in
      guard counts.contains(entry.key.value), case .scalar = entry.value.content else {
        return Node.Entry(key: entry.key, value: withoutCount(entry.value))
      }
      let any = Node(.scalar("any", isQuoted: true), at: entry.value.position)
      return Node.Entry(key: entry.key, value: any)
    }
    return Node(.mapping(left), at: node.position)
  }
}

extension Node {
  /// The same text for the same content, whatever the layout: JSON with keys in the order of the file.
  fileprivate var canonicalText: String {
    switch content {
    case .scalar(let text, let isQuoted): isQuoted ? "\"\(text)\"" : text
    case .sequence(let items): "[\(items.map(\.canonicalText).joined(separator: ","))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key.value):\($0.value.canonicalText)" }.joined(separator: ","))}"
    }
  }
}
