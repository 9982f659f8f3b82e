package import Diagnostics
import Documents
import Units

extension ScenarioFile {
  /// Lines of a reform that say what its base says as well, or take away what is not there.
  ///
  /// A word that stands beside something that differs is not told: it says what the change is about.
  package func equalValues() -> [Notice] { changes.flatMap(\.notices) }
}

extension MadeChange {
  fileprivate var notices: [Notice] {
    if after.isNull {
      guard before == nil else { return [] }
      return [
        Notice(
          "'\(path.text)' is not in the base, so there is nothing to take away",
          at: path.position, help: "leave the line out")
      ]
    }
    return Repeated(of: after, on: before, path: path.value, at: path.position, as: layout).notices
  }
}

/// What a change says anew.
private struct Repeated {
  /// Whether all of it stood there before.
  var isAll: Bool
  /// What to tell; of the whole where all of it stood there.
  var notices: [Notice] = []
  /// Whether it is a number, a list or a mapping, and not a word.
  var isWorthTelling: Bool

  init(
    of new: Node, on old: Node?, path: String, at position: SourcePosition, as layout: Layout
  ) {
    isWorthTelling = new.text == nil
    guard let old else {
      isAll = false
      return
    }
    let form = layout.form(of: new)
    switch (form, new.content) {
    case (.names, .mapping(let entries)), (.keys, .mapping(let entries)):
      let parts = entries.map { entry in
        Repeated(
          of: entry.value, on: old[entry.key.value], path: "\(path).\(entry.key.value)",
          at: entry.key.position, as: form.part(entry.key.value))
      }
      isAll = !parts.isEmpty && parts.allSatisfy(\.isAll)
      if !isAll { notices = parts.filter(\.isWorthTelling).flatMap(\.notices) }
    case (.oneValue(let whole), .mapping(let entries)):
      // Another source of the same number moves nothing.
      let values = entries.filter { !whole.part($0.key.value).hasSource }
      isAll = !values.isEmpty && values.allSatisfy { $0.value.means(old[$0.key.value]) }
    case (.periods, .sequence(let later)):
      isAll = old.stands(as: later)
    default:
      isAll = new.means(old)
    }
    guard isAll else { return }
    let number = (new["central"] ?? new).text
    notices = [
      Notice(
        "'\(path)' is \(number ?? "the same") in the base as well", at: position,
        help: "a value that is not changed need not be written; change it, or leave it out")
    ]
  }
}

extension Node {
  /// Whether periods say of every day what later ones say that are laid on them.
  fileprivate func stands(as later: [Node]) -> Bool {
    guard case .sequence(let old) = content, let start = later.compactMap(\.firstDay).min() else {
      return false
    }
    func standing(_ day: CalendarDate, in periods: [Node]) -> Node? {
      periods.last { $0.firstDay.map { $0 <= day } ?? false }
    }
    let days = Set((old + later).compactMap(\.firstDay).filter { $0 >= start })
    return days.allSatisfy { day in
      guard let before = standing(day, in: old), let after = standing(day, in: later) else {
        return false
      }
      return ["value", "known-until"].allSatisfy { key in
        before[key] == nil && after[key] == nil || after[key]?.means(before[key]) ?? false
      }
    }
  }
}
