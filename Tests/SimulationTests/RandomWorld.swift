import Arrivals
import Practices
import Rules
import Scenarios
import TestSupport
import Units

extension SmallWorld {
  /// A world of up to six lists and a few dozen persons, for up to fourteen months between
  /// July 2019 and April 2023, when the law of every month is known.
  static func random(_ random: inout TestRandom) throws -> SmallWorld {
    var scenario = try shippedScenario.get()
    scenario.from = Month(year: 2019, number: 7).advanced(by: random.whole(in: 0...32))
    scenario.months = random.whole(in: 1...14)
    scenario.placement = PlacementRule.allCases.randomElement(using: &random) ?? .freePlaces
    scenario.enrolment.deregistrationDelay.central = Ratio(random.whole(in: 0...6))
    scenario.enrolment.changesPerYear.central = Ratio(random.whole(in: 0...40), over: 2)
    scenario.consultations?.morePerYear.central = Ratio(random.whole(in: 0...30), over: 2)
    if Bool.random(using: &random) {
      var cost = scenario.enrolment.costPerCase
      cost.central = Ratio(random.whole(in: 0...1_000_000))
      scenario.standbyContracts = .number(cost)
    }
    scenario.arrivals[0].randomise(&random)
    scenario.arrivals.append(scenario.arrivals[0])
    scenario.arrivals[1].randomise(&random)
    let lists = (0..<random.whole(in: 1...6)).map { _ in PatientList.random(&random) }
    return SmallWorld(scenario, lists)
  }
}

extension Arrival {
  fileprivate mutating func randomise(_ random: inout TestRandom) {
    persons.central = Ratio(random.whole(in: 0...60))
    familySize.central = Ratio(random.whole(in: 10...40), over: 10)
    uptake.central = Ratio(random.whole(in: 0...10), over: 10)
    consent?.central = Ratio(random.whole(in: 0...10), over: 10)
    insuredShare.central = Ratio(random.whole(in: 0...10), over: 10)
    stayYears.central = Ratio(random.whole(in: 2...10), over: 2)
    enrolmentMonths = random.whole(in: 1...4)
    let (first, second) = (random.whole(in: 0...5_000), random.whole(in: 0...5_000))
    residence.weights = [first, second, 10_000 - first - second]
  }
}

extension PatientList {
  fileprivate static func random(_ random: inout TestRandom) -> PatientList {
    let length =
      random.whole(in: 0...2) == 0
      ? random.whole(in: 450...510)
      : random.whole(in: 0...2_600)
    let opened = Month(year: 2018, number: 1).advanced(by: random.whole(in: 0...60))
    return .of(
      length, cap: max(0, length + random.whole(in: -20...60)),
      in: random.whole(in: 0...2),
      form: random.whole(in: 0...4) == 0 ? .salaried : .selfEmployed,
      needIndex: Ratio(random.whole(in: 70...130), over: 100),
      opened: Bool.random(using: &random) ? opened.firstDay.description : nil)
  }
}
