/// How many lists have a length in a class, as official statistics publish it.
public struct SizeClass: Hashable, Sendable {
  /// The shortest list of the class, in persons.
  public var from: Int
  /// The longest list of the class, in persons.
  public var to: Int
  /// Lists in the class.
  public var lists: Int

  public init(from: Int, to: Int, lists: Int) {
    (self.from, self.to, self.lists) = (from, to, lists)
  }
}
