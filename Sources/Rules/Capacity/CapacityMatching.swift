/// Doctors placed at clinics, one capacity each, so that as many as possible have a place.
///
/// A doctor who finds every clinic full moves others on, along the shortest path that ends at a clinic
/// with room (a maximum matching by augmenting paths). Nobody who is placed ever loses the place, so
/// those who come first have it before those who come later.
struct CapacityMatching {
  private let capacities: [Int]
  /// Per clinic, the numbers of its doctors, counted from 0 in the order they came.
  private(set) var doctors: [[Int]]
  /// Per doctor, the clinics that would do, the best first.
  private var choices: [[Int]] = []
  /// Per clinic, the last doctor whose search came by.
  private var visitors: [Int]

  init(capacities: [Int]) {
    self.capacities = capacities
    doctors = capacities.map { _ in [] }
    visitors = capacities.map { _ in -1 }
  }

  /// Places one doctor more, if that can be done.
  ///
  /// - Parameter clinics: Where the doctor has posts, the best first.
  mutating func fill(oneOf clinics: [Int]) {
    let newcomer = choices.count
    choices.append(clinics)
    // Doctors who look for a place, and for all but the newcomer the clinic each would leave.
    var queue: [(doctor: Int, leaving: Int?)] = [(newcomer, nil)]
    var cameFrom: [Int: Int] = [:]
    var next = 0
    while next < queue.count {
      for clinic in choices[queue[next].doctor] where visitors[clinic] != newcomer {
        visitors[clinic] = newcomer
        cameFrom[clinic] = next
        if doctors[clinic].count < capacities[clinic] {
          move(to: clinic, queue, cameFrom)
          return
        }
        queue += doctors[clinic].map { ($0, clinic) }
      }
      next += 1
    }
  }

  private mutating func move(
    to clinic: Int, _ queue: [(doctor: Int, leaving: Int?)], _ cameFrom: [Int: Int]
  ) {
    var clinic: Int? = clinic
    while let entered = clinic, let place = cameFrom[entered] {
      let (doctor, leaving) = queue[place]
      doctors[entered].append(doctor)
      if let leaving { doctors[leaving].removeAll { $0 == doctor } }
      clinic = leaving
    }
  }
}
