import Diagnostics
import Documents
import Units

/// A number that a reform changes without a source is the reform's own: it does not keep the source of
/// what stood there.
extension Node {
  /// The document in which what was changed and says not from where says whose it is.
  ///
  /// What names a source of its own is left as it is. A number that leaves the interval of the base has
  /// no interval any more, but for an end that was changed as well.
  ///
  /// - Parameters:
  ///   - owner: Who changed it.
  ///   - base: What stood there before.
  ///   - layout: How changes are laid on it.
  /// - Returns: The document, in which a changed number stands where its new value is written.
  func owned(by owner: Owner, since base: Node, as layout: Layout) -> Node {
    guard !base.isUnchanged(in: self) else { return self }
    switch layout {
    case .value, .source: return self
    case .either: return owned(by: owner, since: base, as: layout.form(of: self))
    case .oneValue(let whole): return ownedMapping(by: owner, since: base, as: whole, isOne: true)
    case .keys, .names: return ownedMapping(by: owner, since: base, as: layout, isOne: false)
    case .list(let item), .periods(let item):
      guard case .sequence(let items) = content, case .sequence(let old) = base.content,
        items.count == old.count
      else { return self }
      return Node(
        .sequence(zip(items, old).map { $0.owned(by: owner, since: $1, as: item) }), at: position)
    }
  }

  private func ownedMapping(
    by owner: Owner, since base: Node, as layout: Layout, isOne: Bool
  ) -> Node {
    let whole = mappingEntries { key, value in
      base[key].map { value.owned(by: owner, since: $0, as: layout.part(key)) } ?? value
    }
    guard case .keys(let keys, _) = layout, case .mapping(let entries) = whole.content else {
      return whole
    }
    let new = entries.filter {
      !(keys[$0.key.value] ?? .value).hasSource && !$0.value.means(base[$0.key.value])
    }
    guard let changed = new.first(where: { $0.key.value == "central" }) ?? new.first else {
      return whole
    }
    var (owner, isOwned) = (owner, false)
    owner.position = changed.value.position
    var owned = whole.mappingEntries { key, value in
      guard case .source(let own)? = keys[key], let old = base[key], old.isUnchanged(in: value)
      else { return value }
      isOwned = true
      return own(owner)
    }
    guard isOwned, isOne else { return owned }
    owned.position = changed.value.position
    return owned.withoutForeignInterval(since: base)
  }

  /// The number without ends of the base's interval that it has left.
  private func withoutForeignInterval(since base: Node) -> Node {
    func number(_ key: String) -> Ratio? { self[key]?.text.flatMap(Ratio.init(decimal:)) }
    guard let central = number("central"), case .mapping(let entries) = content else { return self }
    let foreign = ["low", "high"].filter { key in
      self[key].map { base[key]?.isUnchanged(in: $0) ?? false } ?? false
    }
    let hasLeft = foreign.contains { end in
      number(end).map { end == "low" ? central < $0 : $0 < central } ?? false
    }
    guard hasLeft else { return self }
    return Node(.mapping(entries.filter { !foreign.contains($0.key.value) }), at: position)
  }
}
