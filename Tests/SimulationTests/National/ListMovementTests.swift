import Practices
import Rules
import Scenarios
import TestSupport
import Testing
import Units

@testable import Simulation

@Suite("List movements under a cap")
struct ListMovementTests {
  /// Lists of any length and cap in three municipalities, some of them in companies.
  private func nation(_ random: inout TestRandom) -> Nation {
    let mix = CellMix(persons: Array(repeating: 1, count: PersonCell.count))
    let lists = (0..<random.whole(in: 1...12)).map { place in
      PatientList(
        id: "\(place)", municipality: random.whole(in: 0...2), length: random.whole(in: 0...200),
        cap: random.whole(in: 0...250),
        form: PracticeForm.allCases.filter(\.holdsLists)[random.whole(in: 0...3)],
        enterprise: random.whole(in: 0...2) == 0 ? random.whole(in: 0...1) : nil)
    }
    let towns = (0..<3).map {
      Municipality(key: "\($0)", name: "\($0)", inhabitants: 1_000, meanList: Ratio(100))
    }
    return Nation(
      municipalities: towns, groups: [0, 0, 0], mixes: [mix, mix, mix], country: mix, lists: lists)
  }

  @Test("nobody is lost, no town gains or loses anybody, and no list with room goes beyond a cap")
  func conserved() {
    forEverySeed { random in
      let before = nation(&random)
      let cap = ListCap(
        perPractitioner: random.whole(in: 0...1) == 0 ? random.whole(in: 0...200) : nil,
        perEnterprise: random.whole(in: 0...300))
      let movements = ListMovements(of: before, under: cap)
      let after = movements.nation.lists
      let towns = (0..<3).allSatisfy { town in
        func persons(_ lists: [PatientList]) -> Int {
          lists.filter { $0.municipality == town }.reduce(0) { $0 + $1.length }
        }
        return persons(before.lists) == persons(after)
      }
      let lists = zip(before.lists, after).allSatisfy { old, new in
        new.length <= old.length
          || (new.length <= new.cap && new.length <= cap.perPractitioner ?? .max
            && new.form != .vacant)
      }
      let over = { (lists: [PatientList]) in
        zip(lists, cap.paidLengths(of: lists)).reduce(0) { $0 + $1.0.length - $1.1 }
      }
      return towns && lists && over(before.lists) == movements.moved + movements.unplaced
        && over(after) == movements.unplaced
    }
  }

  @Test("who is beyond the cap goes where there is room, in proportion to it")
  func proportion() {
    func list(_ length: Int, cap: Int) -> PatientList {
      PatientList(id: "\(length)", municipality: 0, length: length, cap: cap)
    }
    let mix = CellMix(persons: Array(repeating: 1, count: PersonCell.count))
    let nation = Nation(
      municipalities: [
        Municipality(key: "a", name: "A", inhabitants: 400, meanList: Ratio(100))
      ], groups: [0], mixes: [mix], country: mix,
      lists: [list(160, cap: 200), list(70, cap: 100), list(40, cap: 100), list(100, cap: 300)])
    let movements = ListMovements(of: nation, under: ListCap(perPractitioner: 100))
    #expect(movements.nation.lists.map(\.length) == [100, 90, 80, 100])
    #expect(movements.moved == 60 && movements.unplaced == 0)
    let tight = ListMovements(of: nation, under: ListCap(perPractitioner: 80))
    #expect(tight.nation.lists.map(\.length) == [120, 80, 80, 90])
    #expect(tight.unplaced == 50)
  }
}
