public import Units

/// A stage on the way to a specialist in general practice, as shares that move on in a year.
///
/// ```
/// lost      = doctors at the start of the year × share lost
/// finishing = doctors left × 1 / years of the stage
/// going on  = finishing × share that goes on; the others leave general practice
/// ```
///
/// Steps are yearly: a stage of less than a year lasts one, and those who arrive in a year move on in
/// the next at the earliest. Who is in a stage is not told apart by how long, so some finish sooner
/// and some later than its duration, which is the mean.
///
/// - Unit: exact doctors per year; whole doctors are made of them by who keeps count.
public struct SupplyStage: Hashable, Sendable {
  /// The mean duration; `nil` for a stage that nobody finishes.
  public let years: Ratio?
  /// Who leaves general practice in a year, as a share. 0 to 1.
  public let lostShare: Ratio
  /// Of those who finish, the share that goes on to the next stage. 0 to 1.
  public let onwardShare: Ratio

  public init(years: Ratio?, lostShare: Ratio, onwardShare: Ratio) {
    (self.years, self.lostShare, self.onwardShare) = (years, lostShare, onwardShare)
  }

  /// Who are lost in a year, of the doctors at its start.
  public func lost(of doctors: Int) -> Ratio { Ratio(doctors) * lostShare }

  /// Who finish in a year, of the doctors who are not lost.
  public func finishing(of doctors: Int) -> Ratio {
    years.map { Ratio(doctors) / max(.one, $0) } ?? .zero
  }

  /// Who go on to the next stage.
  public func goingOn(of finishing: Int) -> Ratio { Ratio(finishing) * onwardShare }
}
