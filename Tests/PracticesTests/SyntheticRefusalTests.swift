import Diagnostics
import Practices
import Testing
import Units

@Suite("Published figures that no lists can have")
struct SyntheticRefusalTests {
  private let help = """
      help: check 'size-classes' and 'occupancy': the mean must lie between what the shares allow
    """

  private func refusal(
    of figures: SyntheticLists, inhabitants: Int = 100_000
  ) -> String {
    let town = SyntheticFigures.municipality("town", inhabitants: inhabitants)
    do throws(Refusal) {
      return "\(try figures.lists(in: [town], seed: 1).count) lists"
    } catch {
      return error.description
    }
  }

  @Test("a mean the shares do not allow is refused, with the municipality and what to check")
  func contradiction() {
    #expect(
      refusal(of: SyntheticFigures.lists(mean: Ratio(5, over: 10)))
        == """
        refused: no lists fit the published figures for 'town': no such values between 0.005 \
        and 0.9 have the mean 1.248
        \(help)
        """)
  }

  @Test("a mean above what lists with free places can have is refused")
  func tooFull() {
    let message = refusal(of: SyntheticFigures.lists(mean: Ratio(9_999, over: 10_000)))
    #expect(message.hasPrefix("refused: no lists fit the published figures for 'town'"))
  }

  @Test("contradictory figures are refused in a village as well as in a town")
  func village() {
    let message = refusal(of: SyntheticFigures.lists(mean: Ratio(5, over: 10)), inhabitants: 900)
    #expect(message.hasPrefix("refused: no lists fit the published figures for 'town'"))
  }

  @Test("if every list is nearly full, a mean below theirs is refused")
  func allNearlyFull() {
    let half = Ratio(5, over: 10)
    #expect(
      refusal(of: SyntheticFigures.lists(mean: half, nearly: .one)) == """
        refused: the mean occupancy is 0.5; lists that are all nearly full have 0.9964 or more
          help: check 'mean', 'nearly-full-share' and 'nearly-full-from'
        """)
    #expect(
      refusal(of: SyntheticFigures.lists(mean: half, full: .one, nearly: .one)) == """
        refused: the mean occupancy is 0.5; lists that are all nearly full have 1 or more
          help: check 'mean', 'nearly-full-share' and 'nearly-full-from'
        """)
  }

  @Test("lists that are all full have a mean of one")
  func allFull() {
    #expect(
      refusal(of: SyntheticFigures.lists(mean: .one, full: .one, nearly: .one)) == "90 lists")
  }

  @Test(
    "a list that would be nearly full when it is almost empty is refused",
    arguments: [
      (Ratio.zero, "0"), (Ratio(5, over: 100), "0.05"), (Ratio(1, over: 10), "0.1"),
    ])
  func nearlyFullFromNothing(from: Ratio, shown: String) {
    #expect(
      refusal(of: SyntheticFigures.lists(from: from)) == """
        refused: 'nearly-full-from' is \(shown); no list is made emptier than 0.1
          help: write the occupancy from which a list is nearly full, for example 0.995
        """)
  }

  @Test("a municipality of more than 100,000 lists is refused")
  func huge() {
    #expect(
      refusal(of: SyntheticFigures.lists(), inhabitants: 100_000_000_000)
        == """
        refused: 'town' alone would have 89525515 lists, and the run more than 100000
          help: check 'inhabitants' and 'mean-list'
        """)
  }

  @Test("municipalities that together have more than 100,000 lists are refused")
  func hugeTogether() {
    let town = SyntheticFigures.municipality("town", inhabitants: 60_000, meanList: .one)
    #expect(throws: Refusal.self) {
      try SyntheticFigures.lists().lists(in: [town, town], seed: 1)
    }
  }

  @Test("a single size class is spread evenly")
  func oneClass() {
    let figures = SyntheticFigures.lists(classes: [SizeClass(from: 500, to: 2_000, lists: 9)])
    #expect(refusal(of: figures) == "90 lists")
  }
}
