public import Diagnostics

/// Why a posting was made: the line that set the price and where that line comes from.
public struct Origin: Hashable, Sendable {
  /// The rule or setting by its name in the file.
  public var name: String
  /// The name of the grant, where its line has grants of several names; `nil` for any other posting.
  public var grant: String?
  /// The rate in words, for example `577 for places 1–1000; 499 for places 1001–2500`.
  public var rate: String
  /// The line in the rate book or scenario.
  public var position: SourcePosition
  /// Where that number is published, or the assumption it rests on.
  public var source: String

  public init(
    name: String, grant: String? = nil, rate: String, position: SourcePosition, source: String
  ) {
    (self.name, self.grant) = (name, grant)
    (self.rate, self.position, self.source) = (rate, position, source)
  }
}
