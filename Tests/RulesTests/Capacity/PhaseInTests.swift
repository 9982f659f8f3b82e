import Rules
import TestSupport
import Testing
import Units

@Suite("Numbers that change in steps")
struct PhaseInTests {
  private func phase(
    _ from: Int, _ to: Int, _ beginning: String, _ last: String, _ steps: Int
  ) throws -> PhaseIn {
    PhaseIn(
      from: from, to: to, beginning: try #require(CalendarDate(iso: beginning)),
      completeBy: try #require(CalendarDate(iso: last)), steps: steps)
  }

  @Test("FAQ 4: equal steps, the last of them on the last day")
  func equal() throws {
    let phase = try phase(1_000, 1_400, "2026-01-01", "2026-12-31", 4)
    #expect(phase.steps.map(\.number) == [1_100, 1_200, 1_300, 1_400])
    #expect(
      phase.steps.map(\.day.description)
        == ["2026-04-02", "2026-07-02", "2026-10-01", "2026-12-31"])
  }

  @Test("FAQ 4: a step holds from its day on")
  func days() throws {
    let phase = try phase(1_000, 1_200, "2026-01-01", "2026-01-11", 2)
    let numbers = [("2025-12-31", 1_000), ("2026-01-05", 1_000), ("2026-01-06", 1_100)]
    for (day, number) in numbers + [("2026-01-10", 1_100), ("2026-01-11", 1_200)] {
      #expect(phase.number(on: try #require(CalendarDate(iso: day))) == number, "\(day)")
    }
  }

  @Test("FAQ 4: without time for steps the target holds from the beginning", arguments: [1, 5])
  func late(steps: Int) throws {
    for last in ["2026-01-01", "2025-07-01"] {
      let phase = try phase(1_000, 1_200, "2026-01-01", last, steps)
      #expect(phase.steps.map(\.number) == [1_200])
      #expect(phase.steps.map(\.day) == [phase.beginning])
      #expect(phase.number(on: phase.beginning) == 1_200)
      #expect(phase.number(on: phase.beginning.advanced(byDays: -1)) == 1_000)
    }
  }

  @Test("steps go one way, differ by one at most, and end at the target on the last day")
  func monotone() {
    forEverySeed { random in
      let (from, to) = (random.whole(in: 0...3_000), random.whole(in: 0...3_000))
      let beginning = random.day()
      let last = beginning.advanced(byDays: random.whole(in: 1...800))
      let phase = PhaseIn(
        from: from, to: to, beginning: beginning, completeBy: last,
        steps: random.whole(in: 1...24))
      let numbers = [from] + phase.steps.map(\.number)
      let moves = zip(numbers, numbers.dropFirst()).map { ($1 - $0) * (to - from).signum() }
      let days = [beginning] + phase.steps.map(\.day)
      return (moves.max() ?? 0) - (moves.min() ?? 0) <= 1 && moves.allSatisfy { $0 >= 0 }
        && numbers.last == to && days.last == last
        && zip(days, days.dropFirst()).allSatisfy { $0 < $1 }
    }
  }
}
