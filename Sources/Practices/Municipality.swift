public import Units

/// A municipality as far as the payment rules see it.
public struct Municipality: Hashable, Sendable {
  /// The author's key, for example `oslo`.
  public var key: String
  /// As people call it.
  public var name: String
  /// Inhabitants at the start of the run.
  public var inhabitants: Int
  /// Persons per list, for synthetic lists.
  public var meanList: Ratio

  public init(key: String, name: String, inhabitants: Int, meanList: Ratio) {
    (self.key, self.name) = (key, name)
    (self.inhabitants, self.meanList) = (inhabitants, meanList)
  }
}
