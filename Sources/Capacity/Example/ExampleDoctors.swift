import Rules
import Units

/// The doctors of an example and their posts, one row each.
struct ExampleDoctors {
  struct Post {
    let doctor: Int
    /// The clinic's place in the table.
    let clinic: Int
    let qualification: CapacityHolding.Qualification
    /// In hundredths of a full post.
    let percent: Int
    let isOwner: Bool
  }

  private(set) var posts: [Post] = []
  private var count = 0
  private let clinics: [ExampleClinic]
  private let dice: ExampleDice

  init(_ clinics: [ExampleClinic], thin: (ExampleClinic) -> Bool, _ dice: ExampleDice) {
    (self.clinics, self.dice) = (clinics, dice)
    let doctors = ExampleFigures.doctors
    let slots = clinics.indices.flatMap { place in
      (0..<clinics[place].capacities).map { _ in place }
    }
    // Where doctors are few, a capacity is four times as easily without one.
    let lots = slots.indices.flatMap { slot in
      (0..<(thin(clinics[slots[slot]]) ? 4 : 1)).map { _ in slot }
    }
    let without = dice.some(slots.count - doctors.own, of: lots, "example.vacancy")
    let agreement = Set(without.prefix(doctors.agreement))
    let vacant = without.dropFirst(doctors.agreement).map { slots[$0] }
    let left = Set(without)
    for (slot, clinic) in slots.enumerated() {
      if agreement.contains(slot) {
        add([(clinic, dice.whole(in: 60...100, "example.part", slot))], .agreement, owning: 0)
      } else if !left.contains(slot) {
        addSpecialist(at: clinic, slot)
      }
    }
    addSharing(vacant)
    for place in dice.some(doctors.other, of: Array(clinics.indices), "example.other") {
      add([(place, dice.whole(in: 20...80, "example.other.part", place))], .other, owning: 0)
    }
  }

  /// A specialist with a capacity of the clinic, and at times a post at the next one or two of the
  /// municipality.
  private mutating func addSpecialist(at clinic: Int, _ slot: Int) {
    let nearby = [clinic + 1, clinic + 2].filter {
      $0 < clinics.count && clinics[$0].municipality == clinics[clinic].municipality
        && !clinics[$0].isPublic
    }
    let owns = !clinics[clinic].isPublic && dice.happens(900, "example.owner", slot)
    let lot = dice.whole(in: 0...999, "example.posts", slot)
    switch (lot, nearby.count) {
    case (..<4, 2):
      add([(clinic, 50), (nearby[0], 30), (nearby[1], 20)], .specialist, owning: owns ? 3 : 0)
    case (..<40, 1...):
      add([(clinic, 60), (nearby[0], 40)], .specialist, owning: owns ? (lot < 15 ? 2 : 1) : 0)
    default:
      let part = dice.happens(700, "example.full", slot) ? 100 : 0
      add(
        [(clinic, max(part, dice.whole(in: 50...95, "example.part", slot)))], .specialist,
        owning: owns ? 1 : 0)
    }
  }

  /// Specialists who share a capacity with another; every second one also has a post where a capacity
  /// is vacant, and fills it.
  private mutating func addSharing(_ vacant: [Int]) {
    let shared = clinics.indices.filter { clinics[$0].form == "delepraksis" }
    let places = dice.some(
      ExampleFigures.doctors.sharing, of: shared.isEmpty ? Array(clinics.indices) : shared,
      "example.sharing")
    for (number, place) in places.enumerated() {
      var at = [(place, 50)]
      if number % 2 == 0, let other = vacant.dropFirst(number).first, other != place {
        at.append((other, 40))
      }
      add(at, .specialist, owning: 0)
    }
  }

  private mutating func add(
    _ at: [(clinic: Int, percent: Int)], _ qualification: CapacityHolding.Qualification,
    owning: Int
  ) {
    count += 1
    for (number, post) in at.enumerated() {
      posts.append(
        Post(
          doctor: count, clinic: post.clinic, qualification: qualification, percent: post.percent,
          isOwner: number < owning))
    }
  }

  /// Who fills the capacities of each clinic.
  var holdings: [CapacityHolding] {
    CapacityHolding.of(
      capacities: clinics.map(\.capacities),
      engagements: posts.map {
        .init(
          doctor: $0.doctor, clinic: $0.clinic, part: Ratio($0.percent, over: 100),
          qualification: $0.qualification)
      })
  }

  /// Rows of the table, with a heading.
  var rows: [[String]] {
    [["doctor", "clinic", "qualification", "part", "owner"]]
      + posts.map { post in
        let part = "\(post.percent / 100).\(String(post.percent % 100 + 100).dropFirst())"
        return [
          "D" + String(post.doctor + 10_000).dropFirst(), clinics[post.clinic].id,
          post.qualification.rawValue, part, post.isOwner ? "yes" : "no",
        ]
      }
  }
}
