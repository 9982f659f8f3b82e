import Foundation

// embed-texts OUTPUT FILE…: writes a Swift file with the contents of text files, by name without ending.

/// As many number signs as no quotation mark of the text is followed by.
func fence(of text: String) -> String {
  var longest = 0
  for part in text.components(separatedBy: "\"").dropFirst() {
    longest = max(longest, part.prefix { $0 == "#" }.count)
  }
  return String(repeating: "#", count: longest + 1)
}

let paths = CommandLine.arguments.dropFirst()
guard let output = paths.first else {
  print("embed-texts OUTPUT FILE…")
  exit(64)
}
let cases = try paths.dropFirst().map { path in
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  let fence = fence(of: text)
  return "  static let \(name) = \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)\n"
}
let source =
  "/// Files of the room, as they are written.\nenum EmbeddedTexts {\n\(cases.joined())}\n"
try Data(source.utf8).write(to: URL(fileURLWithPath: output))
