import Rules
import TestSupport
import Testing

@Suite("The daily cap on fees")
struct DailyFeeCapTests {
  private func cap(_ most: Int, _ order: DailyFeeCap.Order) -> DailyFeeCap {
    DailyFeeCap(codes: ["a"], most: most, order: order)
  }

  @Test(
    "up to the cap every line is paid, and one more is not", arguments: DailyFeeCap.Order.allCases)
  func threshold(order: DailyFeeCap.Order) {
    #expect(cap(2, order).pays([]) == [])
    #expect(cap(2, order).pays([5]) == [true])
    #expect(cap(2, order).pays([5, 5]) == [true, true])
    #expect(cap(2, order).pays([5, 5, 5]) == [true, true, false])
    #expect(cap(0, order).pays([5, 5]) == [false, false])
  }

  @Test("first in time, the price does not matter")
  func firstInTime() {
    #expect(cap(1, .firstInTime).pays([1, 9, 5]) == [true, false, false])
    #expect(cap(2, .firstInTime).pays([1, 9, 5]) == [true, true, false])
  }

  @Test("dearest first, the time matters only between equals")
  func dearestFirst() {
    #expect(cap(1, .dearestFirst).pays([1, 9, 5]) == [false, true, false])
    #expect(cap(2, .dearestFirst).pays([1, 9, 5]) == [false, true, true])
    #expect(cap(1, .dearestFirst).pays([5, 9, 9]) == [false, true, false])
    #expect(cap(2, .dearestFirst).pays([5, 9, 5]) == [true, true, false])
  }

  @Test("as many lines are paid as the cap allows, whatever the order")
  func asManyAsAllowed() {
    forEverySeed { random in
      let honoraria = random.wholes(count: 0...8, in: 0...5)
      let most = random.whole(in: 0...9)
      return DailyFeeCap.Order.allCases.allSatisfy { order in
        cap(most, order).pays(honoraria).count(where: \.self) == min(most, honoraria.count)
      }
    }
  }

  @Test("dearest first, no line that is left out is dearer than one that is paid")
  func nothingDearerIsLeftOut() {
    forEverySeed { random in
      let honoraria = random.wholes(count: 0...8, in: 0...5)
      let answers = cap(random.whole(in: 0...9), .dearestFirst).pays(honoraria)
      let paid = zip(honoraria, answers).filter(\.1).map(\.0)
      let left = zip(honoraria, answers).filter { !$0.1 }.map(\.0)
      return left.max() ?? 0 <= paid.min() ?? .max || paid.isEmpty
    }
  }
}
