public import Diagnostics

/// How a change is laid on what stands there, as the grammar of the value tells.
///
/// Mappings of agreed keys and of names are merged key by key, so that what a change does not name
/// stays. What is one value is replaced whole, so that no part of the old is left beside the new.
public indirect enum Layout: Sendable {
  /// A word, a number, or whatever else is replaced.
  case value
  /// Where the rest of its mapping comes from. `own` writes it for a value that somebody changed
  /// without saying so.
  case source(own: @Sendable (Owner) -> Node)
  /// Replaced whole, or one item by its place.
  case list(Layout)
  /// Values that each hold from a day: new ones stand from the first of them on, old ones before it.
  case periods(Layout)
  /// A mapping whose keys the author chose.
  case names(Layout)
  /// A mapping with agreed keys. Of each group of alternatives it has the keys of one.
  case keys([String: Layout], apart: [[Set<String>]])
  /// A mapping that is one value, such as a number with its source: replaced whole, or changed in a
  /// part that a path names.
  case oneValue(Layout)
  /// One of two forms; a value of the one drives the other out.
  case either(Layout, when: @Sendable (Node) -> Bool, Layout)
}

/// Who changed a value without saying where the new one comes from.
public struct Owner: Sendable {
  /// What the change is called.
  public var title: String
  /// Who proposes it, in words; `nil` where the author names nobody.
  public var source: String?
  /// Where the new value is written.
  public var position: SourcePosition

  public init(title: String, source: String?, position: SourcePosition) {
    (self.title, self.source, self.position) = (title, source, position)
  }
}

extension Grammar {
  /// The value as one that a change replaces whole.
  public var asOneValue: Grammar { laid(as: .oneValue(layout)) }

  /// The value as one that says where the rest of its mapping comes from.
  ///
  /// - Parameter own: What to say of a value that was changed without saying so.
  /// - Returns: The grammar.
  public func asSource(own: @escaping @Sendable (Owner) -> Node) -> Grammar {
    laid(as: .source(own: own))
  }

  func laid(as layout: Layout) -> Grammar { Grammar(schema: schema, layout: layout, read: read) }
}

extension Grammar {
  /// A list of values that each hold from a day, the key `from` of every item.
  public static func periods<Item: Sendable>(of item: Grammar<Item>) -> Grammar
  where Value == [Item] {
    list(of: item).laid(as: .periods(item.layout))
  }
}

extension Layout {
  /// The layout of a key of a mapping, or of an item of a list.
  public func part(_ name: String) -> Layout {
    switch self {
    case .names(let item), .list(let item), .periods(let item): item
    case .keys(let keys, _): keys[name] ?? .value
    case .oneValue(let whole): whole.part(name)
    case .value, .source, .either: .value
    }
  }

  /// The layout of the form that a value has; the same where there are no forms.
  public func form(of node: Node) -> Layout {
    guard case .either(let first, let isFirst, let second) = self else { return self }
    return (isFirst(node) ? first : second).form(of: node)
  }

  public var isOneValue: Bool {
    switch self {
    case .oneValue: true
    case .either(let first, _, let second): first.isOneValue && second.isOneValue
    default: false
    }
  }

  /// Whether the value, or a part of it, says where it comes from.
  public var hasSource: Bool {
    switch self {
    case .value: false
    case .source: true
    case .list(let part), .periods(let part), .names(let part), .oneValue(let part): part.hasSource
    case .keys(let keys, _): keys.values.contains(where: \.hasSource)
    case .either(let first, _, let second): first.hasSource || second.hasSource
    }
  }

  /// The keys that a mapping cannot have beside some others.
  ///
  /// - Parameter new: A mapping with the others.
  /// - Returns: What the others exclude, there or not.
  public func excluded(by new: Node) -> Set<String> {
    let names = Set(new.entries.filter { !$0.value.isNull }.map(\.key.value))
    guard !names.isEmpty else { return [] }
    switch self {
    case .keys(_, let apart):
      var excluded: Set<String> = []
      for alternatives in apart {
        let all = alternatives.reduce(into: Set<String>()) { $0.formUnion($1) }
        for chosen in alternatives where !chosen.isDisjoint(with: names) {
          excluded.formUnion(all.subtracting(chosen))
        }
      }
      return excluded.subtracting(names)
    case .either(let first, let isFirst, let second):
      let (wanted, other) = isFirst(new.withoutNulls) ? (first, second) : (second, first)
      guard case .keys(let own, _) = wanted, case .keys(let others, _) = other else {
        return wanted.excluded(by: new)
      }
      return Set(others.keys).subtracting(own.keys).union(wanted.excluded(by: new))
    default: return []
    }
  }
}

extension Node {
  /// The mapping without the keys that a change takes away.
  public var withoutNulls: Node {
    guard case .mapping(let entries) = content else { return self }
    return Node(.mapping(entries.filter { !$0.value.isNull }), at: position)
  }
}
