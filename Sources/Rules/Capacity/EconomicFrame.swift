public import Units

/// The frame (*økonomisk ramme*) of spending on general practice, and what happens when it is passed.
///
/// - Unit: øre per country or region and year.
/// - Source: what the doctors and the regions wrote on the overrun of 2023 and its settlement; the
///   numbers are the scenario's.
public enum EconomicFrame {
  /// What doctors owe for spending above the frame and its tolerance.
  ///
  /// ```
  /// claw-back = spending − frame × (1 + tolerance), not below 0
  /// ```
  ///
  /// - Parameters:
  ///   - frame: What may be spent.
  ///   - spending: What was spent.
  ///   - tolerance: The share of the frame that may be passed without consequence.
  /// - Returns: Money, rounded to the øre.
  public static func clawBack(frame: Money, spending: Money, tolerance: Ratio) -> Money {
    max(.zero, spending - frame.scaled(by: .one + tolerance))
  }

  /// What later fees are multiplied by so that they repay a claw-back.
  ///
  /// ```
  /// factor = 1 − claw-back / expected fees, not below 0
  /// ```
  ///
  /// - Parameters:
  ///   - clawBack: What is owed.
  ///   - expectedFees: What the fees would come to in the time of repayment.
  /// - Precondition: Some fees are expected.
  /// - Returns: Dimensionless; 1 when nothing is owed.
  public static func feeFactor(clawBack: Money, expectedFees: Money) -> Ratio {
    precondition(expectedFees > .zero, "nothing to repay from: \(expectedFees)")
    return max(.zero, .one - Ratio(clawBack.ore, over: expectedFees.ore))
  }
}

extension EconomicFrame {
  public static var workedExamples: [WorkedExample] {
    func owed(_ spending: Int) -> Money {
      clawBack(
        frame: .kroner(1_000), spending: Money(ore: spending), tolerance: Ratio(1, over: 100))
    }
    func fees(_ clawBack: Int) -> Money {
      Money.kroner(200).scaled(
        by: feeFactor(clawBack: .kroner(clawBack), expectedFees: .kroner(200)))
    }
    return [
      WorkedExample("less than the frame", owed(90_000), is: .zero),
      WorkedExample("at the end of the tolerance", owed(101_000), is: .zero),
      WorkedExample("an øre beyond it", owed(101_001), is: Money(ore: 1)),
      WorkedExample("fees that repay nothing", fees(0), is: .kroner(200)),
      WorkedExample("fees that repay a quarter", fees(50), is: .kroner(150)),
      WorkedExample("fees that cannot repay it all", fees(201), is: .zero),
    ]
  }
}
