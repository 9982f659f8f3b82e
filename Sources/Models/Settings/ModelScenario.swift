public import Rules
public import Scenarios
public import Units

/// A comparison of payment models: what each would pay practices of given sizes for a year.
public struct ModelScenario: Sendable {
  public var title: String
  public var jurisdiction: Jurisdiction
  /// The year the amounts are of.
  public var year: Int
  public var payers: [String]
  public var practices: [Practice]
  /// At least two; the others are compared with the first.
  public var models: [Model]
  /// The visits per person and year among which a break-even is looked for.
  public var breakEven: ClosedRange<Ratio>
  /// The tables to show, in this order.
  public var tables: [TableName]

  /// Where the models are from.
  public struct Jurisdiction: Sendable {
    public var name: String
    /// Three capitals.
    public var currency: String
  }

  public struct Practice: Sendable {
    /// The author's name; `nil` for a practice of the grid, which its numbers name.
    public var name: String?
    public var year: PracticeYear
  }

  /// A model by name, with its components in the order of the rule.
  public struct Model: Sendable {
    public var name: String
    public var components: [Component]
    public var rule: PaymentModel
  }

  public struct Component: Sendable {
    public var name: String
    /// Units, or the components it is shares of, in the author's words.
    public var paidFor: String
  }
}
