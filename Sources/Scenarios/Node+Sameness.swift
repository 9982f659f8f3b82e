import Diagnostics
public import Documents
import Units

extension Node {
  /// Whether another value has the same text, whatever file it stands in.
  func says(_ other: Node) -> Bool {
    isUnchanged(in: other) || saysInWords(other, as: { $0 == $1 && $2 == $3 })
  }

  /// Whether another value means the same: as ``says(_:)``, but 0.5 and 0.50 are one number.
  ///
  /// - Parameter other: `nil` for nothing, which is not the same as anything.
  /// - Returns: Whether it does.
  public func means(_ other: Node?) -> Bool {
    guard let other else { return false }
    return isUnchanged(in: other)
      || saysInWords(other) { own, theirs, isQuoted, isOtherQuoted in
        if own == theirs { return true }
        guard !isQuoted, !isOtherQuoted, let own = Ratio(decimal: own) else { return false }
        return own == Ratio(decimal: theirs)
      }
  }

  /// `areSame` is told two texts, and whether each of them is quoted.
  private func saysInWords(
    _ other: Node, as areSame: (String, String, Bool, Bool) -> Bool
  ) -> Bool {
    switch (content, other.content) {
    case (.scalar(let a, let isQuoted), .scalar(let b, let isOtherQuoted)):
      areSame(a, b, isQuoted, isOtherQuoted)
    case (.sequence(let a), .sequence(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy { $0.isUnchanged(in: $1) || $0.saysInWords($1, as: areSame) }
    case (.mapping(let a), .mapping(let b)):
      a.count == b.count
        && a.allSatisfy { entry in
          other[entry.key.value].map {
            entry.value.isUnchanged(in: $0) || entry.value.saysInWords($0, as: areSame)
          } ?? false
        }
    default: false
    }
  }
}
