import Diagnostics
import Foundation
import Scenarios
import Simulation
import Units

/// By how much patients and practices do more or less than in the baseline, as factors.
public struct Response: Hashable, Sendable {
  /// Consultations and simple contacts.
  public var visits = 1.0
  /// Places offered on lists.
  public var places = 1.0
  /// Contacts handed to staff, of the shares the scenario states.
  public var staff = 1.0

  /// What prices call for. Prices of the baseline itself call for nothing: every factor is 1.
  ///
  /// By elasticities, each factor is a power of the change of what it answers to. The optimising
  /// practice has income *Y* and effort of *H* hours, and maximises
  ///
  /// ```
  /// Y − κ · H^(1 + 1/ε),  H a constant-elasticity mix of hours in contacts and hours for the list
  /// ```
  ///
  /// with κ and the mix such that the baseline is its optimum. Then hours follow the mean reward of
  /// an hour with elasticity ε, their division follows the two rewards with elasticity σ, and the
  /// number of persons the practice offers places to is what the hours allow.
  ///
  /// - Parameters:
  ///   - prices: After the reform.
  ///   - before: In the baseline.
  ///   - setting: The theory and its strengths.
  init(to prices: Prices, from before: Prices, by setting: BehaviourSetting) {
    func power(_ new: Double, _ old: Double, _ strength: Estimate) -> Double {
      guard new > 0, old > 0 else { return 1 }
      return pow(new / old, strength.central.double)
    }
    let demand = power(prices.copay, before.copay, setting.visitsToCopay)
    switch setting.theory {
    case .none: break
    case .elasticities:
      visits =
        demand * (setting.inducement ? power(prices.fee, before.fee, setting.visitsToFees) : 1)
      places = power(prices.baseShare, before.baseShare, setting.listsToBaseShare)
    case .optimising:
      let contacts = max(prices.contactHour, 0) / before.contactHour
      let lists = max(prices.listHour, 0) / before.listHour
      visits = demand
      if setting.inducement { visits *= power(contacts, lists, setting.effortToReward) }
      let part = before.contactPart
      let hours = power(part * contacts + (1 - part) * lists, 1, setting.hoursToReward)
      places = hours / (part * visits + 1 - part)
      if prices.staffHour != 0 {
        staff = power(
          max(prices.staffHour, 0.01), setting.staffGain.central.double, setting.staffToGain)
      }
    }
  }

  init() {}

  /// Half way to another response, so that the two do not chase each other.
  func halfway(to other: Response) -> Response {
    var middle = Response()
    middle.visits = (visits + other.visits) / 2
    middle.places = (places + other.places) / 2
    middle.staff = (staff + other.staff) / 2
    return middle
  }

  /// How far the two are apart.
  func distance(to other: Response) -> Double {
    max(abs(visits - other.visits), abs(places - other.places), abs(staff - other.staff))
  }
}

extension ScenarioFile {
  /// The scenario with what patients and practices do in answer.
  ///
  /// - Parameters:
  ///   - response: The factors.
  ///   - scenario: The scenario of this file, before any answer.
  /// - Returns: The file with other levels of use and shares of staff.
  /// - Throws: `Faults` when a number stands without its source.
  func answered(by response: Response, of scenario: NationalScenario) throws -> ScenarioFile {
    var file = self
    let levels = scenario.use.levels
    for (name, level) in [
      ("consultations", levels.consultations), ("simple-contacts", levels.simpleContacts),
    ] {
      file = try file.setting(
        "use.levels.\(name)",
        to: level.central * Ratio(nearest: response.visits, decimals: 6))
    }
    let shares = scenario.staff.map(\.share.central)
    let most =
      scenario.contacts.types.map { type in
        zip(scenario.staff, shares).reduce(Ratio.zero) { sum, staff in
          staff.0.contactTypes.contains { $0.value == type.name } ? sum + staff.1 : sum
        }
      }.max() ?? .zero
    // No more than all contacts of any type.
    let factor = min(
      Ratio(nearest: response.staff, decimals: 6), most > .zero ? .one / most : .one)
    for (setting, share) in zip(scenario.staff, shares) {
      file = try file.setting("staff.\(setting.name).share", to: share * factor)
    }
    return file
  }
}
