public import Diagnostics
public import Units

/// Changes are laid on a document key by key: `law: { fees: … }` and `law.fees: …` do the same, and what
/// neither names stays.
extension Node {
  /// The document with a change laid on it. What a change reaches into takes its place, so that a fault of
  /// the whole (shares that no longer sum up) is told where it was made.
  ///
  /// - Parameters:
  ///   - value: What the author of a change wrote; it keeps its own place, so messages point there.
  ///     `null` takes the key away, at the path and in mappings below it.
  ///   - path: Names joined by points.
  ///   - layout: How changes are laid on the document.
  /// - Returns: The changed document.
  /// - Throws: A ``Diagnostic`` at the path, as ``changing(_:to:)`` does.
  public func laying(
    _ value: Node, at path: Located<String>, as layout: Layout
  ) throws(Diagnostic) -> Node {
    let changed = try laying(
      value, at: Self.names(of: path)[...], of: path, as: layout, isWhole: false)
    return Node(changed.content, at: position)
  }

  /// `isWhole` says whether the path has led into something that is one value, of which a part is
  /// replaced and not merged.
  private func laying(
    _ value: Node, at names: ArraySlice<String>, of path: Located<String>, as layout: Layout,
    isWhole: Bool
  ) throws(Diagnostic) -> Node {
    guard let name = names.first else { return isWhole ? value : laid(under: value, as: layout) }
    let rest = names.dropFirst()
    if case .sequence(var items) = content, let place = place(of: name),
      !(rest.isEmpty && value.isNull)
    {
      items[place] = try items[place].laying(
        value, at: rest, of: path, as: layout.part(name), isWhole: isWhole)
      return Node(.sequence(items), at: standing(under: path.position))
    }
    guard case .mapping = content else { throw Self.leadsThrough(path, to: name) }
    let (kept, form) = making(roomFor: Self.nested(value, at: names), in: layout)
    let isWhole = isWhole || form.isOneValue
    var entries = kept.entries
    let index = entries.firstIndex { $0.key.value == name }
    if rest.isEmpty, value.isNull {
      entries.removeAll { $0.key.value == name }
    } else if let index {
      entries[index].value = try entries[index].value.laying(
        value, at: rest, of: path, as: form.part(name), isWhole: isWhole)
    } else if !rest.isEmpty, let near = nearName(to: name, among: entries.map(\.key.value)) {
      throw Self.isNotThere(name, on: path, near: near)
    } else if !value.isNull {
      // The new key sits where the change names it, so that a misspelt path is reported there.
      let key = Located(name, written: name, at: path.position)
      entries.append(
        Entry(key: key, value: Self.nested(value, at: rest, startingAt: path.position)))
    }
    return Node(.mapping(entries), at: standing(under: path.position))
  }

  /// The value with another one laid on it.
  ///
  /// - Parameters:
  ///   - new: What is laid on it.
  ///   - layout: How.
  /// - Returns: The new value, with what it does not name of this one.
  public func laid(under new: Node, as layout: Layout) -> Node {
    if case .periods = layout { return joined(by: new) }
    guard case .mapping = content, case .mapping(let added) = new.content else { return new }
    let (kept, form) = making(roomFor: new, in: layout)
    switch form {
    case .names, .keys: break
    case .value, .source, .list, .periods, .oneValue, .either: return new
    }
    var entries = kept.entries
    for entry in added {
      let index = entries.firstIndex { $0.key.value == entry.key.value }
      // The end of a number cut at its comma is a mistake, not a key to take away.
      if entry.value.isNull, index != nil || !isCutNumber(entry.key.value) {
        entries.removeAll { $0.key.value == entry.key.value }
      } else if let index {
        entries[index].value = entries[index].value.laid(
          under: entry.value, as: form.part(entry.key.value))
      } else {
        entries.append(entry)
      }
    }
    return Node(.mapping(entries), at: standing(under: new.position))
  }

  /// The mapping without what a change excludes, and the layout of the form it has then.
  private func making(roomFor new: Node, in layout: Layout) -> (kept: Node, form: Layout) {
    let asked = new.withoutNulls
    guard !asked.entries.isEmpty else { return (self, layout.form(of: self)) }
    let (wanted, present) = (layout.form(of: asked), layout.form(of: self))
    if wanted.isOneValue { return (self, present.isOneValue ? present : wanted) }
    guard !present.isOneValue else { return (Node(.mapping([]), at: position), wanted) }
    let excluded = layout.excluded(by: new)
    guard entries.contains(where: { excluded.contains($0.key.value) }) else {
      return (self, wanted)
    }
    return (
      Node(.mapping(entries.filter { !excluded.contains($0.key.value) }), at: position), wanted
    )
  }

  /// Where the value stands once a change reaches into it: at the first change of the file that does.
  private func standing(under change: SourcePosition) -> SourcePosition {
    position.file == change.file ? position : change
  }

  /// Periods of which the later ones stand from the first of their days on.
  private func joined(by later: Node) -> Node {
    guard case .sequence(let old) = content, case .sequence(let new) = later.content,
      let start = new.compactMap(\.firstDay).min()
    else { return later }
    return Node(
      .sequence(old.filter { $0.firstDay.map { $0 < start } ?? true } + new), at: later.position)
  }

  /// A value under the names of a path, as one would write it without a path.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - names: From the outermost to the innermost.
  ///   - position: Where the mappings begin; where the value does unless said.
  /// - Returns: Mappings of one key each; the value itself where there is no name.
  public static func nested(
    _ value: Node, at names: some BidirectionalCollection<String>,
    startingAt position: SourcePosition? = nil
  ) -> Node {
    let position = position ?? value.position
    return names.reversed().reduce(value) { inner, name in
      Node(
        .mapping([Entry(key: Located(name, written: name, at: position), value: inner)]),
        at: position)
    }
  }

  /// The day from which an item of a list of periods holds.
  public var firstDay: CalendarDate? { self["from"]?.text.flatMap(CalendarDate.init(iso:)) }
}
