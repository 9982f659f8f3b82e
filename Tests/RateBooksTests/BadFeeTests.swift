import Testing

@Suite("Fees with one mistake")
struct BadFeeTests {
  @Test("each mistake is told where it is and how to mend it")
  func mistakes() {
    let help = "\n  help: "
    let mistakes: [(String, String)] = [
      (
        "patient-payment: 100000.01",
        "71: error: 'patient-payment' is 100000.01; "
          + "it takes an amount in 0...100000 with at most two decimals"
      ),
      (
        "budget: cure",
        "62: error: 'budget' is cure; it takes one of care, certificates"
          + "\(help)did you mean 'care'?"
      ),
      (
        "delegable: true, delegated: { refund: 1 }",
        "82: error: 'copay' is missing from amounts\(help)add 'copay': the part the patient pays"
      ),
      (
        "delegated: { refund: 1, copay: 2 }",
        "16: error: the fee has 'delegated' amounts but is not delegable"
          + "\(help)write 'delegable: true' beside them, or remove them"
      ),
      (
        "delegable: false, delegated: { refund: 1, copay: 2 }",
        "16: error: the fee has 'delegated' amounts but is not delegable"
          + "\(help)write 'delegable: true' beside them, or remove them"
      ),
      (
        "neutral: { forms: [company] }",
        "63: error: 'professions' is missing from a profession-neutral fee"
          + "\(help)add 'professions': the professions that may claim it besides the doctor"
      ),
      (
        "neutral: { professions: [nurs], forms: [company] }",
        "79: error: 'professions' is nurs; it takes one of "
          + "doctor, nurse, secretary, physiotherapist, psychologist\(help)did you mean 'nurse'?"
      ),
      (
        "per-started-minutes: { each: 0 }",
        "83: error: 'each' is 0; it takes a whole number in 1...1440"
      ),
      (
        "per-started-minutes: { each: 15, beyond: -1 }",
        "95: error: 'beyond' is -1; it takes a whole number in 0...1440"
      ),
      (
        "per-started-minutes: 15",
        "75: error: 'per-started-minutes' is 15; it takes an interval of time"
          + "\(help)write the keys each under it"
      ),
      (
        "times: [night]",
        "62: error: 'times' is night; it takes one of day, evening"
      ),
      (
        "times: day",
        "61: error: 'times' is day; it takes a list\(help)write one item a line, each after '- '"
      ),
      (
        "contact-types: []",
        "69: error: 'contact-types' is empty; it takes a list"
          + "\(help)write one item a line, each after '- '"
      ),
      (
        "forms: [selfemployed]",
        "62: error: 'forms' is selfemployed; it takes one of "
          + "self-employed, salaried, company, vacant, out-of-hours"
          + "\(help)did you mean 'self-employed'?"
      ),
      (
        "only-specialists: yes",
        "72: error: 'only-specialists' is yes; it takes true or false"
          + "\(help)write true or false, without quotes"
      ),
      (
        "minimum-minutes: 1441",
        "71: error: 'minimum-minutes' is 1441; it takes a whole number in 1...1440"
      ),
      (
        "needs-procedure: 1",
        "71: error: 'needs-procedure' is 1; it takes true or false"
          + "\(help)write true or false, without quotes"
      ),
      (
        "need-diagnosis: true",
        "54: error: 'need-diagnosis' is not a key of a fee\(help)did you mean 'needs-diagnosis'?"
      ),
      (
        "invalid-with: 2ad",
        "68: error: 'invalid-with' is 2ad; it takes a list"
          + "\(help)write one item a line, each after '- '"
      ),
      (
        "invalid-with-families: [621-624]",
        "78: error: '621-624' is no family of codes"
          + "\(help)write how its codes begin, each family apart: 621, 622"
      ),
      (
        "valid-with: [11e]",
        "16: error: 'valid-with' names '11e', which is of none of the families it is not valid with"
          + "\(help)remove it, or name its family under 'invalid-with-families'"
      ),
      (
        "invalid-with-families: [1], valid-with: [11e, 1e]",
        "16: error: 'valid-with' names '11e', which is of none of the families it is not valid with"
          + "\(help)remove it, or name its family under 'invalid-with-families'"
      ),
      (
        "stands-alone: true, only-beside: [7]",
        "16: error: 'stands-alone' leaves nothing for 'only-beside' to allow"
          + "\(help)remove one of them"
      ),
      (
        "stands-alone: true, only-beside-out-of-hours: [7]",
        "16: error: 'stands-alone' leaves nothing for 'only-beside-out-of-hours' to allow"
          + "\(help)remove one of them"
      ),
      (
        "requires: [null]",
        "65: error: 'requires' is null; it takes text\(help)write it between double quotes"
      ),
      (
        "most-per-bill: 0",
        "69: error: 'most-per-bill' is 0; it takes a whole number in 1...1000"
      ),
      (
        "repeated-share: 50",
        "70: error: 'repeated-share' is 50; it takes a share in 0...1"
          + "\(help)for 50 percent, write 0.5"
      ),
      (
        "reduced-from: 0, reduced-share: 0.5",
        "68: error: 'reduced-from' is 0; it takes a whole number in 1...1000"
      ),
      (
        "reduced-from: 2",
        "16: error: 'reduced-from' does nothing without 'reduced-share'"
          + "\(help)write both, or neither"
      ),
      (
        "reduced-share: 0.5",
        "16: error: 'reduced-share' does nothing without 'reduced-from'"
          + "\(help)write both, or neither"
      ),
      (
        "most-per-twelve-months: 1001",
        "78: error: 'most-per-twelve-months' is 1001; it takes a whole number in 1...1000"
      ),
      (
        "most-per-calendar-year: 1.5",
        "78: error: 'most-per-calendar-year' is 1.5; it takes a whole number in 1...1000"
      ),
      (
        "counts-patient: false",
        "16: error: 'counts-patient' does nothing without a yearly most"
          + "\(help)add 'most-per-twelve-months' or 'most-per-calendar-year', or remove it"
      ),
    ]
    for (keys, told) in mistakes {
      // The key that is wrong starts in column 54.
      let fee = "{ honorarium: 5, refund: 2, copay: 3, \(keys) }"
      #expect(SmallBook.message(fee: fee) == "b.yaml:9:\(told)", "\(keys)")
    }
  }

  @Test("three parts that do not make the honorarium are told together")
  func sum() {
    #expect(
      SmallBook.message(
        fee: "{ honorarium: 100, refund: 40, copay: 60, patient-payment: 10 }") == """
          b.yaml:9:16: error: refund 40.00, copay 60.00 and patient payment 10.00 make 110.00, \
          but the honorarium is 100.00
            help: the honorarium is the refund, the copay and the patient payment together
          """)
    #expect(SmallBook.message(fee: "{ honorarium: 100, patient-payment: 10 }") == "")
  }
}
