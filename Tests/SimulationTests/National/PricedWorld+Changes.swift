import Rules
import TestSupport
import Units

@testable import Simulation

/// What a reform may change about the law of a year whose contacts stay.
enum LawChange: CaseIterable {
  case nothing, refunds, copaysUp, copaysDown, copaysScaled, copaysFromNothing, ceiling, ages
  case segments, months, days, dailyCap, holders, all
}

extension PricedWorld {
  /// The world of the same contacts after a change of the law.
  func changing(_ change: LawChange, _ random: inout TestRandom) -> PricedWorld {
    var world = self
    let (old, other) = (law, YearLaw.random(&random))
    let schedules = old.schedules
    switch change {
    case .nothing: break
    case .refunds: world.law = old.with(schedules: schedules.map { $0.scaled(refund: Ratio(2)) })
    case .copaysUp, .copaysDown, .copaysScaled:
      let percent =
        switch change {
        case .copaysUp: random.whole(in: 101...300)
        case .copaysDown: random.whole(in: 0...99)
        default: random.whole(in: 95...105)
        }
      world.law = old.with(
        schedules: schedules.map { $0.scaled(copay: Ratio(percent, over: 100)) })
    // The other way round: the law before has no copay for one fee.
    case .copaysFromNothing: break
    case .ceiling: world.law = old.with(ceiling: .some(other.ceiling))
    case .ages: world.law = old.with(ages: old.exemptAges.isEmpty ? [20...30] : [0...40])
    case .segments: world.law = other.with(ages: old.exemptAges)
    // The same days, and after one of them the law of the day before: fees change on other days.
    case .months:
      let later = random.whole(in: 0...max(0, schedules.count - 2)) + 1
      world.law = old.with(
        schedules: schedules.indices.map { schedules[$0 == later ? $0 - 1 : $0] })
    // The same law with one day more on which it might have changed.
    case .days: world.law = old.divided(on: 100)
    case .dailyCap: world.law = old.with(cap: .some(other.dailyCap))
    case .holders:
      world.kindOfList = kindOfList.map { _ in UInt8(random.whole(in: 0...kinds.count - 1)) }
    case .all: world.law = other
    }
    return world
  }
}

extension YearLaw {
  func with(
    schedules: [FeeSchedule]? = nil, ceiling: CopayCeiling?? = nil, ages: [ClosedRange<Int>]? = nil,
    cap: DailyFeeCap?? = nil
  ) -> YearLaw {
    YearLaw(
      segments: segments, schedules: schedules ?? self.schedules, days: days,
      ceiling: ceiling ?? self.ceiling, exemptAges: ages ?? exemptAges, dailyCap: cap ?? dailyCap)
  }

  fileprivate func divided(on day: Int) -> YearLaw {
    guard let place = segments.lastIndex(where: { $0 < day }), !segments.contains(day) else {
      return self
    }
    var (segments, schedules) = (segments, schedules)
    segments.insert(day, at: place + 1)
    schedules.insert(schedules[place], at: place + 1)
    return YearLaw(
      segments: segments, schedules: schedules, days: days, ceiling: ceiling,
      exemptAges: exemptAges, dailyCap: dailyCap)
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
