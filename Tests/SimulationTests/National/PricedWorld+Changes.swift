import Rules
import TestSupport
import Units

@testable import Simulation

/// What a reform may change about the law of a year whose contacts stay.
enum LawChange: CaseIterable {
  case nothing, refunds, copaysUp, copaysDown, copaysScaled, copaysFromNothing, ceiling, ceilings
  case card, ages, agesWithinYear, segments, months, days, dailyCap, staff, holders, all
}

extension PricedWorld {
  /// The world of the same contacts after a change of the law.
  func changing(_ change: LawChange, _ random: inout TestRandom) -> PricedWorld {
    var world = self
    let (old, other) = (law, YearLaw.random(&random))
    func drawn(_ change: (inout YearLaw.SegmentLaw, inout TestRandom) -> Void) -> YearLaw {
      old.mapping { change(&$1, &random) }
    }
    switch change {
    case .nothing: break
    case .refunds:
      world.law = drawn { law, _ in law.schedule = law.schedule.scaled(refund: Ratio(2)) }
    case .copaysUp, .copaysDown, .copaysScaled:
      let percent =
        switch change {
        case .copaysUp: random.whole(in: 101...300)
        case .copaysDown: random.whole(in: 0...99)
        default: random.whole(in: 95...105)
        }
      world.law = drawn { law, _ in
        law.schedule = law.schedule.scaled(copay: Ratio(percent, over: 100))
      }
    // The other way round: the law before has no copay for one fee.
    case .copaysFromNothing: break
    case .ceiling:
      let ceiling = other.laws[0].ceiling
      world.law = drawn { law, _ in law.ceiling = ceiling }
    // Another ceiling in each part of the year.
    case .ceilings: world.law = drawn { $0.ceiling = .random(&$1) }
    case .card:
      world.law = YearLaw(
        segments: old.segments, laws: old.laws, days: old.days, card: .random(&random))
    case .ages:
      let ages = old.laws[0].exemptAges.isEmpty ? [20...30] : [0...40]
      world.law = drawn { law, _ in law.exemptAges = ages }
    case .agesWithinYear:
      world.law = drawn { law, random in
        law.exemptAges = random.whole(in: 0...1) == 0 ? [0...20] : [15...40]
      }
    case .segments: world.law = other
    // The same days, and after one of them the law of the day before: fees change on other days.
    case .months:
      let later = random.whole(in: 0...max(0, old.laws.count - 2)) + 1
      world.law = old.mapping { segment, law in
        if segment == later { law = old.laws[segment - 1] }
      }
    // The same law with one day more on which it might have changed.
    case .days: world.law = old.divided(on: 100)
    case .dailyCap: world.law = drawn { $0.dailyCaps = .random(&$1) }
    case .staff: world.law = old.withStaff(from: .random(&random))
    case .holders:
      world.kindOfList = kindOfList.map { _ in UInt8(random.whole(in: 0...kinds.count - 1)) }
    case .all: world.law = other
    }
    return world
  }
}

extension YearLaw {
  /// The law with something changed in every segment.
  func mapping(_ change: (Int, inout SegmentLaw) -> Void) -> YearLaw {
    var laws = laws
    for segment in laws.indices { change(segment, &laws[segment]) }
    return YearLaw(segments: segments, laws: laws, days: days, card: card)
  }

  fileprivate func divided(on day: Int) -> YearLaw {
    guard let place = segments.lastIndex(where: { $0 < day }), !segments.contains(day) else {
      return self
    }
    var (segments, laws) = (segments, laws)
    segments.insert(day, at: place + 1)
    laws.insert(laws[place], at: place + 1)
    return YearLaw(segments: segments, laws: laws, days: days, card: card)
  }
}

extension FeeSchedule {
  fileprivate func scaled(refund: Ratio = .one, copay: Ratio = .one) -> FeeSchedule {
    var schedule = self
    schedule.adjustments.append(
      FeeAdjustment(
        practices: PracticeScope(), fees: FeeScope(), refund: refund, copay: copay,
        patientPayment: .one))
    return schedule
  }

  /// The same fees, one of them without copay.
  func freeOfCopay(_ code: String) -> FeeSchedule {
    var schedule = self
    schedule.adjustments.append(
      FeeAdjustment(
        practices: PracticeScope(), fees: FeeScope(codes: [code]), refund: .one, copay: .zero,
        patientPayment: .one))
    return schedule
  }
}
