import Rules
import Testing
import Units

@Suite("When a fee may be claimed")
struct FeeConditionTests {
  private func isPaid(
    when change: (inout FeeConditions) -> Void, on bill: Bill
  ) -> Bool {
    FeeSchedule(["a": fee(refund: 100) { change(&$0.conditions) }]).paidCodes(bill) == ["a"]
  }

  @Test("a code that is not in force is not paid, and the others are")
  func unknownCode() {
    let schedule = FeeSchedule(["a": fee(refund: 100)])
    #expect(schedule.paidCodes(bill(["x", "a", "y"])) == ["a"])
    #expect(schedule.lines(of: bill([])) == [])
  }

  @Test("a fee without conditions is paid in any contact", arguments: PracticeForm.allCases)
  func withoutConditions(form: PracticeForm) {
    for time in TimeOfDay.allCases {
      let bill = bill(Claim("a")) {
        ($0.contactType, $0.time, $0.practice.form) = ("any", time, form)
        $0.namesDiagnosis = false
      }
      #expect(isPaid(when: { _ in }, on: bill))
    }
  }

  @Test("a fee for specialists is paid to specialists alone", arguments: [true, false])
  func specialists(isSpecialist: Bool) {
    let bill = bill(Claim("a")) { $0.practice.isSpecialist = isSpecialist }
    #expect(isPaid(when: { $0.onlySpecialists = true }, on: bill) == isSpecialist)
  }

  @Test("a fee of some forms of practice is paid in those", arguments: PracticeForm.allCases)
  func forms(form: PracticeForm) {
    let bill = bill(Claim("a")) { $0.practice.form = form }
    let forms: Set<PracticeForm> = [.selfEmployed, .company]
    #expect(isPaid(when: { $0.forms = forms }, on: bill) == forms.contains(form))
  }

  @Test("a fee of the evening is not paid by day, and the other way round")
  func times() {
    for time in TimeOfDay.allCases {
      let bill = bill(Claim("a")) { $0.time = time }
      #expect(isPaid(when: { $0.times = [.evening] }, on: bill) == (time == .evening))
      #expect(isPaid(when: { $0.times = [.day] }, on: bill) == (time == .day))
      #expect(isPaid(when: { $0.times = [.day, .evening] }, on: bill))
    }
  }

  @Test("a fee of some contact types is paid in those", arguments: ["physical", "video", "Video"])
  func contactTypes(type: String) {
    let bill = bill(Claim("a")) { $0.contactType = type }
    #expect(isPaid(when: { $0.contactTypes = ["video", "phone"] }, on: bill) == (type == "video"))
  }

  @Test("a contact must last the least minutes", arguments: [(19, false), (20, true), (21, true)])
  func minimumMinutes(minutes: Int, paid: Bool) {
    let bill = bill(Claim("a")) { $0.minutes = minutes }
    #expect(isPaid(when: { $0.minimumMinutes = 20 }, on: bill) == paid)
  }

  @Test("a procedure and a diagnosis are asked for apart", arguments: [true, false])
  func procedureAndDiagnosis(isNamed: Bool) {
    let procedure = bill(Claim("a")) {
      ($0.namesProcedure, $0.namesDiagnosis) = (isNamed, false)
    }
    #expect(isPaid(when: { $0.needsProcedure = true }, on: procedure) == isNamed)
    #expect(!isPaid(when: { $0.needsDiagnosis = true }, on: procedure))
    let diagnosis = bill(Claim("a")) {
      ($0.namesProcedure, $0.namesDiagnosis) = (false, isNamed)
    }
    #expect(isPaid(when: { $0.needsDiagnosis = true }, on: diagnosis) == isNamed)
    #expect(!isPaid(when: { $0.needsProcedure = true }, on: diagnosis))
  }

  @Test("each condition alone refuses a bill, and none makes up for another")
  func everyConditionCounts() {
    let schedule = FeeSchedule([
      "a": fee(refund: 100) {
        $0.conditions.times = [.day]
        $0.conditions.contactTypes = ["physical"]
        $0.conditions.forms = [.selfEmployed]
        ($0.conditions.onlySpecialists, $0.conditions.minimumMinutes) = (true, 20)
        ($0.conditions.needsProcedure, $0.conditions.needsDiagnosis) = (true, true)
      }
    ])
    func isPaid(_ change: (inout Bill) -> Void) -> Bool {
      var bill = bill(Claim("a")) {
        ($0.minutes, $0.practice.isSpecialist, $0.namesProcedure) = (20, true, true)
      }
      change(&bill)
      return !schedule.lines(of: bill).isEmpty
    }
    #expect(isPaid { _ in })
    #expect(!isPaid { $0.time = .evening })
    #expect(!isPaid { $0.contactType = "video" })
    #expect(!isPaid { $0.practice.form = .salaried })
    #expect(!isPaid { $0.practice.isSpecialist = false })
    #expect(!isPaid { $0.minutes = 19 })
    #expect(!isPaid { $0.namesProcedure = false })
    #expect(!isPaid { $0.namesDiagnosis = false })
  }

  @Test("lines say which of the state's accounts pays")
  func budget() {
    let schedule = FeeSchedule([
      "a": fee(refund: 100), "L1": fee(refund: 200) { $0.budget = .certificates },
    ])
    #expect(schedule.lines(of: bill(["a", "L1"])).map(\.budget) == [.care, .certificates])
  }
}
