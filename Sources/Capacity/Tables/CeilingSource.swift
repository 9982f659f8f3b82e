public import Diagnostics

/// Who says what the ceilings of some years are.
public struct CeilingSource: Sendable {
  /// In rising order.
  public var years: [Int]
  /// In the words of the table.
  public var source: String
  /// The first row that says so.
  public var position: SourcePosition
}
