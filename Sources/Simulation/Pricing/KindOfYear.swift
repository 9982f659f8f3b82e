import Practices
import Rules
import Units

/// What a practice is through a calendar year: mostly the same all year.
struct KindOfYear: Hashable, Sendable {
  /// What it is at the end of the year, by which it is told apart in every table.
  var last: PracticeKind
  /// What it was before a day, where it became something else within the year.
  var earlier: PracticeKind?
  /// That day of the year, from 0; the first one where it became nothing else.
  var until = 0

  /// What it is on a day of the year.
  func kind(on day: Int) -> PracticeKind { day < until ? earlier ?? last : last }
}

extension KindOfYear {
  init(_ list: PatientList, in year: Int) {
    last = PracticeKind(list)
    guard let before = list.earlier else { return }
    let january = Month(year: year, number: 1)
    earlier = list.kind(on: january.firstDay)
    until = min(max(0, january.firstDay.days(until: before.until)), january.daysInYear)
  }
}
