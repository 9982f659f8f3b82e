import Practices
import Rules
import Scenarios
import TestSupport
import Units

@testable import Simulation

/// A handful of persons with random contacts under a random law.
struct PricedWorld {
  var law: YearLaw
  let classes: [ContactClass]
  let kinds: [KindOfYear]
  var kindOfList: [UInt8]
  let block: DrawnBlock
  let firstOutOfHours: Int

  init(_ random: inout TestRandom) {
    let practice = random.whole(in: 1...6)
    let all = practice + random.whole(in: 1...3)
    classes = (0..<all).map { place in
      .random(&random, service: place < practice ? .consultation : .outOfHours)
    }
    firstOutOfHours = practice
    kinds = (0..<3).map { _ in .random(&random) }
    kindOfList = (0..<3).map { _ in UInt8(random.whole(in: 0...2)) }
    law = .random(&random)

    var people = People()
    var contacts: [UInt32] = []
    var starts: [UInt32] = [0]
    var other: [Int32] = []
    for _ in 0..<3 {
      let persons = (0..<random.whole(in: 0...6)).map { _ in
        (
          cell: PersonCell(
            random.whole(in: 0...1) == 0 ? .female : .male, age: random.whole(in: 0...80)),
          frailty: UInt8(0), spending: UInt8(0),
          standing: [People.Standing(), .exempt, .uninsured, [.exempt, .uninsured]][
            max(0, random.whole(in: -4...3))]
        )
      }
      people.addList(of: persons)
      for _ in persons {
        // Few days, so that several contacts share one.
        let days = (0..<random.whole(in: 0...12)).map { _ in random.whole(in: 0...12) * 30 }
        contacts += days.map { UInt32($0) << 16 | UInt32(random.whole(in: 0...all - 1)) }
        starts.append(UInt32(contacts.count))
        other.append(Int32(random.whole(in: 0...1) * random.whole(in: 0...40_000)))
      }
    }
    block = DrawnBlock(0..<3, people: people, contacts: contacts, starts: starts, otherCopay: other)
  }

  var prices: PriceTable { PriceTable(of: classes, at: kinds, under: law) }

  func priced() -> PricedBlock {
    PricedBlock(block, at: prices, kinds: kindOfList, firstOutOfHours: firstOutOfHours)
  }

  /// The block, kept to be priced again.
  func kept() -> KeptBlock { KeptBlock(block.inOrder(), priced(), at: prices) }

  /// The block as it was kept by a world of the same contacts under another law.
  func priced(again before: PricedWorld) -> PricedBlock {
    let kept = before.kept()
    let change = PriceChange(from: before.prices, to: prices)
    return PricedBlock(
      kept.drawn, at: prices, kinds: kindOfList, firstOutOfHours: firstOutOfHours,
      again: change.again(kept, from: before.kindOfList, to: kindOfList))
  }

  /// The same by the reference pricer, person by person.
  func reference() -> (
    byList: [PaymentVector], byClass: [PaymentVector], beforeStaff: [PaymentVector], atCeiling: Int
  ) {
    var byList = Array(repeating: PaymentVector.zero, count: 6)
    var byClass = Array(repeating: PaymentVector.zero, count: classes.count * kinds.count)
    var beforeStaff = byClass
    var atCeiling = 0
    // Years are told in the order of time; of one day in the order they were drawn in.
    let contacts = block.inOrder().contacts
    for list in 0..<3 {
      let kind = kinds[Int(kindOfList[list])]
      for person in block.people.starts[list]..<block.people.starts[list + 1] {
        let own = contacts[Int(block.starts[person])..<Int(block.starts[person + 1])]
        let payments = patientYear(of: person).payments(
          for: own.map { contact in
            let kindOfContact = classes[Int(contact & 0xffff)]
            let day = Int(contact >> 16)
            return PatientYear.Contact(
              day: day, service: kindOfContact.service.rawValue,
              bill: kindOfContact.bill(
                at: kind.kind(on: law.segments[law.segment(of: day)]),
                without: law.laws[law.segment(of: day)].waitingStaff))
          })
        for (contact, payment) in zip(own, payments) {
          let place = Int(contact & 0xffff)
          byClass[Int(kindOfList[list]) * classes.count + place] &+= PaymentVector(payment)
          let waiting = law.laws[law.segment(of: Int(contact >> 16))].waitingStaff
          if let staff = classes[place].staff, waiting.contains(staff) {
            beforeStaff[Int(kindOfList[list]) * classes.count + place] &+= PaymentVector(payment)
          }
          byList[list * 2 + (place < firstOutOfHours ? 0 : 1)] &+= PaymentVector(payment)
        }
        atCeiling += payments.contains { $0.ceilingCopay > .zero } ? 1 : 0
      }
    }
    return (byList, byClass, beforeStaff, atCeiling)
  }

  private func patientYear(of person: Int) -> PatientYear {
    let people = block.people
    let age = PersonCell(code: people.cells[person]).age
    let own = people.standings[person]
    let standing: Patient.Standing =
      own.contains(.uninsured) ? .uninsured : own.contains(.exempt) ? .exempt : .paying
    let law = law
    return PatientYear(
      patient: Patient(
        standing: standing, otherCopay: Money(ore: Int(block.otherCopay[person]))),
      ceiling: law.ceiling
    ) { day in
      let law = law.laws[law.segment(of: day)]
      return .init(law.schedule, dailyCaps: law.dailyCaps, isExempt: law.isExempt(age))
    }
  }
}

extension PaymentVector {
  init(_ payment: ContactPayment) {
    self = [
      payment.refund.ore, payment.certificates.ore, payment.copay.ore, payment.ceilingCopay.ore,
      payment.exemptCopay.ore, payment.uninsured.ore, payment.patientPayment.ore, 1,
    ]
  }
}
