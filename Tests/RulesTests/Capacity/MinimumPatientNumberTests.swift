import Rules
import TestSupport
import Testing
import Units

@Suite("Minimum patient numbers")
struct MinimumPatientNumberTests {
  private func model(_ capacities: Int, _ perCapacity: Int, _ percent: Int) -> Int {
    MinimumPatientNumber.model(
      capacities: capacities, needPerCapacity: Ratio(perCapacity),
      needPerPatient: Ratio(percent, over: 100))
  }

  @Test("FAQ 3: capacities whose patients need as much as the mean have the mean number")
  func mean() {
    #expect(model(1, 1_600, 100) == 1_600)
    #expect(model(3, 1_600, 100) == 4_800)
    #expect(model(0, 1_600, 100) == 0)
  }

  @Test("FAQ 3: patients who need a quarter more are a fifth fewer")
  func need() {
    #expect(model(1, 1_600, 125) == 1_280)
    #expect(model(2, 1_600, 80) == 4_000)
  }

  @Test("FAQ 3: the number is the nearest whole one, halves up")
  func rounding() {
    #expect(model(1, 1, 200) == 1)
    #expect(model(1, 100, 300) == 33)
    #expect(model(1, 200, 300) == 67)
  }

  @Test("FAQ 3: more need per patient never raises the number, and more capacities never lower it")
  func order() {
    forEverySeed { random in
      let (capacities, perCapacity) = (random.whole(in: 0...20), random.whole(in: 0...3_000))
      let percent = random.whole(in: 1...300)
      let number = model(capacities, perCapacity, percent)
      return model(capacities, perCapacity, percent + 1) <= number
        && model(capacities + 1, perCapacity, percent) >= number
    }
  }

  @Test(
    "FAQ 5: nobody must have more patients than the agreement's closing limit, or less than none")
  func limits() {
    func decided(_ changes: [Int], capacities: Int = 2) -> Int {
      MinimumPatientNumber.decided(
        model: 1_000, changes: changes, closingLimitPerCapacity: 600, capacities: capacities)
    }
    #expect(decided([]) == 1_000)
    #expect(decided([-200, 50]) == 850)
    #expect(decided([200]) == 1_200)
    #expect(decided([201]) == 1_200)
    #expect(decided([-1_000]) == 0)
    #expect(decided([-1_001]) == 0)
    #expect(decided([], capacities: 0) == 0)
  }

  @Test("FAQ 7: local facts change the number one by one, in any order")
  func changes() {
    forEverySeed { random in
      let model = random.whole(in: 1_000...2_000)
      let changes = random.wholes(count: 0...8, in: -100...100)
      let number = MinimumPatientNumber.decided(
        model: model, changes: changes, closingLimitPerCapacity: 10_000, capacities: 1)
      return number == model + changes.reduce(0, +)
        && number
          == MinimumPatientNumber.decided(
            model: model, changes: changes.reversed(), closingLimitPerCapacity: 10_000,
            capacities: 1)
    }
  }

  @Test(
    "FAQ 3: an agreement is sought first when the number is well above both the old one and the patients",
    arguments: [
      (1_100, 1_000, 900, false), (1_101, 1_000, 900, true), (1_101, 900, 1_000, true),
      (1_101, 900, 1_002, false), (1_101, 1_002, 900, false), (1, 0, 0, true), (0, 0, 0, false),
    ])
  func agreement(proposed: Int, current: Int, patients: Int, isNeeded: Bool) {
    #expect(
      MinimumPatientNumber.needsAgreementFirst(
        proposed: proposed, current: current, patients: patients, wellAbove: Ratio(1, over: 10))
        == isNeeded)
  }

  @Test("FAQ 11: three bases, in the words of the tables")
  func bases() {
    #expect(
      ["own-patients", "split-clinic", "area"].map(MinimumPatientNumber.Basis.init(rawValue:))
        == [.ownPatients, .splitClinic, .area])
  }

  @Test("FAQ 3: every local fact of the remarks has a word")
  func facts() {
    #expect(
      MinimumPatientNumber.LocalFact.allCases.map(\.rawValue) == [
        "staff", "premises", "work-sharing", "nursing-home-duty", "illness", "special-population",
        "neighbours", "other",
      ])
  }
}
