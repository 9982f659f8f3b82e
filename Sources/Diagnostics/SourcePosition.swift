/// A place in an input file, printed as `file:line:column`.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  /// The path as the user gave it.
  public var file: String
  /// Counted from 1. Zero when the whole file is meant.
  public var line: Int
  /// Counted from 1, in characters.
  public var column: Int

  public init(file: String, line: Int = 0, column: Int = 0) {
    (self.file, self.line, self.column) = (file, line, column)
  }

  /// With symbols for what would act on a terminal.
  public var description: String {
    let file = file.withSymbols()
    return line > 0 ? "\(file):\(line):\(column)" : file
  }
}

extension SourcePosition: Comparable {
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}
