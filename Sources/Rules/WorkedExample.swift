public import Units

/// A case with a known answer, for readers and for the test that checks every one of them.
///
/// The amounts are round and invented: law is in the rate books.
public struct WorkedExample: Sendable, CustomStringConvertible {
  /// The case in words.
  public let description: String
  public let computed: Money
  public let expected: Money

  init(_ description: String, _ computed: Money, is expected: Money) {
    (self.description, self.computed, self.expected) = (description, computed, expected)
  }
}
