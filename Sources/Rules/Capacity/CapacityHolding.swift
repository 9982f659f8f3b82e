public import Units

/// Who fills the doctors' capacities (*lægekapaciteter*) of one clinic, and how many are vacant.
///
/// A capacity is filled when a specialist in general medicine looks after it, even in part, and a
/// specialist fills one at most, in the whole country. A doctor without the specialty who may hold a
/// capacity under the collective agreement is counted in the same way; other doctors fill none.
///
/// - Unit: whole capacities. The three counts sum to the capacities of the clinic.
/// - Source: guidance on the regions' reporting, 1.2.
public struct CapacityHolding: Hashable, Sendable {
  /// What a doctor is qualified to fill.
  public enum Qualification: String, CaseIterable, Sendable {
    /// Specialist in general medicine.
    case specialist
    /// A doctor without the specialty who may hold a capacity under the collective agreement, such as
    /// one in the third phase of the training for it.
    case agreement
    /// Any other doctor, who fills no capacity.
    case other
  }

  /// A doctor's post at a clinic.
  public struct Engagement: Hashable, Sendable {
    /// Any number, the same in all engagements of the doctor.
    public let doctor: Int
    /// The clinic's place in the table of capacities, from 0.
    public let clinic: Int
    /// Of a full post, 0 to 1. A post of 0 fills nothing.
    public let part: Ratio
    public let qualification: Qualification

    public init(doctor: Int, clinic: Int, part: Ratio, qualification: Qualification) {
      (self.doctor, self.clinic) = (doctor, clinic)
      (self.part, self.qualification) = (part, qualification)
    }
  }

  /// Capacities filled by specialists.
  public let specialists: Int
  /// Capacities filled by doctors under the agreement.
  public let underAgreement: Int
  public let vacant: Int

  public init(specialists: Int, underAgreement: Int, vacant: Int) {
    (self.specialists, self.underAgreement, self.vacant) = (specialists, underAgreement, vacant)
  }
}

extension CapacityHolding {
  /// Who fills what, clinic by clinic.
  ///
  /// A doctor with posts at several clinics fills a capacity where that leaves the fewest vacant in
  /// all. As many are filled by specialists as can be, and of the others as many as can be by doctors
  /// under the agreement. Among equals the larger part goes first, then the order given: an
  /// assumption, for the guidance does not say where a specialist with two posts counts.
  ///
  /// - Parameters:
  ///   - capacities: Deployed capacities (*udmøntede lægekapaciteter*), one number per clinic.
  ///   - engagements: Posts at those clinics. A doctor of several qualifications has the highest.
  /// - Precondition: No capacity is negative, and every post is at one of the clinics.
  /// - Returns: One holding per clinic, in the order of the capacities.
  /// - Complexity: O(*d* × *e*) for *d* doctors and *e* posts at worst; doctors with one post take no
  ///   time to speak of.
  public static func of(
    capacities: [Int], engagements: [Engagement]
  ) -> [CapacityHolding] {
    precondition(capacities.allSatisfy { $0 >= 0 }, "a clinic with fewer than no capacities")
    precondition(
      engagements.allSatisfy { capacities.indices.contains($0.clinic) },
      "a post at a clinic that is not in the table")
    let specialists = clinicsByDoctor(of: .specialist, in: engagements)
    let others = clinicsByDoctor(of: .agreement, in: engagements)
    var matching = CapacityMatching(capacities: capacities)
    for clinics in specialists + others { matching.fill(oneOf: clinics) }
    return capacities.indices.map { clinic in
      let doctors = matching.doctors[clinic]
      let first = doctors.count { $0 < specialists.count }
      return CapacityHolding(
        specialists: first, underAgreement: doctors.count - first,
        vacant: capacities[clinic] - doctors.count)
    }
  }

  /// The clinics of each doctor of a qualification: the doctor with the largest part first, and of a
  /// doctor's clinics that of the largest part.
  private static func clinicsByDoctor(
    of qualification: Qualification, in engagements: [Engagement]
  ) -> [[Int]] {
    let order = Qualification.allCases
    let highest = Dictionary(engagements.map { ($0.doctor, $0.qualification) }) { a, b in
      order.first { $0 == a || $0 == b } ?? a
    }
    let posts = engagements.enumerated()
      .filter { $0.element.part > .zero && highest[$0.element.doctor] == qualification }
      .sorted { ($1.element.part, $0.offset) < ($0.element.part, $1.offset) }
    var places: [Int: Int] = [:]
    var clinics: [[Int]] = []
    for (_, post) in posts {
      if let place = places[post.doctor] {
        clinics[place].append(post.clinic)
      } else {
        places[post.doctor] = clinics.count
        clinics.append([post.clinic])
      }
    }
    return clinics
  }
}
