public import Units

extension Estimate {
  /// A number of kroner as money: its central value, in whole øre.
  public var money: Money { Money.kroner(1).scaled(by: central) }
}
