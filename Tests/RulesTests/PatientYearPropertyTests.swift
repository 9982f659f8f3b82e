import Rules
import TestSupport
import Testing
import Units

@Suite("Any patient's year")
struct PatientYearPropertyTests {
  private func sum(_ payments: [ContactPayment]) -> Money {
    payments.map(\.honorarium).reduce(.zero, +)
  }

  @Test("without caps a contact is paid the sum of its lines, whoever the patient is")
  func sumOfLines() {
    var paid = 0
    forEverySeed { random in
      let year = random.year()
      let lines = year.contacts.map { year.schedule.honorarium($0.bill) }
      paid += lines.count { $0 > .zero }
      return Patient.Standing.allCases.allSatisfy {
        year.payments($0).map(\.honorarium) == lines
      }
    }
    #expect(paid > 500, "nearly every bill of the random years is unpaid")
  }

  @Test("with caps it is paid the sum of those lines that survive, each whole or not at all")
  func sumOfSurvivors() {
    var struck = 0
    forEverySeed { random in
      let year = random.year(hasYearlyMost: true)
      let cap = DailyFeeCap(
        codes: ["a", "b"], most: random.whole(in: 0...2), order: .dearestFirst)
      return zip(year.contacts, year.payments(cap: cap)).allSatisfy { contact, payment in
        let lines = year.schedule.lines(of: contact.bill).map(\.amounts.honorarium)
        if payment.honorarium < lines.reduce(.zero, +) { struck += 1 }
        let sums = lines.reduce(into: Set([Money.zero])) { sums, line in
          sums.formUnion(sums.map { $0 + line })
        }
        return sums.contains(payment.honorarium)
      }
    }
    #expect(struck > 100, "hardly a line of the random years is struck out")
  }

  @Test("the copay a patient pays in a year never passes the ceiling, and reaches it if it can")
  func ceiling() {
    forEverySeed { random in
      var year = random.year(hasYearlyMost: true)
      let copay = { (payments: [ContactPayment]) in
        payments.map(\.copay).reduce(Money.zero, +)
      }
      let paid = copay(year.payments())
      year.other = .zero
      let payments = year.payments()
      let due = copay(payments) + payments.map(\.ceilingCopay).reduce(.zero, +)
      let ceiling = year.ceiling.periods[0].amount ?? .zero
      return paid <= ceiling && paid <= copay(payments) && copay(payments) == min(ceiling, due)
    }
  }

  @Test("who the patient is moves money between payers and changes nothing for the practice")
  func standing() {
    forEverySeed { random in
      let year = random.year(hasYearlyMost: true)
      let cap = DailyFeeCap(codes: ["a", "b"], most: 1, order: .firstInTime)
      let received = Patient.Standing.allCases.map {
        year.payments($0, cap: cap).map(\.honorarium)
      }
      return Set(received).count == 1
    }
  }

  @Test("one more contact never lowers what the practice receives when nothing caps it")
  func moreContacts() {
    forEverySeed { random in
      var year = random.year()
      let before = sum(year.payments())
      let contact = random.contact(random.whole(in: 0...364))
      let place = year.contacts.firstIndex { $0.day > contact.day } ?? year.contacts.endIndex
      year.contacts.insert(contact, at: place)
      return before <= sum(year.payments())
    }
  }

  @Test("no code is paid twice, beside one it excludes, or without one it requires")
  func soundLines() {
    forEverySeed { random in
      let year = random.year()
      return year.contacts.allSatisfy { contact in
        let codes = year.schedule.paidCodes(contact.bill)
        return Set(codes).count == codes.count
          && codes.allSatisfy { code in
            guard let conditions = year.schedule.fees[code]?.conditions else { return false }
            return conditions.invalidWith.subtracting([code]).isDisjoint(with: codes)
              && (conditions.requires.isEmpty || !conditions.requires.isDisjoint(with: codes))
          }
      }
    }
  }
}
