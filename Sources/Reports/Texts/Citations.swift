/// The sources behind a text, numbered in the order they are first cited.
package struct Citations {
  package private(set) var sources: [String] = []

  package init() {}

  /// The mark of one or more sources, for example `[1, 3]`; nothing when there is none.
  package mutating func mark(_ cited: [String]) -> String {
    var numbers: [Int] = []
    for source in cited where !source.isEmpty {
      let place = sources.firstIndex(of: source) ?? sources.count
      if place == sources.count { sources.append(source) }
      if !numbers.contains(place + 1) { numbers.append(place + 1) }
    }
    guard !numbers.isEmpty else { return "" }
    return "[\(numbers.sorted().map(String.init).joined(separator: ", "))]"
  }
}
