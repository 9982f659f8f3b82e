import Ledger
import Rules
import TestSupport
import Testing
import Units

@testable import Scenarios
@testable import Simulation

@Suite("Doctors on their way to a list")
struct SupplyPathTests {
  @Test("nobody is made or lost on the way: who were and came are who are and left")
  func conserved() {
    forEverySeed { random in
      let path = SupplyStep(random.supply()).path(from: 2023)
      return zip(path, path.dropFirst()).allSatisfy { year, next in
        let (before, after) = (year.doctors.reduce(0, +), next.doctors.reduce(0, +))
        return before + year.entered == after + year.lost + year.left
          && next.doctors.allSatisfy { $0 >= 0 } && next.year == year.year + 1
      }
    }
  }

  @Test("every list is filled or vacant, and lists grow by their rate over the years")
  func lists() {
    forEverySeed { random in
      let setting = random.supply()
      let path = SupplyStep(setting).path(from: 2023)
      let later = Ratio(path.count - 1) * setting.newLists.central
      return path.allSatisfy { $0.filledLists >= 0 && $0.vacantLists >= 0 }
        && (path.last.map { $0.filledLists + $0.vacantLists } ?? 0)
          == setting.lists.central.rounded + later.rounded
    }
  }

  @Test("a third of a doctor a year is a doctor every third year")
  func flows() {
    var setting = Self.empty
    setting.stages[3].intake = .told(Ratio(1, over: 3))
    let specialists = SupplyStep(setting).path(from: 2023).map { $0.doctors[3] }
    #expect(specialists.prefix(8) == [0, 0, 1, 1, 1, 2, 2, 2])
  }

  @Test("ten interns a year are five specialists a year from the fourth, by hand")
  func byHand() {
    var setting = Self.empty
    setting.extraInternships = .told(10)
    let path = SupplyStep(setting).path(from: 2023)
    // A year in each stage, half go on from the first, all from the others.
    #expect(path[0].doctors == [0, 0, 0, 0])
    #expect(path[1].doctors == [10, 0, 0, 0])
    #expect(path[2].doctors == [10, 5, 0, 0])
    #expect(path[3].doctors == [10, 5, 5, 0])
    #expect(path[4].doctors == [10, 5, 5, 5])
    #expect(path[5].doctors == [10, 5, 5, 10])
    #expect(path[0].left == 0 && path[1].left == 5 && path[1].entered == 10)
  }

  @Test("a stage twice as long holds twice as many in the long run")
  func durations() {
    var setting = Self.empty
    setting.years = 50
    setting.stages[0].intake = .told(12)
    func interns(_ years: Ratio) -> Int {
      setting.stages[0].years = .told(years)
      return SupplyStep(setting).path(from: 2023)[49].doctors[0]
    }
    #expect(interns(Ratio(3, over: 2)) == 18)
    #expect(interns(Ratio(3)) == 36)
  }

  @Test("only the first year's money is posted, and every year's is in the path")
  func firstYear() {
    forEverySeed { random in
      let setting = random.supply()
      let step = SupplyStep(setting)
      let path = step.path(from: 2023)
      var ledger = Ledger()
      step.post(from: 2023, booking: MunicipalBooking(weights: [1]), to: &ledger)
      return ledger.total(on: .vacantList) == path[0].vacantCost
        && ledger.total(on: .internship) == path[0].internshipCost
        && ledger.allBalances == .zero && path.count == setting.years
        && path.allSatisfy {
          $0.vacantCost == $0.vacantLists * setting.vacantExtraCost.money
        }
    }
  }

  @Test("without a discount rate later money counts in full, with one it counts for less")
  func discounting() {
    var setting = Self.empty
    (setting.lists, setting.vacantExtraCost) = (.told(1), .told(121))
    let plain = SupplyStep(setting).path(from: 2023).prefix(3).map(\.presentValue)
    #expect(plain == [.kroner(121), .kroner(121), .kroner(121)])
    setting.discountRate = .told(Ratio(1, over: 10))
    let discounted = SupplyStep(setting).path(from: 2023).prefix(3).map(\.presentValue)
    #expect(discounted == [.kroner(121), .kroner(110), .kroner(100)])
  }

  /// Nobody anywhere; a year in each stage, and half of those who finish the first go on.
  private static var empty: SupplySetting {
    let stages = SupplyStageSetting.Stage.allCases
    return SupplySetting(
      years: 10, discountRate: nil, lists: .told(0), newLists: .told(0),
      temporaryPosts: .told(0), specialistDuty: .all, vacantExtraCost: .told(0),
      extraInternships: .told(0), extraInternshipCost: .told(0),
      stages: stages.map { stage in
        let isLast = stage == stages.last
        return SupplyStageSetting(
          stage: stage, doctors: .told(0), intake: .told(0), years: isLast ? nil : .told(1),
          lostShare: .told(0),
          onwardShare: isLast ? nil : .told(stage == .internship ? Ratio(1, over: 2) : .one))
      })
  }
}
