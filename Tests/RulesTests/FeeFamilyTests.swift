import Rules
import Testing
import Units

@Suite("Families and closed lists of fees")
struct FeeFamilyTests {
  @Test(
    "a family is every code that begins with its number and goes on with a letter",
    arguments: [
      ("11", ["11", "11ad", "11e"], ["1", "1e", "110", "111a", "a11", "L11"]),
      ("4", ["4a1", "4c2"], ["40", "41a"]),
      ("621", ["621", "621a"], ["62", "6211", "622"]),
      ("K", ["K", "K02a"], ["Ka", "k02a", "02"]),
      ("K02", ["K02a", "K02"], ["K021", "K2a"]),
      ("", [], ["1", "a", ""]),
    ])
  func families(name: String, members: [String], others: [String]) {
    let family = FeeFamily(name)
    for code in members { #expect(family.contains(code), "\(code)") }
    for code in others { #expect(!family.contains(code), "\(code)") }
  }

  private func paid(
    _ codes: [String], when change: (inout FeeConditions) -> Void,
    in form: PracticeForm = .selfEmployed
  ) -> [String] {
    // The first is the dearest, so that what may not stand beside it goes.
    let fees = codes.enumerated().map { place, code in
      (code, fee(refund: 100 - place) { if place == 0 { change(&$0.conditions) } })
    }
    return FeeSchedule(Dictionary(uniqueKeysWithValues: fees))
      .paidCodes(bill(codes) { $0.practice.form = form })
  }

  @Test("a family strikes out its codes, but for those that are excepted")
  func exceptions() {
    let codes = ["2ad", "11ad", "11e", "110", "1e"]
    #expect(paid(codes) { $0.invalidWithFamilies = [FeeFamily("11")] } == ["2ad", "110", "1e"])
    #expect(
      paid(codes) {
        $0.invalidWithFamilies = [FeeFamily("11"), FeeFamily("1")]
        $0.validWith = ["11e"]
      } == ["2ad", "11e", "110"])
  }

  @Test("an exception is from families, and not from codes that are named")
  func exceptionFromFamiliesAlone() {
    #expect(
      paid(["2ad", "11e"]) {
        $0.invalidWith = ["11e"]
        $0.validWith = ["11e"]
      } == ["2ad"])
  }

  @Test("beside a fee with a closed list nothing is paid but what is on it")
  func closedList() {
    let codes = ["2ae", "2cd", "2ad", "701a"]
    #expect(paid(codes) { $0.onlyBeside = ["2cd", "701a"] } == ["2ae", "2cd", "701a"])
    #expect(paid(codes) { $0.onlyBeside = [] } == ["2ae"])
    #expect(paid(codes) { _ in } == codes)
  }

  @Test("a dearer fee that is not on the list drives out the fee that has one")
  func dearerStays() {
    let schedule = FeeSchedule([
      "2ad": fee(refund: 176), "2ae": fee(refund: 175) { $0.conditions.onlyBeside = ["2cd"] },
      "2cd": fee(refund: 10),
    ])
    #expect(schedule.paidCodes(bill(["2ae", "2cd", "2ad"])) == ["2cd", "2ad"])
  }

  @Test("the out-of-hours service has its own list where one is stated, and else the same")
  func outOfHours() {
    let codes = ["2ae", "2cd", "701a"]
    for form in PracticeForm.allCases {
      let both = paid(
        codes,
        when: {
          $0.onlyBeside = ["2cd", "701a"]
          $0.onlyBesideOutOfHours = ["2cd"]
        }, in: form)
      #expect(both == (form == .outOfHours ? ["2ae", "2cd"] : codes), "\(form)")
      #expect(paid(codes, when: { $0.onlyBeside = ["701a"] }, in: form) == ["2ae", "701a"])
      let only = paid(codes, when: { $0.onlyBesideOutOfHours = [] }, in: form)
      #expect(only == (form == .outOfHours ? ["2ae"] : codes), "\(form)")
    }
  }

  @Test(
    "what a scenario adds to a contact is of no family and on no list, and goes only by its name")
  func codesOfScenarios() {
    let codes = ["2ae", "2/specialist", "electronic/practice"]
    #expect(
      paid(codes) {
        $0.invalidWithFamilies = [FeeFamily("2"), FeeFamily("electronic")]
        $0.onlyBeside = []
      } == codes)
    #expect(
      paid(codes) { $0.invalidWith = ["2/specialist"] } == ["2ae", "electronic/practice"])
  }
}
