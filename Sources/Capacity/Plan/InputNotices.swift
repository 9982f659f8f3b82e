import Diagnostics
import Documents
import Scenarios
import Units

/// What is told of the tables of a plan, though they are sound: cells that decide nothing, and numbers that
/// hardly any clinic has.
struct InputNotices {
  let plan: CapacityScenario
  /// Where islands are said to be reported.
  let islandsReported: SourcePosition?
  private(set) var notices: [Notice] = []

  /// More rows that are so one by one would hide what else is told.
  private static let most = 10

  init(of plan: CapacityScenario, in file: ScenarioFile) {
    self.plan = plan
    islandsReported = file.document.value(at: "events.islands-reported")?.position
  }

  mutating func tell(_ notice: Notice) { notices.append(notice) }

  /// Tells of rows that are alike: of the first of them what is so, of the rest how many they are.
  ///
  /// - Parameters:
  ///   - alike: One for each row.
  ///   - what: What is so of all of them.
  mutating func tell(_ alike: [Notice], _ what: String) {
    notices += alike.prefix(Self.most)
    guard let next = alike.dropFirst(Self.most).first else { return }
    notices.append(Notice("\(alike.count - Self.most) more: \(what)", at: next.position))
  }

  /// Rows of years the plan does not come to.
  mutating func lookAtYears(of need: NeedModel, _ ceilings: CeilingTable?) {
    let years = plan.years
    let span =
      years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) to \(years.upperBound)"
    let rest = "nothing in the plan, of \(span), rests on"
    func notice(_ what: String, _ year: Int, at position: SourcePosition) -> Notice {
      Notice(
        "\(rest) \(what) of \(year)", at: position,
        help: "let the plan reach the year, or take its rows out")
    }
    tell(
      need.unread(in: years).map { notice("the population", $0.year, at: $0.position) },
      "\(rest) the population")
    tell(
      ceilings?.unread(in: years).map { notice("the ceiling", $0.year, at: $0.position) } ?? [],
      "\(rest) the ceiling")
  }

  /// Doctors of whom none owns anything, and facts of a later day.
  mutating func lookAtPeople(_ doctors: DoctorTable?, _ facts: [LocalFact]) {
    if let position = doctors?.nobodyOwns {
      tell(
        Notice(
          "no doctor owns a clinic, so that how many one owns is not held against the law",
          at: position, help: "write yes for who owns the clinic, or leave the column out"))
    }
    let day = plan.day.value
    tell(
      facts.filter { $0.decided > day }.map {
        Notice(
          "the fact is decided on \($0.decided), after the day of the plan, \(day), and changes"
            + " nothing yet", at: $0.position, help: "plan a later day, or take the row out")
      }, "the fact is decided after the day of the plan")
  }
}
