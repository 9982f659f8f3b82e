/// What `xl/workbook.xml` says: which sheets there are, in the order of their tabs.
struct WorkbookIndex: XMLListener {
  /// The link of the first sheet that is not hidden.
  private(set) var firstVisible: String?

  mutating func start(_ name: String, _ attributes: [String: String]) {
    guard name == "sheet", firstVisible == nil,
      (attributes["state"] ?? "visible") == "visible"
    else { return }
    firstVisible = attributes.first { $0.key == "id" || $0.key.hasSuffix(":id") }?.value
  }
}

/// What `xl/_rels/workbook.xml.rels` says: which part a link means.
struct WorkbookLinks: XMLListener {
  private var targets: [String: String] = [:]

  mutating func start(_ name: String, _ attributes: [String: String]) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
      attributes["Type"]?.hasSuffix("/worksheet") == true
    else { return }
    targets[id] = target
  }

  /// The name of a sheet's part in the archive.
  func part(_ link: String) -> String? {
    targets[link].map { $0.hasPrefix("/") ? String($0.dropFirst()) : "xl/\($0)" }
  }
}

/// The texts that cells name by number, from `xl/sharedStrings.xml`.
struct SharedStrings: XMLListener {
  /// One that is longer than a cell may be is cut where that shows.
  private(set) var texts: [String] = []
  private var open = ""
  private var isText = false
  /// Inside the reading aids of Japanese text, which are no part of it.
  private var isAid = false

  mutating func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "si": open = ""
    case "rPh": isAid = true
    case "t": isText = !isAid
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "si": texts.append(isTooLong(open) ? cut(open) : unescaped(open))
    case "rPh": isAid = false
    case "t": isText = false
    default: break
    }
  }

  mutating func text(_ text: String) { if isText { open += text } }
}
