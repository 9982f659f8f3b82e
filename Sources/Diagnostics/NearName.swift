/// The candidate an author most likely meant, for messages that say «did you mean».
///
/// - Parameters:
///   - name: The name as typed.
///   - candidates: The names that would have been right.
/// - Returns: The nearest candidate, when fewer than about a third of its letters differ.
public func nearName(to name: String, among candidates: some Sequence<String>) -> String? {
  // A name longer than any key is a paste accident; comparing it letter by letter costs its square.
  guard name.utf8.count <= 64 else { return nil }
  let typed = name.lowercased()
  let ranked = candidates.map { (name: $0, distance: editDistance(typed, $0.lowercased())) }
  guard let best = ranked.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }),
    best.distance <= max(1, best.name.count / 3)
  else { return nil }
  return best.name
}

/// The path an author most likely meant: of as many names, each the same or a near one.
///
/// - Parameters:
///   - path: Names joined by points, as typed.
///   - candidates: The paths that would have been right.
///   - mark: What joins the names, where it is no point.
/// - Returns: The nearest candidate; `nil` where a whole name is another.
public func nearPath(
  to path: String, among candidates: some Sequence<String>, partedBy mark: Character = "."
) -> String? {
  let names = path.split(separator: mark)
  let alike = candidates.filter { candidate in
    let others = candidate.split(separator: mark)
    return others.count == names.count
      && zip(names, others).allSatisfy { name, other in
        name == other || nearName(to: String(name), among: [String(other)]) != nil
      }
  }
  return nearName(to: path, among: alike)
}

/// The number of letters to insert, delete or replace. (Levenshtein.)
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a), Array(b))
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
