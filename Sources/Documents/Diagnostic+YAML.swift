import Diagnostics
import Yams

extension Diagnostic {
  /// What the YAML reader says, in words for the author of the file.
  init(_ error: any Error, in file: InputFile) {
    func at(_ mark: Mark) -> SourcePosition {
      SourcePosition(file: file.path, line: mark.line, column: mark.column)
    }
    switch error as? YamlError {
    case .scanner(let context?, "found unexpected end of stream", _, _):
      self.init(
        "this is not YAML: what starts here has no end", at: at(context.mark),
        help: "close the quotes")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      self = Self.syntax(problem, at: at(mark))
    case .composer(_, _, let mark, _):
      self = Self.document(in: file, at: at(mark))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.prefix(10).map { "'\(Node.shortened($0))'" }.joined(separator: ", ")
      let more = duplicates.count > 10 ? " and \(duplicates.count - 10) more keys" : ""
      self.init(
        "\(names)\(more) stands twice in one mapping", at: at(context.mark),
        help: duplicates.allSatisfy(isCutNumber)
          ? cutNumberHelp : "keep one of them")
    case .reader(_, let offset, let code, _)
    where Unicode.Scalar(UInt32(truncatingIfNeeded: code)).flatMap(HiddenMark.init) != nil:
      let mark = Unicode.Scalar(UInt32(truncatingIfNeeded: code)).flatMap(HiddenMark.init)
      self.init(mark!, in: "the text", at: file.position(ofByte: offset ?? 0))
    case .reader(let problem, let offset, _, _):
      self.init(
        "this is not YAML: \(problem)", at: file.position(ofByte: offset ?? 0),
        help: "save it as plain text in UTF-8")
    default:
      self.init("this is not YAML: \(error)", at: file.position(ofByte: 0))
    }
  }

  static func nestedTooDeep(at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      "values are nested too deep", at: position,
      help: "ten levels are plenty: look for a bracket or a dash too many")
  }

  private static func syntax(_ problem: String, at position: SourcePosition) -> Diagnostic {
    guard !problem.contains("nesting level") else {
      return .nestedTooDeep(at: position)
    }
    return Diagnostic(
      "this is not YAML: \(problem)", at: position,
      help: "check indentation (spaces, never tabs), colons and quotes on this line or just above")
  }

  /// A second document, or an alias without an anchor.
  private static func document(in file: InputFile, at position: SourcePosition) -> Diagnostic {
    let line =
      file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .dropFirst(position.line - 1).first ?? ""
    let word = String.UnicodeScalarView(line.unicodeScalars.dropFirst(position.column - 1))
      .prefix { !" \t,]}".unicodeScalars.contains($0) }
    guard word.first == "*" else {
      return Diagnostic(
        "a second document starts here", at: position, help: "write one document in a file")
    }
    return Diagnostic(
      "the alias '\(String(word))' has no anchor before it", at: position,
      help: "write '&\(String(word.dropFirst()))' before the value it stands for")
  }
}

extension InputFile {
  fileprivate func position(ofByte offset: Int) -> SourcePosition {
    let before = text.utf8.prefix(offset)
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return SourcePosition(file: path, line: line, column: column)
  }
}
