import Rules
import TestSupport
import Testing
import Units

@Suite("Stages on the way to a specialist")
struct SupplyStageTests {
  private func stage(
    years: Ratio? = Ratio(2), lost: Ratio = .zero, onward: Ratio = .one
  ) -> SupplyStage {
    SupplyStage(years: years, lostShare: lost, onwardShare: onward)
  }

  @Test("a part that is the inverse of the years finishes, and all when it is a year or less")
  func durations() {
    #expect(stage(years: Ratio(2)).finishing(of: 10) == Ratio(5))
    #expect(stage(years: Ratio(3, over: 2)).finishing(of: 9) == Ratio(6))
    #expect(stage(years: .one).finishing(of: 10) == Ratio(10))
    #expect(stage(years: Ratio(1, over: 2)).finishing(of: 10) == Ratio(10))
    #expect(stage(years: .zero).finishing(of: 10) == Ratio(10))
    #expect(stage(years: nil).finishing(of: 10) == .zero)
  }

  @Test("nobody is lost of nobody, and everybody of all")
  func losses() {
    #expect(stage(lost: Ratio(1, over: 10)).lost(of: 0) == .zero)
    #expect(stage(lost: Ratio(1, over: 10)).lost(of: 25) == Ratio(5, over: 2))
    #expect(stage(lost: .one).lost(of: 25) == Ratio(25))
  }

  @Test("who finish are no more than who are there, and who go on no more than who finish")
  func bounds() {
    forEverySeed { random in
      let stage = self.stage(
        years: Ratio(random.whole(in: 0...500), over: 10), lost: random.share(),
        onward: random.share())
      let doctors = random.whole(in: 0...1_000_000)
      return stage.lost(of: doctors) <= Ratio(doctors)
        && stage.finishing(of: doctors) <= Ratio(doctors)
        && stage.goingOn(of: doctors) <= Ratio(doctors)
    }
  }
}

@Suite("Lists and the doctors other posts want")
struct ListCoverageTests {
  @Test("filled lists are between none and all, and one more doctor fills at most one more")
  func filled() {
    forEverySeed { random in
      let duties = ListCoverage.SpecialistDuty.allCases
      let coverage = ListCoverage(
        lists: random.whole(in: 0...100), temporaryPosts: random.whole(in: 0...30),
        duty: duties[random.whole(in: 0...1)])
      let (supervised, trained) = (random.whole(in: 0...40), random.whole(in: 0...140))
      let filled = coverage.filled(supervised: supervised, trained: trained)
      let more = coverage.filled(supervised: supervised, trained: trained + 1) - filled
      return (0...coverage.lists).contains(filled) && (0...1).contains(more)
    }
  }

  @Test("a duty for fewer posts never leaves more lists vacant")
  func duty() {
    forEverySeed { random in
      let (lists, temporary) = (random.whole(in: 0...100), random.whole(in: 0...30))
      let (supervised, trained) = (random.whole(in: 0...40), random.whole(in: 0...140))
      func filled(_ duty: ListCoverage.SpecialistDuty) -> Int {
        ListCoverage(lists: lists, temporaryPosts: temporary, duty: duty)
          .filled(supervised: supervised, trained: trained)
      }
      return filled(.gpsAndPermanent) >= filled(.all)
    }
  }
}
