/// A value together with the characters it was written as, and where.
///
/// Messages quote ``text``, never ``value``: an author who wrote `70` should not read about `70.0`.
public struct Located<Value: Sendable>: Sendable {
  public var value: Value
  public var text: String
  public var position: SourcePosition

  public init(_ value: Value, written text: String, at position: SourcePosition) {
    (self.value, self.text, self.position) = (value, text, position)
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
