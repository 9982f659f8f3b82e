/// Fee codes that begin alike, as a tariff names them together: family `11` is `11ad`, `11e` and every
/// other 11, but neither `1e` nor `110`.
///
/// A code belongs to the family when it is the family's own word, or begins with it and goes on with
/// a letter after a digit or a digit after a letter.
public struct FeeFamily: Hashable, Sendable {
  public var name: String

  public init(_ name: String) { self.name = name }

  public func contains(_ code: String) -> Bool {
    guard !name.isEmpty, code.hasPrefix(name) else { return false }
    guard let last = name.last, let next = code.dropFirst(name.count).first else { return true }
    return last.isNumber != next.isNumber
  }
}
