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
    let name = jurisdiction.value
    if let text = Self.builtInText(name) {
      try self.init(InputFile(path: "\(name).yaml", text: text))
    } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      try self.init(InputFile(reading: name))
    } else {
      let near = nearName(to: name, among: Self.builtIn)
      throw Faults(
        "there is no built-in rate book '\(jurisdiction.text)'", at: jurisdiction.position,
        help: near.map { "did you mean '\($0)'?" }
          ?? "built in: \(Self.builtIn.joined(separator: ", ")); or name a .yaml file of your own")
    }
  }

  /// The text of a book that comes with the program; `nil` for a name that is none.
  public static func builtInText(_ name: String) -> String? {
    switch name {
    case "denmark": String(decoding: PackageResources.denmark_yaml, as: UTF8.self)
    case "norway": String(decoding: PackageResources.norway_yaml, as: UTF8.self)
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
