public import Diagnostics
import Documents
import Units

/// A value that differs between a scenario and its base.
public struct Difference: Sendable {
  /// Names joined by points: items of lists by their place, periods of law by their day.
  public var path: String
  /// `nil` where nothing stood there.
  public var before: Side?
  /// `nil` where nothing stands there any more.
  public var after: Side?

  /// A value with the line that writes it.
  public struct Side: Sendable {
    public var value: Value
    public var position: SourcePosition
  }

  public enum Value: Hashable, Sendable {
    /// As it is written.
    case words(String)
    /// Where the values beside it come from.
    case source(Source)
  }
}

extension ScenarioFile {
  /// Every value that differs from another file, in the order of that file and then of this one.
  ///
  /// Law is compared as it holds: what a rule of the book says on a day on which either begins anew.
  /// What the file is called is not among them, nor are numbers that were found or varied afterwards.
  ///
  /// - Parameter base: What the file is a reform of.
  /// - Returns: One difference a value, never a whole mapping or list.
  public func differences(from base: ScenarioFile) -> [Difference] {
    var (before, after) = (base.written, written)
    let isOneLaw = before["jurisdiction"]?.means(after["jurisdiction"]) ?? false
    if isOneLaw, after["law"] != nil || before["law"] != nil {
      let book = Self.book(of: after)
      (before, after) = (before.standingOn(book), after.standingOn(book))
    }
    return Differences.between(before, after, [], layout).filter { $0.path != "scenario" }
  }
}

/// How two documents are compared.
private enum Differences {
  static func between(
    _ before: Node?, _ after: Node?, _ names: [String], _ layout: Layout
  ) -> [Difference] {
    if let before, let after, before.isUnchanged(in: after) { return [] }
    guard let node = after ?? before else { return [] }
    let form = layout.form(of: node)
    if case .source = form { return sources(before, after, names) }
    let (old, new) = (kind(of: before), kind(of: after))
    guard let kind = old ?? new, (old ?? kind) == (new ?? kind) else {
      // Of another kind than before: the parts of both.
      return between(before, nil, names, layout) + between(nil, after, names, layout)
    }
    switch kind {
    case .list: return items(before, after, names, form)
    case .mapping: return entries(before, after, names, form)
    case .word: return leaf(before, after, names)
    }
  }

  private enum Kind { case word, list, mapping }

  /// What has no parts is as good as a word.
  private static func kind(of node: Node?) -> Kind? {
    switch node?.content {
    case nil: nil
    case .scalar?: .word
    case .sequence(let items)?: items.isEmpty ? .word : .list
    case .mapping(let entries)?: entries.isEmpty ? .word : .mapping
    }
  }

  private static func entries(
    _ before: Node?, _ after: Node?, _ names: [String], _ layout: Layout
  ) -> [Difference] {
    let old = (before?.entries ?? []).map(\.key.value)
    let new = (after?.entries ?? []).map(\.key.value).filter { !old.contains($0) }
    var differences: [Difference] = []
    for key in old + new {
      differences += between(before?[key], after?[key], names + [key], layout.part(key))
    }
    return differences
  }

  private static func items(
    _ before: Node?, _ after: Node?, _ names: [String], _ layout: Layout
  ) -> [Difference] {
    let (old, new) = (before?.items ?? [], after?.items ?? [])
    if case .periods(let item) = layout { return periods(old, new, names, item) }
    var differences: [Difference] = []
    for place in 0..<max(old.count, new.count) {
      let name = String(place + 1)
      differences += between(
        old.indices.contains(place) ? old[place] : nil,
        new.indices.contains(place) ? new[place] : nil, names + [name], layout.part(name))
    }
    return differences
  }

  private static func leaf(_ before: Node?, _ after: Node?, _ names: [String]) -> [Difference] {
    let (old, new) = (before?.side, after?.side)
    guard old != nil || new != nil, !(after?.means(before) ?? false) else { return [] }
    return [Difference(path: names.joined(separator: "."), before: old, after: new)]
  }

  private static func sources(_ before: Node?, _ after: Node?, _ names: [String]) -> [Difference] {
    func side(_ node: Node?) -> Difference.Side? {
      guard let node, let source = try? Source.grammar.read(node) else { return node?.side }
      return .init(value: .source(source), position: node.position)
    }
    let (old, new) = (side(before), side(after))
    guard old?.value != new?.value else { return [] }
    return [Difference(path: names.joined(separator: "."), before: old, after: new)]
  }

  /// What holds on each day on which one of the two begins anew.
  private static func periods(
    _ before: [Node], _ after: [Node], _ names: [String], _ item: Layout
  ) -> [Difference] {
    func standing(_ day: CalendarDate, in periods: [Node]) -> Node? {
      guard let period = periods.last(where: { $0.firstDay.map { $0 <= day } ?? false }),
        period["known-until"]?.text.flatMap(CalendarDate.init(iso:)).map({ $0 >= day }) ?? true
      else { return nil }
      return period
    }
    let days = Set((before + after).compactMap(\.firstDay)).sorted()
    return days.flatMap { day -> [Difference] in
      let (old, new) = (standing(day, in: before), standing(day, in: after))
      if let old, let new, old.isUnchanged(in: new) { return [] }
      return between(
        old?.withoutFirstDay, new?.withoutFirstDay, names + [day.description], item)
    }
  }
}

extension Node {
  fileprivate var items: [Node] {
    if case .sequence(let items) = content { items } else { [] }
  }

  /// A word, or something empty, with its line; `nil` for `null`.
  fileprivate var side: Difference.Side? {
    switch content {
    case _ where isNull: nil
    case .scalar(let text, _): .init(value: .words(text), position: position)
    case .sequence: .init(value: .words("[]"), position: position)
    case .mapping: .init(value: .words("{}"), position: position)
    }
  }

  fileprivate var withoutFirstDay: Node {
    Node(.mapping(entries.filter { $0.key.value != "from" }), at: position)
  }
}
