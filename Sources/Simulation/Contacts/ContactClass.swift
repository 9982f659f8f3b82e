import Diagnostics
import Rules
import Scenarios
import Units

/// Contacts that are billed alike: one type, time, performer and length, with the same claims.
///
/// Whether a contact has a fee that only some have is part of its class, so a class has one bill and,
/// per kind of practice and day, one price.
struct ContactClass: Sendable {
  /// The place of the type in the scenario.
  var type: Int
  var service: Service
  /// The chance of the class among the contacts of its service.
  var chance: Double
  /// The bill, but for the practice.
  var bill: Bill
  /// The place of the staff setting by which others take the contact; `nil` for the doctor's own.
  var staff: Int?
  /// The practices in which they do; in others the doctor takes it.
  var staffPractices = PracticeScope()
}

extension ContactSetting {
  /// The most classes of all types together.
  static let mostClasses = 4_096

  /// Every class, service by service.
  ///
  /// - Parameter staff: What others take instead of the doctor.
  /// - Returns: The classes, the chances of each service's summing to 1.
  /// - Throws: ``Refusal`` when the shares of the types make more classes than can be priced.
  func classes(with staff: [StaffSetting]) throws(Refusal) -> [ContactClass] {
    var classes: [ContactClass] = []
    for service in Service.allCases {
      let counts = types(of: service).reduce(0) { $0 + $1.count.central.double }
      for (place, type) in types.enumerated() where type.service == service {
        let share = counts > 0 ? type.count.central.double / counts : 0
        classes += type.classes(at: place, with: staff).map { part in
          var part = part
          part.chance *= share
          return part
        }
        guard classes.count <= Self.mostClasses else {
          throw Refusal(
            "the shares of '\(type.name)' make more than \(Self.mostClasses) kinds of contacts",
            help: "let fewer fees of one contact type have a 'share'; each doubles the kinds")
        }
      }
    }
    return classes
  }
}

extension ContactType {
  fileprivate func classes(at place: Int, with staff: [StaffSetting]) -> [ContactClass] {
    var parts: [ContactClass] = []
    let evening = eveningShare.central.double
    for (time, share) in [(TimeOfDay.day, 1 - evening), (.evening, evening)] where share > 0 {
      let lengths = minutes.map { ($0.minutes, $0.share.double) }
      for (length, part) in lengths.isEmpty ? [(0, 1.0)] : lengths {
        let bill = Bill(contactType: name, time: time, minutes: length, claims: [])
        parts.append(
          ContactClass(type: place, service: service, chance: share * part, bill: bill))
      }
    }
    for use in fees {
      parts = parts.flatMap { part in
        use.time.map { $0 == part.bill.time } ?? true
          ? part.claiming(Claim(use.fee.value, times: use.times), use.share) : [part]
      }
    }
    for supplement in supplements {
      let claim = Claim(code(of: supplement.name))
      parts = parts.flatMap { $0.claiming(claim, supplement.share) }
    }
    if let residual {
      for code in [code(of: residual.value), certificateCode] {
        parts = parts.flatMap { $0.claiming(Claim(code), nil) }
      }
    }
    // Last, so that who takes a contact changes nothing else about it: a draw falls in the same
    // class as before, or in one beside it that differs by who takes it.
    return parts.flatMap { $0.taken(by: takers(among: staff), of: staff) }.filter { $0.chance > 0 }
  }

  /// Who takes the contacts: the doctor, or a staff setting by its place, each with a share.
  private func takers(among staff: [StaffSetting]) -> [(Int?, Double)] {
    let others = staff.indices.filter { place in
      staff[place].contactTypes.contains { $0.value == name }
    }.map { (Optional($0), staff[$0].share.central.double) }
    return [(nil, max(0, 1 - others.reduce(0) { $0 + $1.1 }))] + others
  }
}

extension ContactClass {
  /// The class in parts, by who takes the contact.
  fileprivate func taken(
    by takers: [(Int?, Double)], of staff: [StaffSetting]
  ) -> [ContactClass] {
    takers.map { taker, share in
      var part = self
      part.chance *= share
      guard let taker else { return part }
      part.staff = taker
      part.staffPractices = staff[taker].practices
      part.bill.performer = staff[taker].profession
      return part
    }
  }

  /// The class with a claim, or the two with and without it.
  fileprivate func claiming(_ claim: Claim, _ share: Estimate?) -> [ContactClass] {
    var with = self
    with.bill.claims.append(claim)
    guard let share else { return [with] }
    var without = self
    with.chance *= share.central.double
    without.chance *= 1 - share.central.double
    return [with, without]
  }
}
