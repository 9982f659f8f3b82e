import Testing

@testable import Reports

@Suite("The grid of a table for people")
struct TextGridTests {
  @Test("words stand left and numbers right, under a rule as wide as the column")
  func alignment() {
    let grid = TextGrid(
      header: ["name", "amount (NOK)"], rows: [["a", "1"], ["long name", "−1,200"]],
      isText: [true, false])
    #expect(
      grid.text == """
          name       amount (NOK)
          ─────────  ────────────
          a                     1
          long name        −1,200
        """)
  }

  @Test("a heading wider than its numbers is broken, and stands on the rule")
  func headings() {
    let grid = TextGrid(
      header: ["month", "longer than the first tier (lists)"], rows: [["2021-05", "7"]],
      isText: [true, false])
    #expect(
      grid.text == """
                    longer than
                      the first
          month    tier (lists)
          ───────  ────────────
          2021-05             7
        """)
  }

  @Test("a long sentence goes on in the next line of its column")
  func wrapping() {
    let sentence = String(repeating: "seven77 ", count: 9) + "end"
    let lines = TextGrid(header: ["n", "why"], rows: [["1", sentence]], isText: [false, true])
      .text.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[2] == "  1  " + Array(repeating: "seven77", count: 7).joined(separator: " "))
    #expect(lines[3] == "     seven77 seven77 end")
  }

  @Test("a word wider than the column, such as an address, is kept whole")
  func longWord() {
    let address = "https://" + String(repeating: "a", count: 80)
    #expect(TextGrid.lines(of: "see \(address) there", width: 56) == ["see", address, "there"])
  }

  @Test(
    "no line is wider than asked unless a single word is, and no word is lost", arguments: 5...40)
  func lines(width: Int) {
    let text = "If the rules for paying general practice change, who pays what and who receives it?"
    let lines = TextGrid.lines(of: text, width: width)
    #expect(lines.allSatisfy { $0.count <= width || !$0.contains(" ") })
    #expect(lines.joined(separator: " ") == text)
  }

  @Test("no line ends in spaces")
  func noTrailingSpaces() {
    let grid = TextGrid(
      header: ["a", "b"], rows: [["long enough", ""], ["", "x"]], isText: [true, true])
    #expect(grid.text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
  }
}
