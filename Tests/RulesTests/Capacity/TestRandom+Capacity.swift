import Rules
import TestSupport
import Units

/// What an apportionment is asked.
struct Areas {
  var total: Int
  var needs: [Int]
  var floors: [Int]
  var ceilings: [Int?]

  func shared(_ method: ApportionmentMethod) throws -> Apportionment {
    try Apportionment(of: total, by: needs, method: method, floors: floors, ceilings: ceilings)
  }
}

extension TestRandom {
  /// Areas with needs of any size, some without any, and bounds that hold together; the ceilings at
  /// times too low for all seats.
  mutating func areas(isBounded: Bool = true) -> Areas {
    let most = [10, 1_000, 1_000_000_000_000][whole(in: 0...2)]
    var needs = wholes(count: 1...20, in: 0...most)
    needs[whole(in: 0...needs.count - 1)] = whole(in: 1...most)
    let floors = needs.map { _ in isBounded ? max(0, whole(in: -10...10)) : 0 }
    let ceilings = floors.map { floor in
      isBounded && whole(in: 0...1) == 0 ? floor + whole(in: 0...20) : nil
    }
    return Areas(
      total: floors.reduce(0, +) + whole(in: 0...200), needs: needs, floors: floors,
      ceilings: ceilings)
  }

  /// A few clinics and doctors of every qualification, some of them with several posts.
  mutating func posts(clinics: Int) -> [CapacityHolding.Engagement] {
    (0..<whole(in: 0...12)).map { _ in
      .init(
        doctor: whole(in: 0...7), clinic: whole(in: 0...clinics - 1),
        part: Ratio(whole(in: 0...4), over: 4),
        qualification: CapacityHolding.Qualification.allCases[whole(in: 0...2)])
    }
  }

  /// A day of two decades.
  mutating func day() -> CalendarDate {
    Month(year: 2020, number: 1).firstDay.advanced(byDays: whole(in: 0...7_000))
  }
}
