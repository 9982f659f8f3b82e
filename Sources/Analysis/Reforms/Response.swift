import Diagnostics
import Foundation
import Scenarios
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
  /// Each answer to a price has the form of ``PriceAnswer``. The optimising practice has income *Y* and
  /// effort of *H* hours, and maximises
  ///
  /// ```
  /// Y − κ · H^(1 + 1/ε),  H a constant-elasticity mix of hours in contacts and hours for the list
  /// ```
  ///
  /// with κ and the mix such that the baseline is its optimum. Then hours follow the two rewards of an
  /// hour, each by the part of the hours it is had for, with elasticity ε; their division follows one
  /// reward against the other with elasticity σ; and the number of persons the practice offers places
  /// to is what the hours allow. With *c* the changes of the rewards and *s* the part of contacts,
  ///
  /// ```
  /// hours = exp(ε (s·c(contacts) + (1 − s)·c(lists))),  visits = demand · exp(σ (c(contacts) − c(lists)))
  /// places = hours / (s · visits + 1 − s)
  /// ```
  ///
  /// Staff answers to its gain: against the baseline's gain where the baseline has staff, otherwise
  /// against the gain at which the stated shares are right.
  ///
  /// - Parameters:
  ///   - prices: After the reform.
  ///   - before: In the baseline.
  ///   - setting: The theory and its strengths.
  init(to prices: Prices, from before: Prices, by setting: BehaviourSetting) {
    func factor(_ price: KeyPath<Prices, Double>, _ strength: Estimate) -> Double {
      PriceAnswer.factor(
        from: before[keyPath: price], to: prices[keyPath: price],
        elasticity: strength.central.double)
    }
    guard setting.theory != .none else { return }
    visits = factor(\.copay, setting.visitsToCopay)
    if let rewards = prices.rewards, let old = before.rewards {
      answer(to: rewards, from: old, by: setting)
    } else {
      if setting.inducement { visits *= factor(\.fee, setting.visitsToFees) }
      places = factor(\.baseShare, setting.listsToBaseShare)
    }
  }

  /// What the optimising practice adds to the visits that patients ask for.
  private mutating func answer(
    to rewards: Rewards, from before: Rewards, by setting: BehaviourSetting
  ) {
    let contacts = PriceAnswer.change(from: before.contactHour, to: rewards.contactHour)
    let lists = PriceAnswer.change(from: before.listHour, to: rewards.listHour)
    if setting.inducement {
      visits *= exp(setting.effortToReward.central.double * (contacts - lists))
    }
    let part = before.contactPart
    let hours = exp(
      setting.hoursToReward.central.double * (part * contacts + (1 - part) * lists))
    places = hours / (part * visits + (1 - part))
    guard let gain = rewards.staffHour else { return }
    staff = PriceAnswer.factor(
      from: before.staffHour ?? setting.staffGain.central.double, to: gain,
      elasticity: setting.staffToGain.central.double)
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

  /// Whether a scenario can be told to have so much of everything.
  ///
  /// - Parameter levels: What use is multiplied by before the answer.
  /// - Returns: Whether it can.
  func isPossible(for levels: UseSetting.Levels) -> Bool {
    let highest = max(levels.consultations.central, levels.simpleContacts.central).double
    return visits * highest <= Double(UseSetting.Levels.most)
      && max(visits, places, staff) <= Self.mostTimes
  }

  /// So many times the visits, places or shares of the baseline are no answer but a slip in a strength.
  private static let mostTimes = 1e6

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
    let rounded = Ratio(nearest: response.staff, decimals: 6)
    // Rounding must not hand over more than there is.
    let factor = scenario.mostStaff.map { min($0, rounded) } ?? rounded
    for setting in scenario.staff {
      file = try file.setting(
        "staff.\(setting.name).share", to: setting.share.central * factor)
    }
    return file
  }
}

extension NationalScenario {
  /// So many times the shares of staff are all contacts of some type; `nil` where staff takes none.
  var mostStaff: Ratio? {
    let most =
      contacts.types.map { type in
        staff.reduce(Ratio.zero) { sum, setting in
          setting.contactTypes.contains { $0.value == type.name }
            ? sum + setting.share.central : sum
        }
      }.max() ?? .zero
    return most > .zero ? .one / most : nil
  }
}
