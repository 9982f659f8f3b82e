import Ledger
import Rules
import Scenarios
public import Units

/// Step: doctors on their way to a list, year by year, and what vacant lists cost.
///
/// Doctors are whole: what a year's exact flow leaves over is carried to the next, so every sum of
/// years follows its rate.
struct SupplyStep {
  private let setting: SupplySetting

  init(_ setting: SupplySetting) {
    self.setting = setting
  }

  /// The path.
  ///
  /// - Parameter firstYear: The scenario's.
  /// - Returns: One entry per year, with the doctors at its start.
  func path(from firstYear: Int) -> [SupplyYear] {
    let discount = DiscountRate(setting.discountRate?.central ?? .zero)
    var stages = setting.stages.map(StageCount.init)
    var (extra, growing) = (Flow(), Flow())
    var lists = setting.lists.central.rounded
    return (0..<setting.years).map { place in
      let doctors = stages.map(\.doctors)
      // The last two stages may hold lists; the one before them may hold temporary posts.
      if place > 0 { lists += growing.take(setting.newLists.central) }
      let filled = setting.coverage(of: lists).filled(
        supervised: doctors[1], trained: doctors[2] + doctors[3])
      let interns = extra.take(setting.extraInternships.central)
      let vacant = lists - filled
      let municipality = vacant * setting.vacantExtraCost.money
      let state = interns * setting.extraInternshipCost.money
      let moved = Self.step(&stages, extraInterns: interns)
      return SupplyYear(
        year: firstYear + place, doctors: doctors, filledLists: filled, vacantLists: vacant,
        lost: moved.lost, left: moved.left, entered: moved.entered,
        vacantCost: municipality, internshipCost: state,
        presentValue: discount.presentValue(of: municipality + state, after: place))
    }
  }

  /// Moves everybody on by a year.
  private static func step(
    _ stages: inout [StageCount], extraInterns: Int
  ) -> (lost: Int, left: Int, entered: Int) {
    var (lost, left, entered) = (0, 0, 0)
    var arriving = extraInterns
    for place in stages.indices {
      let moved = stages[place].moveOn()
      let intake = stages[place].takeIn()
      stages[place].doctors += arriving + intake
      entered += intake + (place == 0 ? extraInterns : 0)
      lost += moved.lost
      left += moved.finished - moved.goingOn
      arriving = moved.goingOn
    }
    return (lost, left, entered)
  }

  /// Posts the first year of the path; later years are no part of the scenario's year.
  func post(from firstYear: Int, booking: MunicipalBooking, to ledger: inout Ledger) {
    guard let first = path(from: firstYear).first else { return }
    booking.post(
      first.vacantCost, from: .municipality, to: .staff, on: .vacantList,
      because: setting.vacantExtraCost, in: &ledger)
    booking.post(
      first.internshipCost, from: .state, to: .staff, on: .internship,
      because: setting.extraInternshipCost, in: &ledger)
  }
}

/// The whole doctors of a stage, with what is left over of its flows.
private struct StageCount {
  var doctors: Int
  private let rule: SupplyStage
  private let intake: Ratio
  private var losing = Flow()
  private var finishing = Flow()
  private var goingOn = Flow()
  private var entering = Flow()

  init(_ setting: SupplyStageSetting) {
    (doctors, rule) = (setting.doctors.central.rounded, setting.rule)
    intake = setting.intake.central
  }

  /// Who leaves the stage. Nobody leaves who is not there.
  mutating func moveOn() -> (lost: Int, finished: Int, goingOn: Int) {
    let lost = min(doctors, losing.take(rule.lost(of: doctors)))
    let finished = min(doctors - lost, finishing.take(rule.finishing(of: doctors - lost)))
    let onward = min(finished, goingOn.take(rule.goingOn(of: finished)))
    doctors -= lost + finished
    return (lost, finished, onward)
  }

  /// Who comes from outside.
  mutating func takeIn() -> Int { entering.take(intake) }
}

/// Doctors on their way to a list in one year.
public struct SupplyYear: Hashable, Sendable {
  public let year: Int
  /// At the start of the year: internship, supervised practice, in specialisation, specialists.
  public let doctors: [Int]
  /// Lists with a doctor, and without.
  public let filledLists: Int
  public let vacantLists: Int
  /// In the course of the year: who were lost, who finished a stage and left, and who came.
  public let lost: Int
  public let left: Int
  public let entered: Int
  /// What vacant lists cost municipalities more than filled ones.
  public let vacantCost: Money
  /// What the state pays for internships beyond those there are.
  public let internshipCost: Money
  /// Both together, at what they are worth in the first year.
  public let presentValue: Money
}
