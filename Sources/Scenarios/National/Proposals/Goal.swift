public import Diagnostics
import Documents
public import Units

/// A number that is to be found: the one at which a measure is what it should be.
public struct Goal: Sendable {
  /// The author's name for it.
  public var name: String
  /// The path of a number with `low` and `high`, between which it is searched.
  public var number: Located<String>
  public var aim: Aim
  /// Which answers the measure is taken after; `nil` when at once.
  public var after: After?
  public var position: SourcePosition
  /// Among whose lists it is reached.
  public var place = Place.lists

  /// What has happened by the time the measure is taken.
  public enum After: String, CaseIterable, Sendable {
    /// Persons beyond a cap have moved between lists.
    case listMovements = "list-movements"
    /// And patients and practices have answered to what is paid.
    case behaviour
  }

  public enum Aim: Sendable {
    case until(Measure, is: Target)
    /// The least, or the most, of a measure.
    case least(Measure)
    case most(Measure)
  }

  public enum Target: Hashable, Sendable {
    case value(Ratio)
    /// The baseline's own value times a factor, and then plus an amount.
    case baseline(times: Ratio, plus: Ratio)
  }

  /// What the aim is about.
  public var measure: Measure {
    switch aim {
    case .until(let measure, _), .least(let measure), .most(let measure): measure
    }
  }
}
