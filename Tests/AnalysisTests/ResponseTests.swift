import Diagnostics
import ScenarioSupport
import Scenarios
import TestSupport
import Testing
import Units

@testable import Analysis

@Suite("What patients and practices answer")
struct ResponseTests {
  private static let baseline = Prices(
    copay: 200, fee: 450, baseShare: 0.3,
    rewards: Rewards(contactHour: 1_000, listHour: 1_200, contactPart: 0.7, staffHour: nil))

  private func setting(
    _ theory: BehaviourSetting.Theory, inducement: Bool = false
  ) throws -> BehaviourSetting {
    var setting = try #require(
      try ShippedScenario.nation(of: 1_000).nationalScenario().behaviour)
    (setting.theory, setting.inducement) = (theory, inducement)
    return setting
  }

  @Test("the baseline answers to itself with nothing, staff and losses or not")
  func itself() throws {
    for theory in BehaviourSetting.Theory.allCases {
      for inducement in [false, true] {
        let setting = try setting(theory, inducement: inducement)
        for (contacts, staff) in [(1_000.0, nil), (0, 300.0), (-20, 0), (-20, -50)] {
          var prices = Self.baseline
          prices.rewards = Rewards(
            contactHour: contacts, listHour: contacts, contactPart: 0.7, staffHour: staff)
          #expect(Response(to: prices, from: prices, by: setting) == Response())
        }
      }
    }
  }

  @Test("by elasticities, visits follow copay and fees, and places the base share")
  func elasticities() throws {
    var prices = Self.baseline
    (prices.copay, prices.fee, prices.baseShare, prices.rewards) = (0, 900, 0.6, nil)
    let response = Response(
      to: prices, from: Self.baseline, by: try setting(.elasticities, inducement: true))
    // exp(−0.06 · −2 + 0.05 · 2/3) and exp(0.1 · 2/3).
    #expect(abs(response.visits - 1.165714) < 1e-6)
    #expect(abs(response.places - 1.068939) < 1e-6)
    #expect(response.staff == 1)
  }

  @Test("the optimising practice answers to a reward that vanishes, and to one that becomes a loss")
  func losses() throws {
    let setting = try setting(.optimising, inducement: true)
    func response(_ reward: Double) -> Response {
      var prices = Self.baseline
      prices.rewards?.contactHour = reward
      return Response(to: prices, from: Self.baseline, by: setting)
    }
    let rewards = [1_000.0, 500, 1, 0, -1, -500, -1_000]
    let visits = rewards.map { response($0).visits }
    #expect(zip(visits, visits.dropFirst()).allSatisfy { $0 > $1 })
    // exp(0.1 · −2), and half an hour's worth of contacts fewer hours: exp(0.2 · 0.7 · −2).
    #expect(abs(visits[3] - 0.818731) < 1e-6)
    #expect(abs(response(0).places - 0.755784 / (0.7 * 0.818731 + 0.3)) < 1e-5)
    #expect(abs(visits[3] - visits[2]) < 0.001 && abs(visits[4] - visits[3]) < 0.001)
  }

  @Test("staff answers to a gain of nothing and of less, each loss with fewer contacts")
  func staff() throws {
    let setting = try setting(.optimising)
    func staff(_ gain: Double?, before: Double? = nil) -> Double {
      var (prices, old) = (Self.baseline, Self.baseline)
      prices.rewards?.staffHour = gain
      old.rewards?.staffHour = before
      return Response(to: prices, from: old, by: setting).staff
    }
    // The shipped shares are right at a gain of 400, with an elasticity of 0.5.
    #expect(staff(400) == 1 && staff(nil) == 1)
    #expect(abs(staff(0) - 0.367879) < 1e-6)
    #expect(abs(staff(0.001) - staff(0)) < 1e-5 && abs(staff(-0.001) - staff(0)) < 1e-5)
    #expect(staff(-100) < staff(0) && staff(-200) < staff(-100))
    // Where the baseline has staff, its own gain is what the shares are right at.
    #expect(staff(250, before: 250) == 1 && staff(-250, before: -250) == 1)
    #expect(staff(300, before: 250) > 1)
  }

  @Test("what no scenario can hold is refused before it is run")
  func impossible() throws {
    let levels = try ShippedScenario.nation(of: 1_000).nationalScenario().use.levels
    func isPossible(_ change: (inout Response) -> Void) -> Bool {
      var response = Response()
      change(&response)
      return response.isPossible(for: levels)
    }
    #expect(isPossible { _ in })
    #expect(isPossible { $0.places = 1e6 } && !isPossible { $0.places = 1.01e6 })
    #expect(isPossible { $0.staff = 1e6 } && !isPossible { $0.staff = 1.01e6 })
    let highest = max(levels.consultations.central, levels.simpleContacts.central).double
    #expect(isPossible { $0.visits = 99.9 / highest } && !isPossible { $0.visits = 101 / highest })
  }
}
