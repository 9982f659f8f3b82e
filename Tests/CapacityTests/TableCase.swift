import Testing

/// A text of a table, and what its author is told: one line and perhaps a help for each fault.
struct TableCase {
  let text: String
  let told: [String]

  init(_ text: String, _ told: String...) { (self.text, self.told) = (text, told) }
}

/// Holds every text to its message.
///
/// - Parameters:
///   - file: The table's name, which begins every message.
///   - start: What all texts begin with.
///   - cases: The rest of them, and the messages after the name.
///   - location: Where the texts stand.
///   - put: Makes a text a table of a world.
/// - Throws: What hinders a world from being written.
func check(
  _ file: String, after start: String, _ cases: [TableCase],
  location: SourceLocation = #_sourceLocation, into put: (inout SmallDenmark, String) -> Void
) throws {
  for one in cases {
    let world = SmallDenmark.but { put(&$0, start + one.text) }
    let told = one.told.map { $0.hasPrefix("  ") ? $0 : "\(file):\($0)" }.joined(separator: "\n")
    #expect(try world.told() == told, sourceLocation: location)
  }
}
