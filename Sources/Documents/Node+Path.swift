public import Diagnostics
import Units

/// Paths such as `arrivals.diplomats.uptake` name any value of a document, for reforms, ranges and
/// explanations alike. An item of a list is named by its place, from 1: `use.groups.3.consultations`;
/// a period by its day as well: `law.fees.2ad.periods.2023-07-01.value`.
extension Node {
  /// Names in one path. No document is half as deep, and each name is a call on the stack.
  private static let longestPath = 20

  /// The value at a path, or `nil` when a name on the way is missing.
  public func value(at path: String) -> Node? {
    path.split(separator: ".", omittingEmptySubsequences: false)
      .reduce(Optional(self)) { node, name in node?.part(String(name)) }
  }

  /// The values of a mapping or a list with the names that lead to them; none of a word.
  public var parts: [(name: String, value: Node)] {
    guard case .sequence(let items) = content else {
      return entries.map { ($0.key.value, $0.value) }
    }
    return items.enumerated().map { ("\($0 + 1)", $1) }
  }

  /// The value of a key, or the item at a place.
  private func part(_ name: String) -> Node? {
    guard case .sequence(let items) = content else { return self[name] }
    return place(of: name).map { items[$0] }
  }

  /// Where in the list an item is, from 0.
  func place(of name: String) -> Int? {
    guard case .sequence(let items) = content else { return nil }
    if let place = Int(name) { return items.indices.contains(place - 1) ? place - 1 : nil }
    guard let day = CalendarDate(iso: name) else { return nil }
    return items.firstIndex { $0.firstDay == day }
  }

  /// The document with the value at a path replaced or added.
  ///
  /// - Parameters:
  ///   - path: Names joined by points, as the author of a reform typed it.
  ///   - value: The new value; it keeps its own place, so messages point into the reform. `null`
  ///     takes the key away.
  /// - Returns: The changed document.
  /// - Throws: A ``Diagnostic`` at the path when it leads through something that is not a mapping,
  ///   or through a name that is not there but nearly is, or has more than twenty names.
  public func changing(_ path: Located<String>, to value: Node) throws(Diagnostic) -> Node {
    try changing(Self.names(of: path)[...], of: path, to: value)
  }

  /// The names of a path, one by one.
  ///
  /// - Parameter path: Names joined by points.
  /// - Throws: A ``Diagnostic`` at the path when there are more than twenty.
  /// - Returns: At least one name.
  public static func names(of path: Located<String>) throws(Diagnostic) -> [String] {
    let names = path.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard names.count <= longestPath else {
      throw Diagnostic(
        "the path '\(shortened(path.text))' has \(names.count) names; "
          + "a path has at most \(longestPath)",
        at: path.position, help: "name a mapping nearer the top, and write what it holds under it")
    }
    return names
  }

  private func changing(
    _ names: ArraySlice<String>, of path: Located<String>, to value: Node
  ) throws(Diagnostic) -> Node {
    guard let name = names.first else { return value }
    let rest = names.dropFirst()
    if case .sequence(var items) = content, let place = place(of: name),
      !(rest.isEmpty && value.isNull)
    {
      items[place] = try items[place].changing(rest, of: path, to: value)
      return Node(.sequence(items), at: position)
    }
    guard case .mapping(var entries) = content else { throw Self.leadsThrough(path, to: name) }
    let index = entries.firstIndex { $0.key.value == name }
    if rest.isEmpty, value.isNull {
      entries.removeAll { $0.key.value == name }
    } else if let index {
      entries[index].value = try entries[index].value.changing(rest, of: path, to: value)
    } else if !rest.isEmpty, let near = nearName(to: name, among: entries.map(\.key.value)) {
      throw Self.isNotThere(name, on: path, near: near)
    } else {
      // The new key sits where the reform names it, so that a misspelt path is reported there.
      let empty = Node(.mapping([]), at: path.position)
      let key = Located(name, written: name, at: path.position)
      entries.append(Entry(key: key, value: try empty.changing(rest, of: path, to: value)))
    }
    return Node(.mapping(entries), at: position)
  }

  static func leadsThrough(_ path: Located<String>, to name: String) -> Diagnostic {
    Diagnostic(
      "the path '\(path.text)' leads through a value that has no '\(name)'", at: path.position,
      help: "a path names keys of mappings, and items of lists by their place from 1; to add or "
        + "take away items, replace the whole list")
  }

  static func isNotThere(_ name: String, on path: Located<String>, near: String) -> Diagnostic {
    Diagnostic(
      "the path '\(path.text)' leads through '\(name)', which is not there", at: path.position,
      help: "did you mean '\(near)'? to add a name, write all it holds in one mapping")
  }
}
