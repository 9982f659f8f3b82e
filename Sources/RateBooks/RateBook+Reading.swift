public import Diagnostics
public import Documents

extension RateBook {
  /// The jurisdictions that come with the program, by name.
  public static let builtIn = ["denmark", "norway"]

  /// A book that comes with the program, or the user's own file.
  ///
  /// - Parameter jurisdiction: `norway`, `denmark`, or a path that ends in `.yaml` or `.yml`.
  /// - Throws: ``Faults``, all of them.
  public init(named jurisdiction: Located<String>) throws(Faults) {
    try self.init(Self.file(named: jurisdiction))
  }

  /// A book as it is written, comments and all.
  ///
  /// - Parameter jurisdiction: As ``init(named:)`` takes it.
  /// - Throws: ``Faults`` when there is none, or it cannot be read.
  /// - Returns: The file.
  public static func file(named jurisdiction: Located<String>) throws(Faults) -> InputFile {
    let name = jurisdiction.value
    if let text = builtInText(name) { return InputFile(path: "\(name).yaml", text: text) }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return try InputFile(reading: name) }
    let near = nearName(to: name, among: builtIn)
    throw Faults(
      "there is no built-in rate book '\(jurisdiction.text)'", at: jurisdiction.position,
      help: near.map { "did you mean '\($0)'?" }
        ?? "built in: \(builtIn.joined(separator: ", ")); or name a .yaml file of your own")
  }

  /// The text of a book that comes with the program; `nil` for a name that is none.
  public static func builtInText(_ name: String) -> String? {
    switch name {
    case "denmark": EmbeddedTexts.denmark
    case "norway": EmbeddedTexts.norway
    default: nil
    }
  }

  /// A book as it is written, before it is read as law.
  ///
  /// - Parameter name: As ``init(named:)`` takes it.
  /// - Returns: `nil` where there is no such book, or it is not YAML.
  public static func document(named name: String) -> Node? {
    let builtIn = builtInText(name).map { InputFile(path: "\(name).yaml", text: $0) }
    guard let file = try? builtIn ?? InputFile(reading: name) else { return nil }
    return try? Node(parsing: file)
  }

  public init(_ file: InputFile) throws(Faults) {
    let node = try Node(parsing: file)
    do throws(Faults) {
      self = try Self.grammar.read(node)
    } catch {
      throw Faults(error.diagnostics + Self.foreignUnits(in: node))
    }
  }
}
