import Rules
import Testing
import Units

@Suite("Which fees may stand on one bill")
struct FeeCombinationTests {
  private func invalid(_ refund: Int, with codes: String...) -> Fee {
    fee(refund: refund) { $0.conditions.invalidWith = Set(codes) }
  }

  private func requiring(_ refund: Int, _ codes: String...) -> Fee {
    fee(refund: refund) { $0.conditions.requires = Set(codes) }
  }

  @Test("of two that may not stand together the dearer stays, whichever says so or is first")
  func dearerStays() {
    for fees in [
      ["a": invalid(100, with: "b"), "b": fee(refund: 101)],
      ["a": fee(refund: 100), "b": invalid(101, with: "a")],
      ["a": invalid(100, with: "b"), "b": invalid(101, with: "a")],
    ] {
      #expect(FeeSchedule(fees).paidCodes(bill(["a", "b"])) == ["b"])
      #expect(FeeSchedule(fees).paidCodes(bill(["b", "a"])) == ["b"])
    }
  }

  @Test("of two that cost the same the first written stays")
  func tie() {
    let schedule = FeeSchedule(["a": invalid(100, with: "b"), "b": fee(refund: 100)])
    #expect(schedule.paidCodes(bill(["a", "b"])) == ["a"])
    #expect(schedule.paidCodes(bill(["b", "a"])) == ["b"])
  }

  @Test("dearer is the whole honorarium of the line, with copay and all its times")
  func wholeLine() {
    let schedule = FeeSchedule(["a": invalid(100, with: "b"), "b": fee(refund: 60, copay: 41)])
    #expect(schedule.paidCodes(bill(Claim("a"), Claim("b"))) == ["b"])
    #expect(schedule.paidCodes(bill(Claim("a", times: 2), Claim("b"))) == ["a"])
  }

  @Test("a code that was struck out strikes nothing out, and lines keep the order of the bill")
  func chain() {
    let schedule = FeeSchedule([
      "a": fee(refund: 300), "b": invalid(200, with: "a", "c"), "c": fee(refund: 100),
    ])
    #expect(schedule.paidCodes(bill(["c", "b", "a"])) == ["c", "a"])
    #expect(schedule.paidCodes(bill(["c", "b"])) == ["b"])
  }

  @Test("a code that is not allowed on the bill strikes nothing out")
  func notAllowed() {
    let evening = fee(refund: 900) {
      $0.conditions.times = [.evening]
      $0.conditions.invalidWith = ["a"]
    }
    let schedule = FeeSchedule(["a": fee(refund: 100), "b": evening])
    #expect(schedule.paidCodes(bill(["a", "b"])) == ["a"])
    #expect(schedule.paidCodes(bill(["a", "b"]) { $0.time = .evening }) == ["b"])
  }

  @Test("codes of families that are not in the book are named without harm")
  func foreignCodes() {
    let schedule = FeeSchedule(["a": invalid(100, with: "b14", "c2"), "b": requiring(50, "a", "x")])
    #expect(schedule.paidCodes(bill(["a", "b"])) == ["a", "b"])
  }

  @Test("a code that requires others is paid with any of them, and with none it is not")
  func requires() {
    let schedule = FeeSchedule([
      "a": fee(refund: 100), "b": fee(refund: 100), "c": requiring(50, "a", "b"),
    ])
    #expect(schedule.paidCodes(bill(["c"])) == [])
    #expect(schedule.paidCodes(bill(["c", "a"])) == ["c", "a"])
    #expect(schedule.paidCodes(bill(["c", "b"])) == ["c", "b"])
    #expect(schedule.paidCodes(bill(["a", "b", "c"])) == ["a", "b", "c"])
  }

  @Test("when a code falls away so do those that require it, to the last")
  func cascade() {
    let schedule = FeeSchedule([
      "b": requiring(100, "a"), "c": requiring(100, "b"), "d": requiring(100, "c"),
      "e": fee(refund: 10),
    ])
    #expect(schedule.paidCodes(bill(["b", "c", "d", "e"])) == ["e"])
    #expect(schedule.paidCodes(bill(["d", "c", "e", "b"])) == ["e"])
  }

  @Test("a code that was struck out is no longer there for those that require it")
  func requiredAndStruckOut() {
    let schedule = FeeSchedule([
      "a": fee(refund: 100), "b": invalid(200, with: "a"), "c": requiring(50, "a"),
    ])
    #expect(schedule.paidCodes(bill(["a", "c"])) == ["a", "c"])
    #expect(schedule.paidCodes(bill(["a", "b", "c"])) == ["b"])
  }

  @Test("a code whose required code is not on the bill strikes nothing out")
  func unfulfilledStrikesNothingOut() {
    let dear = fee(refund: 900) {
      $0.conditions.requires = ["x"]
      $0.conditions.invalidWith = ["a"]
    }
    let schedule = FeeSchedule(["a": fee(refund: 100), "b": dear, "x": fee(refund: 1)])
    #expect(schedule.paidCodes(bill(["a", "b"])) == ["a"])
    #expect(schedule.paidCodes(bill(["a", "b", "x"])) == ["b", "x"])
  }
}
