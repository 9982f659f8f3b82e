public import Diagnostics
import Yams

extension Node {
  /// A file of a few thousand lines has some ten thousand nodes; aliases can multiply without end.
  private static let mostNodes = 200_000

  /// - Throws: ``Faults`` when the text is not one YAML document.
  public init(parsing file: InputFile) throws(Faults) {
    let root: Yams.Node?
    do {
      root = try Yams.compose(yaml: file.text, .default, .default, .utf8)
    } catch {
      throw Faults([Self.diagnostic(for: error, in: file)])
    }
    var budget = Self.mostNodes
    guard let root else {
      throw Faults(
        "the file is empty", at: SourcePosition(file: file.path, line: 1, column: 1),
        help: "see 'takst schema' for what it may hold")
    }
    self = try Self.converted(root, in: file.path, budget: &budget)
  }

  private static func converted(
    _ node: Yams.Node, in file: String, budget: inout Int
  ) throws(Faults) -> Node {
    let position = SourcePosition(
      file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    budget -= 1
    guard budget > 0 else {
      throw Faults(
        "the file unfolds to more than \(mostNodes) values", at: position,
        help: "write long tables as CSV, and do not nest aliases")
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      return Node(.scalar(scalar.string, isQuoted: isQuoted), at: position)
    case .sequence(let sequence):
      var items: [Node] = []
      for item in sequence { items.append(try converted(item, in: file, budget: &budget)) }
      return Node(.sequence(items), at: position)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        let keyNode = try converted(key, in: file, budget: &budget)
        guard case .scalar(let name, _) = keyNode.content else {
          throw Faults(
            "a key is \(keyNode.asTyped); keys are names", at: keyNode.position,
            help: "write 'name: value'")
        }
        let located = Located(name, written: name, at: keyNode.position)
        entries.append(
          Entry(key: located, value: try converted(value, in: file, budget: &budget)))
      }
      return Node(.mapping(entries), at: position)
    case .alias:
      // Yams replaces aliases by what they stand for while it composes.
      throw Faults("an alias stands for nothing", at: position, help: "write the value itself")
    }
  }

  private static func diagnostic(for error: any Error, in file: InputFile) -> Diagnostic {
    func at(_ mark: Mark) -> SourcePosition {
      SourcePosition(file: file.path, line: mark.line, column: mark.column)
    }
    let start = SourcePosition(file: file.path, line: 1, column: 1)
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      return Diagnostic(
        "this is not YAML: \(problem)", at: at(mark),
        help: "check indentation (spaces, never tabs), colons and quotes on this line or just above"
      )
    case .composer(_, let problem, let mark, _):
      return Diagnostic(
        "this is not one YAML document: \(problem)", at: at(mark),
        help: "keep one document in a file, and define an anchor before its alias")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
      return Diagnostic(
        "\(names) stands twice in one mapping", at: at(context.mark), help: "keep one of them")
    case .reader(let problem, _, _, _):
      return Diagnostic("this is not YAML: \(problem)", at: start, help: "save it as UTF-8 text")
    default:
      return Diagnostic("this is not YAML: \(error)", at: start)
    }
  }
}
