public import Scenarios

/// One of the scenarios that are run at every point: the baseline, or a reform of it.
public struct Policy: Sendable {
  /// The name of its file without the ending.
  public var name: String
  public var title: String
  public var file: ScenarioFile
  /// Whether it is what the others are compared with.
  public var isBaseline: Bool
}
